using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <content>Whom descriptions of speakers mean.</content>
internal sealed partial class StatementReader
{
    // Whom a sentence begins with may speak in the next: "Minister X would not blame anybody. … she said."
    private static string? PersonOf(Clause clause) =>
        clause
            .Mentions.FirstOrDefault(static m => m.First < NearStart && m.Entity.Type == EntityType.Identity)
            .Entity?.Text;

    // "The company", where actors are named by it: of the companies that name actors, the one that the paragraph names.
    private string Described(Clause clause, Speaker speaker)
    {
        string name = speaker.Name;
        bool isDescribed =
            name.StartsWith("the ", StringComparison.OrdinalIgnoreCase)
            && (
                name.EndsWith(" company", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(" firm", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith(" giant", StringComparison.OrdinalIgnoreCase)
            )
            && clause.Mentions.Any(static m => m.Entity.Type == EntityType.ThreatActor);
        if (!isDescribed)
        {
            return Resolved(clause, speaker);
        }

        int first = _sentence;
        while (
            first > 0
            && _sentence - first < NearSentences
            && sentences[first - 1].Paragraph == clause.Sentence.Paragraph
        )
        {
            first--;
        }

        int last = _sentence;
        while (
            last + 1 < sentences.Count
            && last - _sentence < NearSentences
            && sentences[last + 1].Paragraph == clause.Sentence.Paragraph
        )
        {
            last++;
        }

        int start = sentences[first].Start;
        int end = sentences[last].End;
        List<string> vendors =
        [
            .. entities
                .Skip(Math.Max(0, _entity - NearEntities))
                .Take(2 * NearEntities)
                .Where(e => e.Start >= start && e.End <= end && WellKnown.IsVendor(e.Text))
                .Select(static e => e.Text)
                .Distinct(StringComparer.Ordinal),
        ];
        return vendors.Count == 1 ? vendors[0]
            : vendors.Count == 0 && WellKnown.IsVendor(_lastSpeaker ?? "") ? _lastSpeaker!
            : Resolved(clause, speaker);
    }

    private string? LastDoer() =>
        _lastFrame is { Predicate: FrameFinder.AttributedTo } said && said.Object.Any(char.IsUpper) ? said.Object
        : _lastFrame is { Predicate: FrameFinder.Targets } frame
        && frame.Subject.Split(' ')[^1] is { Length: > 0 } name
        && char.IsUpper(name[0])
            ? frame.Subject
        : null;

    // "The Age reported that …": whoever reports and is nothing else that is known.
    private bool IsUnknownPress(Clause clause, Speaker speaker) =>
        clause.Words[speaker.At] is "reported"
        && speaker.Name.Split(' ') is { Length: < 5 } words
        && words.All(static w => char.IsUpper(w[0]))
        && !WellKnown.IsVendor(speaker.Name)
        && !entities.Any(e => e.Type != EntityType.Location && speaker.Name.Contains(e.Text, StringComparison.Ordinal));

    private static bool IsPress(string name) => WellKnown.IsPress(name) || IsPressWord(name);

    // As written, and whom it means in brackets: "the company [Velmar Pharma]".
    private string Resolved(Clause clause, Speaker speaker)
    {
        string[] words = speaker.Name.Split(' ');
        bool isGroup =
            words.Length == 2
            && words[0] is "the" or "The"
            && words[1] is "group" or "gang" or "hackers" or "crew" or "collective";
        string last = SpokenName.Of(_lastSpeaker ?? "");
        bool isPaper = words.Length is 2 or 3 && words[1..].Any(Vocabulary.Press.Contains) && IsPress(last);
        string? meant =
            isGroup ? _lastActor ?? LastDoer()
            : isPaper ? last
            : _antecedents.Of(speaker.Name, _sentence, clause.Sentence.Tokens[speaker.At].Start, last);
        return meant is null ? speaker.Name : SpokenName.Resolved(speaker.Name, meant);
    }
}
