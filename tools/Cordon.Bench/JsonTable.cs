using System.Globalization;
using Cordon.Sigma;

namespace Cordon.Bench;

/// <summary>Measures one thread over Windows events in JSON: reading alone, and all rules.</summary>
internal static class JsonTable
{
    private const double WantedMegabytes = 150;

    /// <summary>Processor time of each row, the median of all rounds, against MD5 of the same bytes.</summary>
    public static void Run(Rules rules, Inputs inputs, int rounds, Report report, Bars bars)
    {
        var all = new Scanned(rules, inputs);
        all.Run();
        (string What, Action Work)[] rows =
        [
            ("MD5 of the bytes", () => Yardstick.Md5(inputs)),
            ("read the records", () => inputs.ForEach(rules.Fields, static e => _ = e.Channel.Length + (e.Code ?? 0))),
            (string.Create(CultureInfo.InvariantCulture, $"{all.Rules:N0} rules: {all.Findings:N0} findings"), all.Run),
        ];
        double[] seconds = Timing.InTurns([.. rows.Select(static r => r.Work)], rounds);
        report.Table(
            "json",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{inputs.Name}: {inputs.Megabytes:F0} MB, {inputs.Records:N0} records, {(double)inputs.Bytes / inputs.Records:F0} bytes each; one thread in this process, medians of {rounds} rounds"
            ),
            "what",
            "MB/s",
            "records/s",
            "ns/record",
            "times MD5's speed"
        );
        foreach ((int index, (string what, Action _)) in rows.Index())
        {
            report.Row(
                what,
                inputs.Megabytes / seconds[index],
                inputs.Records / seconds[index],
                seconds[index] * 1e9 / inputs.Records,
                seconds[0] / seconds[index]
            );
        }

        bars.Speed(
            "JSON, inside the process",
            WantedMegabytes,
            inputs.Megabytes / seconds[^1],
            inputs.Megabytes / seconds[0]
        );
    }
}
