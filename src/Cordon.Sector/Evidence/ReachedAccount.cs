using Cordon.Incidents;

namespace Cordon.Sector.Evidence;

/// <summary>An account that an attacker got into, and when he had it.</summary>
internal sealed class ReachedAccount
{
    private readonly string _name;
    private readonly string _bare;

    public ReachedAccount(IncidentTarget target, Incident incident)
    {
        Target = target;
        _name = target.Observable.Value.ToLowerInvariant();
        int at = _name.IndexOf('@', StringComparison.Ordinal);
        _bare = at < 0 ? _name : "";
        From =
            target
                .Evidence.Where(static e => e.Supports >= Outcome.AccessGained && e.Time is not null)
                .Min(static e => e.Time)
            ?? incident.First;
        Until = target.Containment?.Time ?? DateTime.MaxValue;
        Probability = Math.Clamp(incident.Probability, 0, 1) * Math.Clamp(target.Probability, 0, 1);
    }

    public IncidentTarget Target { get; }

    /// <summary>First evidence of access, UTC.</summary>
    public DateTime From { get; }

    /// <summary>When it was contained, UTC; the end of time where nobody did.</summary>
    public DateTime Until { get; }

    public bool IsContained => Until < DateTime.MaxValue;

    /// <summary>Probability that the attacker had it.</summary>
    public double Probability { get; }

    /// <summary>Whether a name is this account's; a bare name of Windows stands for any mailbox of that name.</summary>
    public bool Is(string account) =>
        account.Equals(_name, StringComparison.OrdinalIgnoreCase)
        || (
            _bare.Length > 0
            && account.Length > _bare.Length
            && account[_bare.Length] == '@'
            && account.StartsWith(_bare, StringComparison.OrdinalIgnoreCase)
        );
}
