using System.Globalization;
using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Answers;
using Cordon.Reporting.Page.Html;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Page;

/// <summary>What all sections of a page share.</summary>
internal sealed class PageContext
{
    /// <summary>Puts incidents and organisations in the page's order.</summary>
    public PageContext(
        HtmlWriter html,
        IReadOnlyList<OrganisationReport> reports,
        ReportFigures figures,
        AttributionReport attributions,
        IReadOnlyList<Warning> warnings
    )
    {
        Html = html;
        Warnings = WarnWords.MostUrgentFirst(warnings);
        Attributions = attributions;
        Figures = figures;
        Answers = AnswerMaker.Of(reports, attributions, warnings);
        Incidents = AnswerMaker.WorstFirst(reports);
        Reports = [.. reports.OrderBy(static r => r.Organisation.Name, StringComparer.Ordinal)];
    }

    /// <summary>Where the page is written to.</summary>
    public HtmlWriter Html { get; }

    /// <summary>Who may be behind the incidents.</summary>
    public AttributionReport Attributions { get; }

    /// <summary>Who must be warned, most urgent first.</summary>
    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>What is told of the scan.</summary>
    public ReportFigures Figures { get; }

    /// <summary>The answers, worst first.</summary>
    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>All incidents, worst first.</summary>
    public IReadOnlyList<Incident> Incidents { get; }

    /// <summary>The organisations by name.</summary>
    public IReadOnlyList<OrganisationReport> Reports { get; }

    /// <summary>Whether organisations have to be told apart.</summary>
    public bool HasSeveral => Reports.Count > 1;

    /// <summary>Whether there is room for details.</summary>
    public bool HasRoom => Html.Length < PageLimits.Page;

    /// <summary>The place of the incident with an index in <see cref="Incidents"/>, without <c>#</c>.</summary>
    public static string PlaceOf(int index) => "incident-" + Number(index + 1);

    /// <summary>A whole number as attributes hold it.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>An outcome's word on its colour.</summary>
    public void Badge(Outcome outcome) =>
        Html.Element("span", OutcomeWords.Label(outcome), ("class", "badge " + OutcomeWords.Of(outcome)));

    /// <summary>Says how many were left out, and where they are.</summary>
    public void More(string element, long count, string one, string where = "incidents.json has them all")
    {
        if (count > 0)
        {
            Html.Element(element, $"… and {Wording.Counted(count, $"more {one}")}; {where}.", ("class", "more"));
        }
    }
}
