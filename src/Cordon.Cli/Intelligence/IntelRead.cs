using System.Text;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Documents;
using Cordon.Intelligence.Storing;

namespace Cordon.Cli.Intelligence;

/// <summary>Reads one report and writes what is in it.</summary>
internal static class IntelRead
{
    /// <summary>Reads a file and writes it to standard output; keeps the claims that somebody accepts.</summary>
    /// <returns><see cref="ExitCode.Done" />, or <see cref="ExitCode.Failed" /> where the file is refused or nothing can be kept.</returns>
    public static int Run(ReadCall call, KnowledgeBase knowledge, CancellationToken cancel)
    {
        if (Read(call.Path, knowledge, cancel) is not { } report)
        {
            return ExitCode.Failed;
        }

        report = report with { Claims = ClaimGrading.Grade(report.Claims, knowledge) };
        using (Stream output = StandardOutput.Open())
        {
            Write(report, call, knowledge, output);
        }

        string? accepted = call.Accept;
        if (accepted is null && call.IsReview && report.Claims.Count > 0 && IsSomebodyThere)
        {
            Console.Error.Write("Which claims does the report make? Numbers such as 1,3,5-7, all or none: ");
            accepted = Console.ReadLine() ?? "none";
        }

        return accepted is null ? ExitCode.Done : Accept(report, accepted, call, knowledge);
    }

    private static bool IsSomebodyThere =>
        !Console.IsInputRedirected && !Console.IsOutputRedirected && !Console.IsErrorRedirected;

    private static Report? Read(string path, KnowledgeBase knowledge, CancellationToken cancel)
    {
        var limits = new ReadingLimits();
        try
        {
            long length = new FileInfo(path).Length;
            if (length > limits.MaxBytes)
            {
                throw new DocumentRefusedException($"it has {length} bytes; at most {limits.MaxBytes} are read");
            }

            Report report = new ReportReader(knowledge, limits).Read(File.ReadAllBytes(path), path, cancel);
            foreach (string remark in report.Remarks)
            {
                ErrorText.Write($"{path}: {remark}");
            }

            return report;
        }
        catch (Exception fault) when (fault is DocumentRefusedException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: {fault.Message}");
            return null;
        }
    }

    private static void Write(Report report, ReadCall call, KnowledgeBase knowledge, Stream output)
    {
        if (call.IsReview)
        {
            ReportMarks.Write(report, output);
            return;
        }

        switch (call.Format)
        {
            case "text":
                output.Write(Encoding.UTF8.GetBytes(report.Text));
                break;
            case "stix":
                ReportStix.Write(report, knowledge, output);
                break;
            default:
                ReportJson.Write(report, output);
                break;
        }
    }

    private static int Accept(Report report, string accepted, ReadCall call, KnowledgeBase knowledge)
    {
        if (!AcceptedClaims.TryParse(accepted, report.Claims.Count, out IReadOnlyList<int> chosen))
        {
            ErrorText.Write(
                $"'{accepted}' names no claims: write numbers from 1 to {report.Claims.Count} such as 1,3,5-7, or all, or none; --review shows them"
            );
            return ExitCode.Failed;
        }

        if (chosen.Count == 0)
        {
            Console.Error.WriteLine("Nothing is kept.");
            return ExitCode.Done;
        }

        if (call.Store is not { } folder)
        {
            ErrorText.Write("there is no folder to keep it in: name one with --store or the variable CORDON_INTEL");
            return ExitCode.Failed;
        }

        try
        {
            ImportRecord kept = new IntelligenceStore(folder, TimeProvider.System).Accept(
                report,
                chosen,
                Path.GetFileName(call.Path),
                knowledge
            );
            Console.Error.WriteLine(
                $"{chosen.Count} of {report.Claims.Count} claims are kept as import {kept.Id}; 'cordon intel undo {kept.Id}' takes them away."
            );
            return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IntelligenceException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write(fault.Message);
            return ExitCode.Failed;
        }
    }
}

/// <summary>What <c>cordon intel read</c> was asked for.</summary>
/// <param name="Path">The report.</param>
/// <param name="Format">How to write it: json, stix or text.</param>
/// <param name="IsReview">Whether to show it to a person instead.</param>
/// <param name="Accept">The claims to keep, as written; null for none, or to ask.</param>
/// <param name="Store">The folder to keep them in; null where there is none.</param>
internal sealed record ReadCall(string Path, string Format, bool IsReview, string? Accept, string? Store);
