using System.Globalization;
using Cordon.Events;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Mail;

/// <summary>A file that is one mail: EML, RFC 5322.</summary>
internal sealed class EmlFormat(MailLimits? limits = null) : ILogFormat
{
    private readonly MailLimits _limits = limits ?? MailLimits.Default;

    /// <inheritdoc/>
    public string Name => "eml";

    /// <inheritdoc/>
    public int Recognise(LogSample sample) => MailSniffer.Mail(sample.Text);

    /// <inheritdoc/>
    public PartReport Read(Stream stream, RowEvent row, RowContext context, Action<LogEvent> onEvent)
    {
        List<ReadProblem> problems = [];
        using Stream mail = TextEncoding.AsUtf8(stream);
        byte[] bytes = ReadAll(mail, problems);
        List<string> leftOut = [];
        string? fault = new MailEvent(_limits, row).Show(bytes, context.Source, 0, 1, leftOut);
        if (fault is not null)
        {
            problems.Add(new ReadProblem("the mail", fault, IsLoss: true));
            return new PartReport(0, problems, problems.Count);
        }

        problems.AddRange(leftOut.Select(text => new ReadProblem("the mail", text, IsLoss: false)));
        onEvent(row);
        return new PartReport(1, problems, problems.Count);
    }

    private byte[] ReadAll(Stream stream, List<ReadProblem> problems)
    {
        using var held = new MemoryStream();
        byte[] piece = new byte[8 * 1024];
        try
        {
            for (int read = stream.Read(piece); read > 0; read = stream.Read(piece))
            {
                int room = _limits.MaxMessageBytes - (int)held.Length;
                held.Write(piece, 0, Math.Min(room, read));
                if (read > room)
                {
                    problems.Add(
                        new ReadProblem(
                            "the mail",
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"it is longer than {_limits.MaxMessageBytes} bytes; what follows them was left out"
                            ),
                            IsLoss: false
                        )
                    );
                    break;
                }
            }
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            // What was read of it is a mail as well.
            problems.Add(new ReadProblem("the mail", $"it can't be read to its end: {fault.Message}", IsLoss: false));
        }

        return held.ToArray();
    }
}
