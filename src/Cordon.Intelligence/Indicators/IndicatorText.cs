using System.Globalization;
using System.Net;
using System.Text;
using Cordon.Events;

namespace Cordon.Intelligence.Indicators;

/// <summary>Says in words what was found.</summary>
internal static class IndicatorText
{
    // Below it an indicator is shown as informational: what it once said is nearly worn out.
    private const double Worn = 0.25;
    private const int MostSources = 5;

    /// <summary>The match; null where every source's word on the value has run out by then.</summary>
    /// <param name="index">The index.</param>
    /// <param name="first">The first indicator of the value.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="value">The indicator's value.</param>
    /// <param name="seen">What the event holds: a name below the domain, an address of the network.</param>
    /// <param name="day">When the event was; null where it does not say, and then nothing runs out.</param>
    public static IndicatorMatch? MatchOf(
        IndicatorIndex index,
        int first,
        IndicatorKind kind,
        string value,
        string seen,
        DateOnly? day
    )
    {
        double best = 0;
        var reason = new StringBuilder();
        string? label = null;
        HashSet<string> said = new(StringComparer.Ordinal);
        for (int at = first, steps = 0; at >= 0 && steps < 1_000; at = index.Next(at), steps++)
        {
            Indicator one = index.At(at, kind, value);
            double worth = day is { } on ? IndicatorLife.WorthOn(one, on) : 1;
            if (worth <= 0 || !said.Add(one.From.ToString()))
            {
                continue;
            }

            best = Math.Max(best, worth);
            label ??= one.Label;
            if (said.Count <= MostSources)
            {
                reason.Append(reason.Length == 0 ? "" : "; ").Append(one.From);
                if (one.Label is not null)
                {
                    reason.Append(CultureInfo.InvariantCulture, $" on {one.Label}");
                }

                if (one.ValidFrom is { } from)
                {
                    reason.Append(CultureInfo.InvariantCulture, $", from {from:yyyy-MM-dd}");
                }

                reason.Append(CultureInfo.InvariantCulture, $", worth {worth * 100:0} % on the event's day");
            }
        }

        if (best <= 0)
        {
            return null;
        }

        Level level =
            best < Worn ? Level.Low
            : kind is IndicatorKind.Hash or IndicatorKind.Url ? Level.High
            : Level.Medium;
        string title = $"Indicator: {Word(kind)} {Short(value)}" + (label is null ? "" : $" ({Short(label)})");
        return new IndicatorMatch(
            new FindingRule($"indicator:{Word(kind)}:{Short(value)}", title, level, FindingKind.Indicator, []),
            new FindingEntity(
                new Observable(ObservableOf(kind), seen),
                kind is IndicatorKind.Address or IndicatorKind.Email ? EntityRole.Source : EntityRole.Related
            ),
            $"the event holds {Short(seen)}: {reason}"
        );
    }

    /// <summary>The value as it is written.</summary>
    public static string Of(IndicatorKind kind, byte key, ReadOnlySpan<byte> value)
    {
        switch (kind)
        {
            case IndicatorKind.Hash:
                return Convert.ToHexStringLower(value);
            case IndicatorKind.Address:
                int length = key - (value.Length == 4 ? IndicatorKey.Address4 : IndicatorKey.Address6);
                string text = new IPAddress(value).ToString();
                return length == value.Length * 8 ? text : $"{text}/{length}";
            default:
                return Encoding.UTF8.GetString(value);
        }
    }

    private static string Word(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Hash => "digest",
            IndicatorKind.Domain => "domain",
            IndicatorKind.Address => "address",
            IndicatorKind.Url => "URL",
            IndicatorKind.Email => "e-mail address",
            _ => "file name",
        };

    private static ObservableKind ObservableOf(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Hash => ObservableKind.Hash,
            IndicatorKind.Domain => ObservableKind.Domain,
            IndicatorKind.Address => ObservableKind.Address,
            IndicatorKind.Url => ObservableKind.Url,
            IndicatorKind.Email => ObservableKind.EmailAddress,
            _ => ObservableKind.File,
        };

    private static string Short(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 199), "…");
}
