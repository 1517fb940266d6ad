using System.Globalization;

namespace Cordon.Bench;

/// <summary>Holds what was measured to what is wanted, where it was measured as that is meant: with all of SigmaHQ's rules, and at full size.</summary>
/// <param name="rules">How many rules were run.</param>
internal sealed class Bars(int rules)
{
    // The bars are for 3,780 rules; collections change, and some rules are refused.
    private const int FewestRules = 3_500;

    // The machine that the wanted figures are for.
    private const double Md5OfMachine = 600;

    private readonly List<(string What, string Wanted, string Measured, bool IsKept)> _bars = [];

    /// <summary>What a set is to be scanned with, per core, on a machine where MD5 does 600 MB/s.</summary>
    public void Throughput(
        string what,
        (double Megabytes, double Records) wanted,
        double megabytes,
        double records,
        double md5
    )
    {
        if (rules < FewestRules)
        {
            return;
        }

        Speed(what, wanted.Megabytes, megabytes, md5);
        AtLeast($"{what}, records/s per core, likewise", wanted.Records, records * Md5OfMachine / md5);
    }

    /// <summary>The same, in bytes alone.</summary>
    public void Speed(string what, double wanted, double megabytes, double md5)
    {
        if (rules >= FewestRules)
        {
            AtLeast($"{what}, MB/s per core where MD5 does {Md5OfMachine:F0}", wanted, megabytes * Md5OfMachine / md5);
        }
    }

    /// <summary>A figure that may be no higher than another.</summary>
    public void AtMost(string what, double wanted, double measured, bool needsAllRules = true)
    {
        if (!needsAllRules || rules >= FewestRules)
        {
            _bars.Add((what, $"at most {Text(wanted)}", Text(measured), measured <= wanted));
        }
    }

    /// <summary>Prints all.</summary>
    public void Print(Report report)
    {
        if (_bars.Count == 0)
        {
            return;
        }

        report.Table("bars", "what is wanted, and whether this run keeps it", "what", "wanted", "measured", "kept");
        foreach ((string what, string wanted, string measured, bool isKept) in _bars)
        {
            report.Row(what, wanted, measured, isKept ? "yes" : "no");
        }

        if (rules < FewestRules)
        {
            report.Say(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The others are wanted of all SigmaHQ rules and say nothing of {rules:N0}."
                )
            );
        }
    }

    private void AtLeast(string what, double wanted, double measured) =>
        _bars.Add((what, $"at least {Text(wanted)}", Text(measured), measured >= wanted));

    private static string Text(double figure) =>
        figure.ToString(figure >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);
}
