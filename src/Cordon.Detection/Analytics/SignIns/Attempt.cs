using Cordon.Events.Activities;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>One attempt to sign in, told once whatever the number of logs that tell it, its texts as numbers of an <see cref="Interner"/>.</summary>
internal sealed class Attempt
{
    public required int Index { get; init; }

    public required SignIn Source { get; init; }

    /// <summary>Systems that share passwords and habits: Entra in both of its logs, Windows with Kerberos and NTLM.</summary>
    public required int Family { get; init; }

    /// <summary>The account within its family; where the log hides it, its source stands for it.</summary>
    public required int Account { get; init; }

    /// <summary>The address, else the workstation's name.</summary>
    public required int Address { get; init; }

    public required int Network { get; init; }

    public required int System { get; init; }

    public required int Country { get; init; }

    public required int Agent { get; init; }

    public required int Device { get; init; }

    /// <summary>User agent, application and protocol together.</summary>
    public required int Tool { get; init; }

    /// <summary>Application and protocol: what is left of a tool that changes its user agent.</summary>
    public required int Door { get; init; }

    public required bool IsOwnAddress { get; init; }

    public bool IsAccountHidden => Source.Account.Length == 0;

    public DateTime Time => Source.Time;

    public bool IsSuccess => Source.Verdict == SignInVerdict.Succeeded;

    /// <summary>The password was right, and a control stopped it.</summary>
    public bool IsExposed => Source.Verdict == SignInVerdict.Stopped && Source.IsPasswordRight == true;

    public bool IsUnknownAccount => Source.Verdict == SignInVerdict.NoSuchAccount;

    public bool IsFailure =>
        Source.Verdict is SignInVerdict.Rejected or SignInVerdict.NoSuchAccount or SignInVerdict.Blocked
        || (Source.Verdict == SignInVerdict.Unknown && Source.Protocol is "explicit");

    /// <summary>Of a failure: how likely it is that no habit of its owner explains it, 0 to 1.</summary>
    public double Strangeness { get; set; }
}
