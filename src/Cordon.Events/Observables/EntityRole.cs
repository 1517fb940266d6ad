namespace Cordon.Events;

/// <summary>What part an observable has in a finding.</summary>
public enum EntityRole
{
    /// <summary>Whom or what it was done to: the account that was guessed at, the host, the mailbox or recipient. Becomes a target of an incident.</summary>
    Target = 0,

    /// <summary>Where it came from: address, sender, domain, user agent, tool.</summary>
    Source,

    /// <summary>What it was done with or what came of it: URL, file, hash, session, application. Links findings, and is neither of the others.</summary>
    Related,
}
