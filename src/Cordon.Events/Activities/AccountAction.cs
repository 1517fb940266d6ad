namespace Cordon.Events.Activities;

/// <summary>What was done with an account, mailbox or application by somebody signed in.</summary>
public sealed record AccountAction : Activity
{
    /// <summary>The system, as in <see cref="SignIn.System"/>.</summary>
    public required string System { get; init; }

    /// <summary>What was done.</summary>
    public required AccountActionKind Kind { get; init; }

    /// <summary>Who did it, written as <see cref="SignIn.Account"/>; empty where unknown.</summary>
    public required string Account { get; init; }

    /// <summary>The account or mailbox it was done to, written alike; equal to <see cref="Account"/> where it is the same, empty where there is none.</summary>
    public string Target { get; init; } = "";

    /// <summary>The operation in the log's words, such as <c>New-InboxRule</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Whether it came about; false where the log says that it failed.</summary>
    public bool HasSucceeded { get; init; } = true;

    /// <summary>Where it came from; empty where unknown or the provider's own.</summary>
    public string Address { get; init; } = "";

    /// <summary>The User-Agent; empty where unknown.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The session's identifier; empty where unknown.</summary>
    public string Session { get; init; } = "";

    /// <summary>The application that it was done with or to; empty where unknown.</summary>
    public string Application { get; init; } = "";

    /// <summary>What matters of its parameters in a line of text, such as <c>DeleteMessage=True; SubjectContainsWords=covid</c>; bounded.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Item names, message ids or addresses it is about; bounded, see <see cref="Count"/>.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>How many items it is about, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>True where the log itself says that it left something out (<c>IsThrottled</c>).</summary>
    public bool IsIncomplete { get; init; }
}
