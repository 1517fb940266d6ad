using Cordon.Attribution;
using Cordon.Incidents;
using Cordon.Reporting.Page.Html;
using Cordon.Reporting.Page.Sections;
using Cordon.Sector.Warnings;

namespace Cordon.Reporting.Page;

/// <summary>
/// The report as one page, <c>report.html</c>: the answer, who must be warned, the timeline, the incidents down to the raw event, techniques, coverage. It asks
/// for nothing outside itself, works without scripts, and holds an attacker's text as text only; docs/report.md tells what each part means.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the page as UTF-8. The same input gives the same bytes.</summary>
    /// <param name="output">Stays open.</param>
    /// <param name="reports">One report for each organisation.</param>
    /// <param name="figures">What is told of the scan itself.</param>
    /// <param name="attributions">Who may be behind the incidents; null where nobody looked.</param>
    /// <param name="warnings">Who is to be warned of them; null for nobody. Their files are told as lying in the folder <c>warnings</c> beside the page.</param>
    /// <exception cref="IOException">The output can't be written.</exception>
    public static void Write(
        Stream output,
        IReadOnlyList<OrganisationReport> reports,
        ReportFigures figures,
        AttributionReport? attributions = null,
        IReadOnlyList<Warning>? warnings = null
    )
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(figures);
        using var html = new HtmlWriter(output);
        var page = new PageContext(html, reports, figures, attributions ?? AttributionReport.None, warnings ?? []);
        html.Doctype();
        html.Open("html", ("lang", "en"));
        HeadSection.Write(page);
        html.Open("body");
        HeadSection.WriteTop(page);
        html.Open("main", ("id", "main"));
        AnswerSection.Write(page);
        WarningSection.Write(page);
        TimelineSection.Write(page);
        IncidentSection.Write(page);
        MatrixSection.Write(page);
        CoverageSection.Write(page);
        ScanSection.Write(page);
        html.Close();
        HeadSection.WriteFoot(page);
        html.Asset(PageAsset.Script);
        html.Close().Close();
        html.Flush();
    }
}
