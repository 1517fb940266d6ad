using System.Globalization;
using Cordon.Events;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Mail;

/// <summary>A file of mails: mbox (RFC 4155), with the quoting of mboxo and mboxrd.</summary>
internal sealed class MboxFormat(MailLimits? limits = null) : ILogFormat
{
    private readonly MailLimits _limits = limits ?? MailLimits.Default;

    /// <inheritdoc/>
    public string Name => "mbox";

    /// <inheritdoc/>
    public int Recognise(LogSample sample) => MailSniffer.Mbox(sample.Text);

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        using Stream text = TextEncoding.AsUtf8(stream);
        var mails = new MboxReader(text, _limits.MaxMessageBytes);
        var shown = new MailEvent(_limits, row);
        List<ReadProblem> problems = [];
        long problemCount = 0;
        long records = 0;
        ulong number = 0;
        void Tell(string message, bool isLoss)
        {
            problemCount++;
            if (problems.Count < SourceReport.ProblemLimit)
            {
                string place = string.Create(CultureInfo.InvariantCulture, $"mail {number}, byte {mails.Position}");
                problems.Add(new ReadProblem(place, message, isLoss));
            }
        }

        List<string> leftOut = [];
        while (mails.Next())
        {
            number++;
            leftOut.Clear();
            if (mails.LeftOut > 0)
            {
                leftOut.Add("it is longer than is read; what follows was left out");
            }

            if (shown.Show(mails.Message, context.Source, mails.Position, number, leftOut) is { } fault)
            {
                Tell(fault, isLoss: true);
                continue;
            }

            leftOut.ForEach(what => Tell(what, isLoss: false));
            records++;
            onEvent(row);
        }

        return new PartReport(records, problems, problemCount);
    }
}
