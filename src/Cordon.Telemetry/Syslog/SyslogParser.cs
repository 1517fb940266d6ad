using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Syslog;

/// <summary>
/// Takes lines of syslog apart: RFC 5424, RFC 3164, and what daemons write to files: the same without priority, with the year, or with a time as
/// ISO 8601 has it.
/// </summary>
internal static class SyslogParser
{
    private const int MaxTag = 64;
    private static readonly string[] Months =
    [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ];

    /// <summary>Takes a line apart; false where it has neither time nor priority.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SyslogLine line)
    {
        line = default;
        var reader = new SpanReader(text);
        if (TakePriority(ref reader, out int priority))
        {
            line.Priority = priority;
            if (reader.Rest.StartsWith("1 ") && TryParse5424(reader, ref line))
            {
                return true;
            }
        }

        reader.TakeBlanks();
        // Some devices number their lines: "<189>84: *Mar 1 …".
        SpanReader numbered = reader;
        if (numbered.TakeNumber(9, out _) && numbered.Take(": "))
        {
            reader = numbered;
        }

        if (TakeTime(ref reader, out line.Time))
        {
            line.Host = TakeHost(ref reader);
        }
        else if (line.Priority is null)
        {
            return false;
        }

        line.Content = reader.Rest;
        TakeTag(reader.Rest, ref line);
        return true;
    }

