using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What a result of a sign-in proves.</summary>
internal sealed record OutcomeCode
{
    /// <summary>The result's name in the provider's words; empty where it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it says of the attempt.</summary>
    public required SignInVerdict Verdict { get; init; }

    /// <summary>Whether the password was right; null where it can't be told.</summary>
    public bool? IsPasswordRight { get; init; }

    /// <summary>What it says of a second factor.</summary>
    public SecondFactor SecondFactor { get; init; }

    /// <summary>What it means, in words; empty where the name says it.</summary>
    public string Meaning { get; init; } = "";

    /// <summary>What somebody did that shows in it; null where nothing does.</summary>
    public AccountActionKind? Action { get; init; }

    /// <summary>What it means by texts in the reason that comes with it; the first that is in it holds.</summary>
    public IReadOnlyList<(string Contains, OutcomeCode Code)> Reasons { get; init; } = [];

    /// <summary>What it proves together with the reason that the log gives.</summary>
    public OutcomeCode With(string reason)
    {
        foreach ((string contains, OutcomeCode code) in Reasons)
        {
            if (reason.Contains(contains, StringComparison.OrdinalIgnoreCase))
            {
                return code;
            }
        }

        return this;
    }
}
