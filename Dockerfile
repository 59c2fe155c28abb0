FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/QuizBot.Host -c Release -o /app -p:PublishReadyToRun=true --self-contained false -r linux-x64

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The database lives in a volume that the unprivileged user of the base image may write to.
RUN mkdir /data && chown $APP_UID /data
VOLUME /data
USER $APP_UID
# The playground would listen on the container's loopback, where no browser can reach it.
ENV Storage__ConnectionString="Data Source=/data/quizbot.db" \
    Playground__Enabled=false \
    Http__Url=http://0.0.0.0:5080
EXPOSE 5080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["dotnet", "QuizBot.Host.dll", "health"]
ENTRYPOINT ["dotnet", "QuizBot.Host.dll"]
