using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Mail;

/// <summary>The formats of mails and of what mail servers write about them.</summary>
internal static class MailFormats
{
    /// <summary>All of them; of equally sure ones the first is taken.</summary>
    public static IReadOnlyList<ILogFormat> All { get; } = [new MboxFormat(), new EmlFormat(), new TraceFormat()];
}
