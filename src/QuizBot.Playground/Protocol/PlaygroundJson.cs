using System.Text.Json.Serialization;

namespace QuizBot.Playground.Protocol;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ClientFrame))]
[JsonSerializable(typeof(ServerFrame))]
[JsonSerializable(typeof(WireContent))]
[JsonSerializable(typeof(ActionOutcome))]
[JsonSerializable(typeof(long[]))]
internal sealed partial class PlaygroundJson : JsonSerializerContext;
