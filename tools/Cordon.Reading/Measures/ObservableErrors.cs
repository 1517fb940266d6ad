using Cordon.Intelligence.Reading.Observables;
using Cordon.Reading.Corpora;

namespace Cordon.Reading.Measures;

/// <summary>Lists where observables and marks disagree, for whoever works on the forms.</summary>
internal static class ObservableErrors
{
    /// <summary>Prints them.</summary>
    public static int Run(string part)
    {
        foreach (Annotated document in EntityCorpora.Aptner(Places.Corpora, part))
        {
            var found = ObservableFinder.Find(document.Text).Select(static o => (o.Type, o.Start, o.End)).ToHashSet();
            var types = found.Select(static f => f.Type).ToHashSet(StringComparer.Ordinal);
            var wanted = document.Entities.Select(static e => (e.Type, e.Start, e.End)).ToHashSet();
            foreach ((string type, int start, int end) in found.Except(wanted))
            {
                Console.WriteLine(
                    $"+{type} {document.Text[start..end]} :: {document.Text[Math.Max(0, start - 20)..Math.Min(document.Text.Length, end + 15)].ReplaceLineEndings(" ")}"
                );
            }

            foreach (
                (string type, int start, int end) in wanted
                    .Except(found)
                    .Where(w =>
                        w.Type is "ipv4-addr" or "domain-name" or "email-addr" or "url" or "file" or "vulnerability"
                    )
            )
            {
                Console.WriteLine($"-{type} {document.Text[start..end]}");
            }
        }

        return 0;
    }
}
