using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Intelligence.Importing;

/// <summary>What the files of one import hold, and what of them could not be taken.</summary>
internal sealed class ImportContent(string import, ImportLimits limits)
{
    /// <summary>The import's own word; sources carry it.</summary>
    public string Import { get; } = import;

    public ImportLimits Limits { get; } = limits;

    public KnowledgePart Part { get; } = new();

    public List<Indicator> Indicators { get; } = [];

    public List<WarningList> WarningLists { get; } = [];

    public ProblemList Problems { get; } = new();

    /// <summary>What the files were, such as <c>STIX</c>, with how many of each.</summary>
    public SortedDictionary<string, int> Formats { get; } = new(StringComparer.Ordinal);

    /// <summary>What was understood and is not kept, such as patterns that no index can hold, with how many of each.</summary>
    public SortedDictionary<string, long> LeftOut { get; } = new(StringComparer.Ordinal);

    public void CountFormat(string format) => Formats[format] = Formats.GetValueOrDefault(format) + 1;

    public void Leave(string what) => LeftOut[what] = LeftOut.GetValueOrDefault(what) + 1;

    /// <summary>Takes a source; its grade is what the import itself says of it.</summary>
    public KnowledgeSource AddSource(
        string publisher,
        string title,
        DateOnly? date,
        bool isCopy = false,
        string? grade = null
    )
    {
        var source = new KnowledgeSource($"s{Part.Sources.Count}", publisher, title, date)
        {
            Import = Import,
            IsCopy = isCopy,
            Grade = grade,
            IsSelfGraded = grade is not null,
        };
        Part.Sources.Add(source);
        return source;
    }

    /// <summary>Takes an actor; false, and a problem, where there are too many.</summary>
    public void Add(ActorEntry actor, string place)
    {
        if (Part.Actors.Count >= Limits.MaxEntities)
        {
            Problems.Add(place, $"there are more than {Limits.MaxEntities} actors");
            return;
        }

        if (actor.Names.Count > Limits.MaxNames)
        {
            Problems.Add(place, $"the actor has more than {Limits.MaxNames} names; the rest is left out");
            actor.Names.RemoveRange(Limits.MaxNames, actor.Names.Count - Limits.MaxNames);
        }

        Part.Actors.Add(actor);
    }

    /// <summary>Takes an indicator in its plain form; a value that is none of its kind is a problem.</summary>
    public void AddIndicator(IndicatorKind kind, string value, Indicator like, string place)
    {
        if (IndicatorValue.Normalise(kind, value) is not { } plain)
        {
            Problems.Add(place, $"the value is no {kind.ToString().ToLowerInvariant()} that can be looked for");
        }
        else if (Indicators.Count >= Limits.MaxIndicators)
        {
            Problems.Add(place, $"there are more than {Limits.MaxIndicators} indicators");
        }
        else
        {
            Indicators.Add(like with { Kind = kind, Value = plain });
        }
    }
}
