using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Attack;
using Cordon.Reporting.Page.Html;

namespace Cordon.Reporting.Page.Sections;

/// <summary>The techniques that the incidents' findings name, by tactic of ATT&amp;CK.</summary>
internal static class MatrixSection
{
    /// <summary>A technique with its name, where one is known.</summary>
    public static string Name(string technique)
    {
        string name = TechniqueFacts.NameOf(technique);
        return name.Length == 0 ? technique : $"{technique} {name}";
    }

    /// <summary>Writes the section.</summary>
    public static void Write(PageContext page)
    {
        HtmlWriter html = page.Html;
        html.Open("section", ("id", "techniques"), ("aria-labelledby", "techniques-h"));
        html.Element("h2", "Techniques by tactic (MITRE ATT&CK)", ("id", "techniques-h"));
        SortedDictionary<string, Cell> cells = Cells(page);
        if (cells.Count == 0)
        {
            html.Element("p", "No incident names a technique.").Close();
            return;
        }

        html.Open("p", ("class", "muted"))
            .Text(
                "What the findings of attempts name, coloured by the worst outcome of the incidents that they belong to. A technique stands under each of its tactics. An empty tactic was not seen, which is not proof that it was not used."
            )
            .Close();
        html.Open("ul", ("class", "matrix"));
        foreach (string tactic in TechniqueFacts.Tactics)
        {
            Write(
                page,
                char.ToUpperInvariant(tactic[0]) + tactic[1..].Replace('-', ' '),
                [.. cells.Where(c => TechniqueFacts.TacticsOf(c.Key).Contains(tactic, StringComparer.Ordinal))]
            );
        }

        KeyValuePair<string, Cell>[] others = [.. cells.Where(static c => TechniqueFacts.TacticsOf(c.Key).Count == 0)];
        if (others.Length > 0)
        {
            Write(page, "In no tactic known here", others);
        }

        html.Close().Close();
    }

    private static SortedDictionary<string, Cell> Cells(PageContext page)
    {
        var cells = new SortedDictionary<string, Cell>(StringComparer.Ordinal);
        foreach (Incident incident in page.Incidents.Where(static i => i.Outcome != Outcome.NotAnAttack))
        {
            foreach (string technique in incident.Techniques)
            {
                Cell known = cells.GetValueOrDefault(technique) ?? new Cell(0, incident.Outcome);
                cells[technique] = new Cell(
                    known.Incidents + 1,
                    known.Worst > incident.Outcome ? known.Worst : incident.Outcome
                );
            }
        }

        return cells;
    }

    private static void Write(PageContext page, string tactic, KeyValuePair<string, Cell>[] cells)
    {
        HtmlWriter html = page.Html;
        html.Open("li", ("class", cells.Length == 0 ? "tactic empty" : "tactic"));
        html.Element("h3", tactic);
        if (cells.Length == 0)
        {
            html.Element("p", "none seen", ("class", "muted"));
        }
        else
        {
            html.Open("ul");
            foreach ((string technique, Cell cell) in cells)
            {
                html.Open("li", ("class", "technique edge " + OutcomeWords.Of(cell.Worst)));
                html.Open("span").Text(Name(technique), PageLimits.Line).Close();
                html.Element(
                    "span",
                    $"{Wording.Counted(cell.Incidents, "incident")}, {OutcomeWords.Label(cell.Worst)}",
                    ("class", "muted")
                );
                html.Close();
            }

            html.Close();
        }

        html.Close();
    }

    private sealed record Cell(int Incidents, Outcome Worst);
}
