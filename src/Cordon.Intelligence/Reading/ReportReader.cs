using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading.Documents;
using Cordon.Intelligence.Reading.Models;
using Cordon.Intelligence.Reading.Observables;
using Cordon.Intelligence.Reading.Statements;
using Cordon.Intelligence.Reading.Tagging;
using Cordon.Intelligence.Reading.Text;

namespace Cordon.Intelligence.Reading;

/// <summary>
/// Reads reports: text, Markdown, HTML, mail and PDF. The same document and the same knowledge give the same answer; nothing is asked of a network, and
/// nothing in a document is run or followed.
/// </summary>
public sealed class ReportReader
{
    private readonly INameResolver? _names;
    private readonly ReadingLimits _limits;
    private readonly ReadingModels _models;

    /// <summary>Makes a reader.</summary>
    /// <param name="names">What names may mean; null where nothing is known, and then nothing refers to anything.</param>
    /// <param name="limits">How much is read; the default where null.</param>
    public ReportReader(INameResolver? names = null, ReadingLimits? limits = null)
        : this(names, limits, ReadingModels.BuiltIn) { }

    internal ReportReader(INameResolver? names, ReadingLimits? limits, ReadingModels models)
    {
        _names = names;
        _limits = limits ?? new ReadingLimits();
        _models = models;
    }

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="name">Its file's name; its ending helps to tell what it is.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="DocumentRefusedException">It can't be read, or goes past a limit; the message says why.</exception>
    public Report Read(byte[] bytes, string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(name);
        return Read(DocumentReader.Read(bytes, name, _limits, cancel), cancel);
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancel">Ends the work.</param>
    public Report Read(string text, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(PlainText.Read(text, _limits), cancel);
    }

    private Report Read(ReportText document, CancellationToken cancel)
    {
        string text = document.Text;
        List<Observable> observables = ObservableFinder.Find(text);
        List<Sentence> sentences = SentenceSplitter.Split(
            text,
            [.. observables.Select(static o => new Token(o.Start, o.End))]
        );
        var knowledge = new NameKnowledge(_models.Names, _names);
        List<Span> spans = _models.Tagger is { } tagger
            ? tagger.Tag(text, sentences, observables, knowledge, cancel)
            : [];
        IReadOnlyList<ReportEntity> entities = EntityCollector.Collect(text, sentences, observables, spans, _names);
        IReadOnlyList<Claim> claims = new StatementReader(document, sentences, entities).Read(cancel);
        if (_models.Techniques is { } techniques)
        {
            entities = techniques.AddTo(entities, text, sentences, _names, cancel);
        }

        return new Report(
            document.Title,
            document.Published,
            document.Publisher,
            text,
            entities,
            claims,
            document.Remarks
        );
    }
}
