using Cordon.Events;

namespace Cordon.Detection.Tests.Analytics;

/// <summary>Counts what was seen of what was done.</summary>
internal sealed class Tally
{
    private readonly List<string> _missed = [];

    public int Attacks { get; private set; }

    public int Seen { get; private set; }

    public int Wins { get; private set; }

    public int Won { get; private set; }

    /// <summary>Successes told that were none.</summary>
    public int False { get; private set; }

    public void Add(int size, ulong seed, SprayPlan plan, bool wins)
    {
        var world = new SignInWorld(size, seed);
        string? won = plan.Run(world, wins);
        IReadOnlyList<Finding> findings = world.Run();
        Attacks++;
        bool isSeen = findings.Any(f =>
            f.Rule.Id
                is "cordon-analytic-password-spray"
                    or "cordon-analytic-credential-stuffing"
                    or "cordon-analytic-enumeration"
                    or "cordon-analytic-brute-force"
        );
        Seen += isSeen ? 1 : 0;
        string[] told =
        [
            .. findings
                .Where(f => f.Rule.Id.EndsWith("-success", StringComparison.Ordinal))
                .Select(f => f.Fields.Single(v => v.Name == "account").Text)
                .Distinct(),
        ];
        False += told.Count(t => t != won);
        _missed.AddRange(
            findings
                .Where(f => f.Rule.Id.EndsWith("-success", StringComparison.Ordinal))
                .Where(f => f.Fields.Single(v => v.Name == "account").Text != won)
                .Select(f => $"{size}/{seed} {plan.Name}: false: {f.Reason}")
        );
        if (won is not null)
        {
            Wins++;
            Won += told.Contains(won) ? 1 : 0;
        }

        if (!isSeen || (won is not null && !told.Contains(won)))
        {
            _missed.Add($"{size}/{seed} {plan.Name}: seen {isSeen}, won {won}, told {string.Join(',', told)}");
        }
    }

    public override string ToString() =>
        $"seen {Seen} of {Attacks}, won {Won} of {Wins}, {False} false successes\n{string.Join('\n', _missed)}";
}
