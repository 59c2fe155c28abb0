using System.Runtime.CompilerServices;
using CsCheck;

namespace QuizBot.Engine.Tests;

internal static class Samples
{
    // CsCheck takes 100 unless told; these are cheap. CsCheck_Iter sets another number.
    [ModuleInitializer]
    internal static void TakeMany()
    {
        if (Environment.GetEnvironmentVariable("CsCheck_Iter") is null)
            Check.Iter = 2_000;
    }
}
