using Cordon.Intelligence.Json;
using Cordon.Intelligence.Knowledge;
using Cordon.Stix;

namespace Cordon.Intelligence.Importing;

/// <summary>Who says what in STIX: identities as sources, ATT&amp;CK as one, with the grades that the objects state.</summary>
/// <param name="content">Gets the sources.</param>
/// <param name="name">What a source is called that the objects do not name.</param>
internal sealed class StixSources(ImportContent content, string name)
{
    private const string Attack = "mitre-attack";
    private const string AttackPublisher = "MITRE ATT&CK";

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StatedGrade> _grades = new(StringComparer.Ordinal);
    private readonly Dictionary<(string By, string? Grade), KnowledgeSource> _sources = [];
    private (string Title, DateOnly? Date)? _collection;

    /// <summary>Keeps an identity.</summary>
    public void TakeIdentity(StixObject one, string called)
    {
        _names[one.Id] = called;

        // OpenCTI writes "B - Usually reliable".
        StatedGrade stated = JsonFields.Text(one.Json, "x_opencti_reliability")
            is [>= 'A' and <= 'F' and var letter, ..]
            ? new StatedGrade(letter, null, null)
            : default;
        _grades[one.Id] = stated.Or(StatedGrade.Of(JsonFields.Texts(one.Json, "labels")));
    }

    /// <summary>Keeps what a release of ATT&amp;CK is called.</summary>
    public void TakeCollection(StixObject one, string title) =>
        _collection = (
            $"{title} {JsonFields.Text(one.Json, "x_mitre_version")}".Trim(),
            JsonFields.Date(one.Json, "modified")
        );

    /// <summary>What an object says of how good it is, by its labels and its confidence.</summary>
    public static StatedGrade StatedBy(StixObject one)
    {
        StatedGrade own = StatedGrade.Of(JsonFields.Texts(one.Json, "labels"));
        return own.Credibility is null && one.Number("confidence") is { } sure and >= 0 and <= 100
            ? own with
            {
                Confidence = (int)sure,
            }
            : own;
    }

    /// <summary>What an object says, and where it does not, what is said of who made it; once all identities are known.</summary>
    public StatedGrade GradeOf(StatedGrade own, string? by) =>
        own.Or(by is null ? default : _grades.GetValueOrDefault(by));

    /// <summary>Likewise of an object.</summary>
    public StatedGrade GradeOf(StixObject one) => GradeOf(StatedBy(one), one.Text("created_by_ref"));

    /// <summary>Who says an object, once all identities are known.</summary>
    public KnowledgeSource Of(StixObject one)
    {
        bool isAttack = JsonFields
            .Items(one.Json, "external_references")
            .Any(static r => JsonFields.Text(r, "source_name")?.StartsWith(Attack, StringComparison.Ordinal) == true);
        return isAttack ? Source(Attack, null) : Source(one.Text("created_by_ref") ?? "", GradeOf(one).OfSource);
    }

    /// <summary>Who says what is made by an identity of something that another keeps.</summary>
    public KnowledgeSource Of(string? by, KnowledgeSource keeper) =>
        keeper.Publisher == AttackPublisher
            ? keeper
            : Source(by ?? "", by is null ? null : _grades.GetValueOrDefault(by).OfSource);

    /// <summary>An object's identifier in ATT&amp;CK; null where it has none.</summary>
    public static string? NumberOf(StixObject one)
    {
        foreach (System.Text.Json.JsonElement reference in JsonFields.Items(one.Json, "external_references"))
        {
            if (
                JsonFields.Text(reference, "source_name")?.StartsWith(Attack, StringComparison.Ordinal) == true
                && JsonFields.Text(reference, "external_id") is { Length: <= 20 } number
            )
            {
                return number;
            }
        }

        return null;
    }

    private KnowledgeSource Source(string by, string? grade)
    {
        if (!_sources.TryGetValue((by, grade), out KnowledgeSource? source))
        {
            source =
                by == Attack
                    ? content.AddSource(AttackPublisher, _collection?.Title ?? "ATT&CK", _collection?.Date)
                    : content.AddSource(_names.GetValueOrDefault(by) ?? name, name, null, grade: grade);
            _sources.Add((by, grade), source);
        }

        return source;
    }
}
