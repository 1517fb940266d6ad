using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads indicators out of STIX, whose patterns ask for values, with what they are a sign of.</summary>
/// <param name="content">Gets the indicators.</param>
/// <param name="placeOf">How problems name an object.</param>
internal sealed class StixIndicators(ImportContent content, Func<StixObject, string> placeOf)
{
    private const int MostSigns = 20;
    private readonly List<StixObject> _indicators = [];
    private readonly Dictionary<string, List<string>> _signs = new(StringComparer.Ordinal);

    /// <summary>Keeps an indicator until all objects were seen.</summary>
    public void Take(StixObject one)
    {
        if (_indicators.Count >= content.Limits.MaxIndicators)
        {
            content.Problems.Add(placeOf(one), "there are too many indicators");
            return;
        }

        _indicators.Add(one);
    }

    /// <summary>Keeps what an indicator is a sign of.</summary>
    public void TakeSign(string indicator, string of)
    {
        if (!_signs.TryGetValue(indicator, out List<string>? all))
        {
            _signs.Add(indicator, all = []);
        }

        if (all.Count < MostSigns && !all.Contains(of))
        {
            all.Add(of);
        }
    }

    /// <summary>Reads what was kept.</summary>
    public void Finish(StixSources sources, Func<string, string?> nameOf)
    {
        foreach (StixObject one in _indicators)
        {
            if (PatternOf(one) is { } sets)
            {
                Add(sets, Like(one, sources, nameOf), placeOf(one));
            }
        }
    }

    // The values that a pattern asks for; null, and counted, for an indicator that is not kept.
    private IReadOnlyList<IReadOnlyList<StixTest>>? PatternOf(StixObject one)
    {
        if (one.Text("pattern_type") is { } type && type != "stix")
        {
            content.Leave("indicators in other languages than STIX");
            return null;
        }

        // What MISP's converters put out says so where it is not meant for detection.
        if (one.Texts("labels").Contains("misp:to_ids=\"False\"", StringComparer.Ordinal))
        {
            content.Leave("attributes that their author does not mean for detection (to_ids)");
            return null;
        }

        if (one.Text("pattern") is not { } text)
        {
            content.Problems.Add(placeOf(one), "the indicator has no pattern");
            return null;
        }

        if (!StixPattern.TryParse(text, out StixPattern? pattern, out StixPatternException? fault))
        {
            content.Problems.Add(placeOf(one), $"the pattern: {fault.Message}");
            return null;
        }

        if (pattern.Alternatives() is { } sets)
        {
            return sets;
        }

        content.Leave("indicators whose patterns ask for more than values");
        return null;
    }

    private Indicator Like(StixObject one, StixSources sources, Func<string, string?> nameOf)
    {
        List<string> signs = _signs.GetValueOrDefault(one.Id) ?? [];
        return new Indicator(IndicatorKind.Hash, "", sources.Of(one))
        {
            ValidFrom = JsonFields.Date(one.Json, "valid_from") ?? JsonFields.Date(one.Json, "created"),
            ValidUntil = JsonFields.Date(one.Json, "valid_until"),
            Confidence = sources.GradeOf(one).Sureness,
            Label = signs.Select(nameOf).LastOrDefault(static n => n is not null) ?? JsonFields.Text(one.Json, "name"),
            Refs = [.. signs.Order(StringComparer.Ordinal)],
        };
    }

    private void Add(IReadOnlyList<IReadOnlyList<StixTest>> sets, Indicator like, string place)
    {
        foreach (IReadOnlyList<StixTest> set in sets)
        {
            if (StixIndicatorValues.Of(set) is { } value)
            {
                content.AddIndicator(value.Kind, value.Value, like, place);
            }
            else
            {
                content.Leave("indicators of kinds that are not looked for");
            }
        }
    }
}
