using Cordon.Events.Activities;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Outcomes;

/// <summary>What all judges look at.</summary>
/// <param name="Draft">The incident.</param>
/// <param name="Index">Activities by whom they concern.</param>
/// <param name="Life">What is ordinary.</param>
/// <param name="Names">Which names are one account.</param>
/// <param name="Ledger">What the logs cover.</param>
/// <param name="Options">Weights and times.</param>
internal sealed record Judgement(
    IncidentDraft Draft,
    ActivityIndex Index,
    OrdinaryLife Life,
    AccountNames Names,
    CoverageLedger Ledger,
    IncidentOptions Options
)
{
    private readonly Lazy<HashSet<(string From, string Subject)>> _lures = new(() =>
        [.. Draft.Cited.SelectMany(Index.Cited).OfType<Mail>().Select(m => (m.From, m.Subject))]
    );

    private readonly Dictionary<string, AccountHabit> _habits = new(StringComparer.Ordinal);

    /// <summary>How an account usually signs in; worked out once.</summary>
    public AccountHabit HabitOf(string account)
    {
        if (!_habits.TryGetValue(account, out AccountHabit? habit))
        {
            _habits[account] = habit = new AccountHabit(Index.SignInsOf(account), Draft, Life, Options);
        }

        return habit;
    }

    /// <summary>Senders and subjects of the mails that findings rest on.</summary>
    public HashSet<(string From, string Subject)> Lures => _lures.Value;
}