    /// <summary>A time at the beginning of a text: <c>Dec 10 06:55:46</c>, perhaps with a year, or ISO 8601.</summary>
    public static bool TakeTime(ref SpanReader reader, out SyslogTime time)
    {
        time = default;
        SpanReader at = reader;
        if (at.Rest.IsEmpty)
        {
            return false;
        }

        if (char.IsAsciiDigit(at.Rest[0]))
        {
            ReadOnlySpan<char> word = at.TakeWord();
            if (
                word.Length >= 19
                && word[4] == '-'
                && word[10] == 'T'
                && LogTime.TryParse(word.TrimEnd(':'), TimeZoneInfo.Utc, out DateTime utc)
            )
            {
                time = new SyslogTime(utc, null, 0);
                reader = at;
                return true;
            }

            return false;
        }

        // Devices that are not sure of their clock say so by a mark.
        if (at.Rest[0] is '*' or '.' or ':')
        {
            at.Take(at.Rest[..1]);
            at.TakeBlanks();
        }

        if (!TakeMonth(ref at, out int month))
        {
            return false;
        }

        at.TakeBlanks();
        if (!at.TakeNumber(2, out int day) || !at.Take(" "))
        {
            return false;
        }

        at.TakeBlanks();
        int year = 0;
        SpanReader dated = at;
        if (dated.TakeNumber(4, out int number) && number is > 1969 and < 3000 && dated.Take(" "))
        {
            year = number;
            at = dated;
        }

        if (!TakeClock(ref at, out TimeSpan clock) || day is < 1 or > 31 || day > DateTime.DaysInMonth(4, month))
        {
            return false;
        }

        if (year > 0 && day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        DateTime local = new DateTime(4, month, day, 0, 0, 0).Add(clock);
        time = new SyslogTime(null, local, year);
        SpanReader zoned = at;
        zoned.TakeBlanks();
        if (zoned.Take("UTC") || zoned.Take("GMT"))
        {
            at = zoned;
            time =
                year > 0
                    ? new SyslogTime(
                        DateTime.SpecifyKind(new DateTime(year, month, day, 0, 0, 0).Add(clock), DateTimeKind.Utc),
                        null,
                        year
                    )
                    : time;
        }

        at.Take(":");
        at.TakeBlanks();
        reader = at;
        return true;
    }

    private static bool TakePriority(ref SpanReader reader, out int priority)
    {
        SpanReader at = reader;
        priority = 0;
        if (!at.Take("<") || !at.TakeNumber(3, out priority) || priority > 191 || !at.Take(">"))
        {
            return false;
        }

        reader = at;
        return true;
    }

    private static bool TryParse5424(SpanReader reader, ref SyslogLine line)
    {
        reader.Take("1 ");
        ReadOnlySpan<char> time = reader.TakeWord();
        if (time is not "-")
        {
            if (time.Length < 19 || time[10] != 'T' || !LogTime.TryParse(time, TimeZoneInfo.Utc, out DateTime utc))
            {
                return false;
            }

            line.Time = new SyslogTime(utc, null, 0);
        }

        line.Host = OrNone(reader.TakeWord());
        line.Program = WithoutFolder(OrNone(reader.TakeWord()));
        line.Process = OrNone(reader.TakeWord());
        line.MessageId = OrNone(reader.TakeWord());
        line.Content = reader.Rest;
        if (reader.Take("-"))
        {
            reader.TakeBlanks();
        }
        else
        {
            int length = StructuredData.LengthOf(reader.Rest);
            line.Structured = reader.Rest[..length];
            reader = new SpanReader(reader.Rest[length..]);
            reader.TakeBlanks();
        }

        line.Message = reader.Rest.TrimStart('\uFEFF');
        return true;
    }

    private static ReadOnlySpan<char> TakeHost(scoped ref SpanReader reader)
    {
        SpanReader at = reader;
        ReadOnlySpan<char> word = at.TakeWord();
        // Without a host, the tag comes at once.
        if (word.IsEmpty || word[0] == '%' || word[^1] == ':' || word.Contains('[') || word.Contains('='))
        {
            return default;
        }

        if (at.Take(":"))
        {
            at.TakeBlanks();
        }

        reader = at;
        return word;
    }

    // program[process]: message, program(module)[process]: message, program: message, -- program[process]: message
    private static void TakeTag(ReadOnlySpan<char> content, ref SyslogLine line)
    {
        line.Message = content;
        ReadOnlySpan<char> tag =
            content.StartsWith(" -- ") || content.StartsWith("-- ") ? content.TrimStart(" -") : content;
        int end = tag[..Math.Min(tag.Length, MaxTag)].IndexOfAny(" :[(");
        if (end <= 0)
        {
            return;
        }

        ReadOnlySpan<char> program = tag[..end];
        ReadOnlySpan<char> module = default;
        ReadOnlySpan<char> process = default;
        ReadOnlySpan<char> rest = tag[end..];
        if (rest[0] == '(' && rest.IndexOf(')') is > 0 and < MaxTag and var close)
        {
            module = rest[1..close];
            rest = rest[(close + 1)..];
        }

        if (rest.StartsWith("[") && rest.IndexOf(']') is > 0 and < MaxTag and var bracket)
        {
            process = rest[1..bracket];
            rest = rest[(bracket + 1)..];
        }

        if (!rest.StartsWith(":") || (rest.Length > 1 && rest[1] is not (' ' or '\t')))
        {
            return;
        }

        line.Program = WithoutFolder(program);
        line.Module = module;
        line.Process = process;
        line.Message = rest[1..].TrimStart(' ');
    }

    private static bool TakeMonth(ref SpanReader reader, out int month)
    {
        for (month = 1; month <= Months.Length; month++)
        {
            if (reader.Take(Months[month - 1]))
            {
                return reader.Rest.StartsWith(" ");
            }
        }

        return false;
    }

    private static bool TakeClock(ref SpanReader reader, out TimeSpan clock)
    {
        clock = default;
        if (
            !reader.TakeNumber(2, out int hour)
            || !reader.Take(":")
            || !reader.TakeNumber(2, out int minute)
            || !reader.Take(":")
            || !reader.TakeNumber(2, out int second)
            || hour > 23
            || minute > 59
            || second > 60
        )
        {
            return false;
        }

        clock = new TimeSpan(hour, minute, Math.Min(second, 59));
        ReadOnlySpan<char> rest = reader.Rest;
        if (rest.StartsWith("."))
        {
            int digits = 1;
            while (digits < rest.Length && digits < 10 && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            if (
                digits > 1
                && double.TryParse(
                    rest[..digits],
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double fraction
                )
            )
            {
                clock += TimeSpan.FromTicks((long)(fraction * TimeSpan.TicksPerSecond));
                reader.Take(rest[..digits]);
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> OrNone(ReadOnlySpan<char> word) => word is "-" ? default : word;

    private static ReadOnlySpan<char> WithoutFolder(ReadOnlySpan<char> program) =>
        program[(program.LastIndexOf('/') + 1)..];
}
