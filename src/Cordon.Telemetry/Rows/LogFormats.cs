using Cordon.Telemetry.Identity;
using Cordon.Telemetry.Mail;
using Cordon.Telemetry.Network;

namespace Cordon.Telemetry.Rows;

/// <summary>All row formats that Cordon knows.</summary>
internal static class LogFormats
{
    /// <summary>How sure a format has to be at least for a file to be read as one of it.</summary>
    public const int Least = 10;

    /// <summary>The formats; of equally sure ones the first is taken.</summary>
    public static IReadOnlyList<ILogFormat> All { get; } =
    [.. CloudFormats.All, .. MailFormats.All, .. TextFormats.All];

    /// <summary>The format that is surest of a sample; null where none is sure enough.</summary>
    public static ILogFormat? Recognise(LogSample sample, IReadOnlyList<ILogFormat> formats)
    {
        ILogFormat? best = null;
        int sure = Least - 1;
        foreach (ILogFormat format in formats)
        {
            int score = format.Recognise(sample);
            if (score > sure)
            {
                (best, sure) = (format, score);
            }
        }

        return best;
    }
}
