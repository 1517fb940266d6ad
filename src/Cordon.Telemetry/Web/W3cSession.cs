using System.Globalization;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Web;

/// <summary>One reading of a log in W3C's extended format.</summary>
internal sealed class W3cSession : ILineSession
{
    private const int MaxFields = 500;

    // What only proxies log.
    private static readonly string[] OfProxies =
    [
        "cs-uri-scheme",
        "cs-categories",
        "sc-filter-result",
        "sc-filter-category",
        "s-hierarchy",
        "s-supplier-name",
        "s-supplier-ip",
        "r-host",
        "r-ip",
        "r-dns",
        "rs(Content-Type)",
        "x-exception-id",
    ];

    private string[] _names = [];
    private string _software = "";
    private string _date = "";
    private string _product = "web";
    private bool _isProxy;
    private bool _isTabbed;

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, LineSink sink)
    {
        if (line[0] == '#')
        {
            ReadDirective(line);
            return;
        }

        if (_names.Length == 0)
        {
            sink.Reject("no #Fields line before it says what its fields are");
            return;
        }

        List<string> values = Split(line);
        if (values.Count != _names.Length)
        {
            sink.Reject(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it has {values.Count} fields where #Fields names {_names.Length}"
                )
            );
            return;
        }

        sink.Begin(_isProxy ? "proxy" : _product, _isProxy ? "proxy" : "webserver");
        sink.Row.SetHeader(TimeOf(values), LineLimits.Cut(OrNone(Of(values, "s-computername"))));
        for (int i = 0; i < values.Count; i++)
        {
            if (values[i] is not "-")
            {
                AddField(sink, _names[i], values[i]);
            }
        }

        NamesOf(values).AddTo(sink.Row);
        sink.Row.AddAlias("action", OrNone(Of(values, "sc-filter-result", "s-action")));
        sink.Show();
    }

    private WebNames NamesOf(List<string> values)
    {
        string stem = OrNone(Of(values, "cs-uri-stem", "cs-uri-path"));
        string query = OrNone(Of(values, "cs-uri-query"));
        string host = OrNone(Of(values, "cs-host", "cs(Host)", "r-host", "r-dns"));
        string scheme = OrNone(Of(values, "cs-uri-scheme"));
        string path = query.Length == 0 ? stem : $"{stem}{(query[0] == '?' ? "" : "?")}{query}";
        return new WebNames
        {
            Url =
                OrNone(Of(values, "c-uri", "cs-uri")) is { Length: > 0 } whole ? whole
                : scheme.Length > 0 && host.Length > 0 ? $"{scheme}://{host}{path}"
                : path,
            Host = host,
            Method = Of(values, "cs-method"),
            Client = Of(values, "c-ip"),
            Server = Of(values, "s-ip", "r-ip", "s-supplier-ip"),
            User = Of(values, "cs-username"),
            UserAgent = Words(Of(values, "cs(User-Agent)", "cs-user-agent", "c-useragent")),
            Referer = Of(values, "cs(Referer)", "cs-referer", "cs-referred"),
            Cookie = Words(Of(values, "cs(Cookie)", "cs-cookie")),
            Status = Of(values, "sc-status"),
        };
    }

    // IIS writes blanks as +.
    private string Words(string text) => _product == "iis" ? text.Replace('+', ' ') : text;

    private void ReadDirective(ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0)
        {
            return;
        }

        ReadOnlySpan<char> rest = line[(colon + 1)..].Trim();
        switch (line[..colon])
        {
            case "#Software":
                _software = LineLimits.NameOf(rest);
                break;
            case "#Date":
                _date = rest.Length >= 10 ? rest[..10].ToString() : "";
                break;
            case "#Fields":
                ReadNames(rest);
                break;
        }
    }

    private void ReadNames(ReadOnlySpan<char> text)
    {
        string[] names = text.ToString().Split([' ', '\t'], MaxFields, StringSplitOptions.RemoveEmptyEntries);
        _names = [.. names.Select(static n => LineLimits.NameOf(n))];
        // Some servers name their fields between blanks, and write them between tabs.
        _isTabbed = false;
        bool isIis =
            _software.Contains("Internet Information", StringComparison.OrdinalIgnoreCase)
            || _names.Contains("sc-win32-status")
            || _names.Contains("s-sitename");
        _isProxy =
            !isIis
            && (
                _names.Any(static n => OfProxies.Contains(n, StringComparer.OrdinalIgnoreCase))
                || _software.Contains("SGOS", StringComparison.Ordinal)
                || _software.Contains("proxy", StringComparison.OrdinalIgnoreCase)
            );
        _product = isIis ? "iis" : "web";
    }

    private List<string> Split(ReadOnlySpan<char> line)
    {
        _isTabbed = line.Contains('\t');
        List<string> values = [];
        while (!line.IsEmpty && values.Count <= MaxFields)
        {
            if (line[0] == '"' && line.Length > 1 && line[1..].IndexOf('"') is >= 0 and var end)
            {
                values.Add(line.Slice(1, end).ToString());
                line = line[(end + 2)..];
            }
            else
            {
                int next = _isTabbed ? line.IndexOf('\t') : line.IndexOf(' ');
                values.Add((next < 0 ? line : line[..next]).ToString());
                line = next < 0 ? default : line[next..];
            }

            line = _isTabbed
                ? line.StartsWith("\t")
                    ? line[1..]
                    : line
                : line.TrimStart(' ');
        }

        return values;
    }

    private DateTime? TimeOf(List<string> values)
    {
        string date = OrNone(Of(values, "date"));
        string clock = OrNone(Of(values, "time"));
        string written =
            clock.Length > 0
                ? $"{(date.Length > 0 ? date : _date)}T{clock}"
                : OrNone(Of(values, "x-timestamp", "timestamp", "gmttime")).Trim('[', ']');
        return LogTime.TryParse(written, TimeZoneInfo.Utc, out DateTime time) ? time : null;
    }

    private string Of(List<string> values, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            for (int i = 0; i < _names.Length; i++)
            {
                if (_names[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return values[i];
                }
            }
        }

        return "";
    }

    private static string OrNone(string text) => text is "-" ? "" : text;

    private static void AddField(LineSink sink, string name, string value)
    {
        bool isNumber =
            (
                name.StartsWith("sc-", StringComparison.OrdinalIgnoreCase)
                || name is "cs-bytes" or "time-taken" or "s-port"
            )
            && value.Length < 19
            && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number);
        if (isNumber)
        {
            sink.Row.Add(name, long.Parse(value, CultureInfo.InvariantCulture), value);
        }
        else
        {
            sink.AddOwn(name, value);
        }
    }
}
