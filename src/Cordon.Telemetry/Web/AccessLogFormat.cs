using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Web;

/// <summary>Access logs of Apache and nginx: common and combined format, with or without the virtual host.</summary>
/// <remarks>
/// The lines have no names of their own; they get those of W3C's extended format, which Sigma's taxonomy uses for web servers. Which of the two servers wrote
/// them does not show; <see cref="RowEvent.Product"/> is <c>nginx</c> where the file's name says so, else <c>apache</c>.
/// </remarks>
internal sealed class AccessLogFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "web-access";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) =>
        Sure(sample, static line => AccessLine.TryParse(line, out _), 80);

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) =>
        new Session(context.Source.Contains("nginx", StringComparison.OrdinalIgnoreCase) ? "nginx" : "apache");

    /// <summary>Adds a request under the names of W3C's extended format.</summary>
    public static void AddTarget(LineSink sink, ReadOnlySpan<char> method, ReadOnlySpan<char> target)
    {
        // A whole address, as proxies are asked for one, is taken apart with the taxonomy's names.
        bool isWhole = target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("/");
        int question = target.IndexOf('?');
        sink.Add("cs-method", method);
        sink.Add(
            "cs-uri-stem",
            isWhole ? default
                : question < 0 ? target
                : target[..question]
        );
        sink.Add("cs-uri-query", isWhole || question < 0 ? default : target[(question + 1)..]);
        sink.Add("cs-uri", target);
    }

    private static ReadOnlySpan<char> OrNone(ReadOnlySpan<char> text) => text is "-" ? default : text;

    private sealed class Session(string product) : ILineSession
    {
        public void Read(ReadOnlySpan<char> text, LineSink sink)
        {
            if (!AccessLine.TryParse(text, out AccessLine line))
            {
                sink.Reject("it is no line of an access log in common or combined format");
                return;
            }

            bool isProxy = IsOfProxy(line.Rest);
            sink.Begin(isProxy ? "proxy" : product, isProxy ? "proxy" : "webserver");
            sink.Row.SetHeader(TimeOf(line.Time), LineLimits.Cut(line.Host));
            sink.Add("c-ip", line.Client);
            sink.Add("cs-username", OrNone(line.User));
            AddRequest(sink, line.Request);
            if (int.TryParse(line.Status, NumberStyles.None, CultureInfo.InvariantCulture, out int status))
            {
                sink.Row.Add("sc-status", status, line.Status.ToString());
            }

            if (long.TryParse(line.Bytes, NumberStyles.None, CultureInfo.InvariantCulture, out long bytes))
            {
                sink.Row.Add("sc-bytes", bytes);
            }

            sink.Add("cs-referer", OrNone(line.Referer));
            sink.Add("cs-user-agent", OrNone(line.UserAgent));
            sink.Add("cs-host", line.Host);
            sink.Add("rest", line.Rest);
            if (isProxy)
            {
                sink.Add("action", line.Rest[..line.Rest.IndexOf(':')]);
            }

            new WebNames
            {
                Url = sink.Row.TextOf("cs-uri") ?? "",
                Client = line.Client.ToString(),
                UserAgent = LineLimits.Cut(line.UserAgent),
                Referer = LineLimits.Cut(line.Referer),
            }.AddTo(sink.Row);
            sink.Show();
        }

        // Squid's combined format ends with its result: TCP_MISS:HIER_DIRECT
        private static bool IsOfProxy(ReadOnlySpan<char> rest) =>
            (rest.StartsWith("TCP_") || rest.StartsWith("UDP_") || rest.StartsWith("NONE"))
            && rest.IndexOf(':') is > 0 and < 40;

        // What is no request (a handshake of another protocol, noise) is kept as it is.
        private static void AddRequest(LineSink sink, ReadOnlySpan<char> request)
        {
            int blank = request.IndexOf(' ');
            int last = request.LastIndexOf(' ');
            bool isNamed = last > blank && request[(last + 1)..].StartsWith("HTTP/");
            if (blank <= 0 || blank > 20)
            {
                sink.Add("cs-uri", OrNone(request));
                return;
            }

            AddTarget(sink, request[..blank], request[(blank + 1)..(isNamed ? last : request.Length)].Trim());
            sink.Add("cs-version", isNamed ? request[(last + 1)..] : default);
        }

        // 10/Oct/2026:13:55:36 +0000
        private static DateTime? TimeOf(ReadOnlySpan<char> text)
        {
            int month = "JanFebMarAprMayJunJulAugSepOctNovDec".AsSpan().IndexOf(text[3..6]);
            if (month < 0 || month % 3 != 0 || text.Length < 20)
            {
                return null;
            }

            string iso = string.Create(
                CultureInfo.InvariantCulture,
                $"{text[7..11]}-{(month / 3) + 1:D2}-{text[..2]}T{text[12..20]}{text[20..].Trim()}"
            );
            return LogTime.TryParse(iso, TimeZoneInfo.Utc, out DateTime time) ? time : null;
        }
    }
}
