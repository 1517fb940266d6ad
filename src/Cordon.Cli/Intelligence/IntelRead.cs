using System.Text;
using Cordon.Cli.Terminal;
using Cordon.Intelligence.Knowledge;
using Cordon.Intelligence.Reading;
using Cordon.Intelligence.Reading.Documents;

namespace Cordon.Cli.Intelligence;

/// <summary>Reads one report and writes what is in it.</summary>
internal static class IntelRead
{
    /// <summary>Reads a file and writes it to standard output.</summary>
    /// <returns><see cref="ExitCode.Done" />, or <see cref="ExitCode.Failed" /> where the file is refused.</returns>
    public static int Run(string path, string format, bool review, INameResolver names, CancellationToken cancel)
    {
        var limits = new ReadingLimits();
        Report report;
        try
        {
            long length = new FileInfo(path).Length;
            if (length > limits.MaxBytes)
            {
                throw new DocumentRefusedException($"it has {length} bytes; at most {limits.MaxBytes} are read");
            }

            report = new ReportReader(names, limits).Read(File.ReadAllBytes(path), path, cancel);
        }
        catch (Exception fault) when (fault is DocumentRefusedException or IOException or UnauthorizedAccessException)
        {
            ErrorText.Write($"{path}: {fault.Message}");
            return ExitCode.Failed;
        }

        foreach (string remark in report.Remarks)
        {
            ErrorText.Write($"{path}: {remark}");
        }

        using Stream output = StandardOutput.Open();
        if (review)
        {
            ReportMarks.Write(report, output);
            return ExitCode.Done;
        }

        switch (format)
        {
            case "text":
                output.Write(Encoding.UTF8.GetBytes(report.Text));
                break;
            case "stix":
                ReportStix.Write(report, output);
                break;
            default:
                ReportJson.Write(report, output);
                break;
        }

        return ExitCode.Done;
    }
}
