using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>What a result code proves.</summary>
internal sealed record WindowsOutcome(string Code, SignInVerdict Verdict, bool? IsPasswordRight, string Meaning)
{
    public static WindowsOutcome Unmapped(ReadOnlySpan<char> code) =>
        new(WindowsText.Bounded(code), SignInVerdict.Unknown, null, "");
}
