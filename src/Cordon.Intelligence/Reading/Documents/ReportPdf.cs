using System.Globalization;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Cordon.Intelligence.Reading.Documents;

/// <summary>
/// Takes the text out of a PDF. Scripts, forms, attachments and pictures are not looked at. The work is done on a thread of its own, so that a document
/// that never ends is given up.
/// </summary>
internal static class ReportPdf
{
    private const int StackBytes = 8 << 20;
    private const long MostUnpacked = 512L << 20;
    private const int MostDepth = 64;

    /// <summary>Reads a PDF.</summary>
    /// <exception cref="DocumentRefusedException">It can't be read, or goes past a limit.</exception>
    public static ReportText Read(byte[] bytes, ReadingLimits limits, CancellationToken cancel)
    {
        ReportText? result = null;
        Exception? fault = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        CancellationToken token = stop.Token;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = Take(bytes, limits, token);
                }
                catch (Exception one)
                {
                    fault = one;
                }
            },
            StackBytes
        )
        {
            IsBackground = true,
        };
        thread.Start();
        if (!thread.Join(limits.MaxTime))
        {
            stop.Cancel();
            throw new DocumentRefusedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"taking its text out needs longer than {limits.MaxTime.TotalSeconds:0} seconds"
                )
            );
        }

        return fault switch
        {
            null => result!,
            DocumentRefusedException or OperationCanceledException => throw fault,
            _ => throw new DocumentRefusedException($"it is no PDF that can be read: {fault.Message}", fault),
        };
    }

    private static ReportText Take(byte[] bytes, ReadingLimits limits, CancellationToken cancel)
    {
        using PdfDocument document = PdfDocument.Open(
            bytes,
            new ParsingOptions
            {
                UseLenientParsing = true,
                SkipMissingFonts = true,
                MaxStackDepth = MostDepth,
                FilterProvider = new BoundedFilters(MostUnpacked),
            }
        );
        if (document.NumberOfPages > limits.MaxPages)
        {
            throw new DocumentRefusedException(
                $"it has {document.NumberOfPages} pages; at most {limits.MaxPages} are read"
            );
        }

        var text = new StringBuilder();
        var remarks = new List<string>();
        for (int number = 1; number <= document.NumberOfPages && text.Length < limits.MaxText; number++)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                Page page = document.GetPage(number);
                text.Append(ContentOrderTextExtractor.GetText(page).ReplaceLineEndings("\n")).Append("\n\n");
            }
            catch (Exception one) when (one is not (DocumentRefusedException or OperationCanceledException))
            {
                remarks.Add($"page {number} can't be read: {one.Message}");
            }
        }

        string title = document.Information.Title?.Trim() ?? "";
        if (text.Length > limits.MaxText)
        {
            text.Length = limits.MaxText;
            remarks.Add($"the text is longer than {limits.MaxText} characters; the rest was left out");
        }

        string whole = text.ToString().Trim();
        return whole.Length == 0 && remarks.Count == 0
            ? throw new DocumentRefusedException("there is no text in it; pictures of pages are not read")
            : new ReportText(
                whole,
                title.Length > 0 ? title : null,
                Created(document.Information.CreationDate),
                null,
                remarks
            );
    }

    // D:20210216083000+01'00'
    private static DateOnly? Created(string? stamp) =>
        stamp is { Length: >= 10 }
        && stamp.StartsWith("D:", StringComparison.Ordinal)
        && DateOnly.TryParseExact(
            stamp.AsSpan(2, 8),
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        )
            ? day
            : null;
}
