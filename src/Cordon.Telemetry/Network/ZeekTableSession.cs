using System.Globalization;
using System.Text;
using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Network;

/// <summary>One reading of a table of Zeek's. Its header may come again within it, as where files were put together.</summary>
internal sealed class ZeekTableSession(RowContext context) : ILineSession
{
    private const int MaxHeader = 64_000;
    private const int MaxItems = 500;

    private string[] _names = [];
    private string[] _types = [];
    private string _path = ZeekLog.Of("", context.Source);
    private string _unset = "-";
    private string _empty = "(empty)";
    private string _items = ",";
    private char _separator = '\t';

    /// <inheritdoc/>
    public void Read(ReadOnlySpan<char> line, LineSink sink)
    {
        if (line[0] == '#')
        {
            ReadHeader(line);
            return;
        }

        if (_names.Length == 0)
        {
            sink.Reject("no #fields line says what its fields are");
            return;
        }

        int count = line.Count(_separator) + 1;
        if (count != _names.Length)
        {
            sink.Reject(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it has {count} fields where #fields names {_names.Length}"
                )
            );
            return;
        }

        sink.Begin("zeek", _path);
        DateTime? time = null;
        int at = 0;
        foreach (Range range in line.Split(_separator))
        {
            ReadOnlySpan<char> value = line[range];
            if (_names[at] == "ts" && LogTime.TryEpoch(value, out DateTime parsed))
            {
                time = parsed;
            }

            AddValue(sink, at++, value);
        }

        sink.Row.SetHeader(time);
        SensorNames.AddTo(sink.Row);
        sink.Show();
    }

    private void AddValue(LineSink sink, int at, ReadOnlySpan<char> value)
    {
        if (value.SequenceEqual(_unset))
        {
            return;
        }

        string name = _names[at];
        string type = at < _types.Length ? _types[at] : "";
        bool isMany =
            type.StartsWith("set[", StringComparison.Ordinal) || type.StartsWith("vector[", StringComparison.Ordinal);
        if (value.SequenceEqual(_empty))
        {
            // A text that is empty is a value; a set that is empty has none.
            if (!isMany)
            {
                sink.AddOwn(name, "");
            }

            return;
        }

        if (!isMany || _items.Length == 0)
        {
            AddOne(sink, name, type, value);
            return;
        }

        string inner = type[(type.IndexOf('[', StringComparison.Ordinal) + 1)..].TrimEnd(']');
        int number = 0;
        foreach (Range range in value.Split(_items))
        {
            if (number++ == MaxItems)
            {
                sink.Remark("a set has more items than are read; the others were left out");
                return;
            }

            if (!value[range].SequenceEqual(_unset))
            {
                AddOne(sink, name, inner, value[range]);
            }
        }
    }

    private static void AddOne(LineSink sink, string name, string type, ReadOnlySpan<char> value)
    {
        switch (type)
        {
            case "bool" when value is "T" or "F":
                sink.Row.Add(name, value is "T");
                break;
            case "count"
            or "int"
            or "port"
                when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number):
                sink.Row.Add(name, number, value.ToString());
                break;
            case "double"
            or "interval"
            or "time"
                when value.Length < 40
                    && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double real)
                    && double.IsFinite(real):
                sink.Row.Add(name, real, value.ToString());
                break;
            default:
                sink.AddOwn(name, Unescape(value));
                break;
        }
    }

    // \x09 stands for the byte; a backslash itself is doubled.
    private static string Unescape(ReadOnlySpan<char> value)
    {
        if (!value.Contains('\\'))
        {
            return value.ToString();
        }

        var text = new StringBuilder();
        var bytes = new List<byte>();
        for (int i = 0; i < value.Length; i++)
        {
            bool isByte =
                value[i] == '\\'
                && i + 3 < value.Length
                && value[i + 1] == 'x'
                && char.IsAsciiHexDigit(value[i + 2])
                && char.IsAsciiHexDigit(value[i + 3]);
            if (isByte)
            {
                bytes.Add(
                    byte.Parse(value.Slice(i + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                );
                i += 3;
                continue;
            }

            Flush();
            i += value[i] == '\\' && i + 1 < value.Length && value[i + 1] == '\\' ? 1 : 0;
            text.Append(value[i]);
        }

        Flush();
        return text.ToString();

        void Flush()
        {
            if (bytes.Count > 0)
            {
                text.Append(Encoding.UTF8.GetString([.. bytes]));
                bytes.Clear();
            }
        }
    }

    private void ReadHeader(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("#separator "))
        {
            string written = Unescape(line[11..].Trim());
            _separator = written.Length == 1 ? written[0] : '\t';
            return;
        }

        int at = line.IndexOf(_separator);
        if (at < 0 || line.Length > MaxHeader)
        {
            return;
        }

        ReadOnlySpan<char> rest = line[(at + 1)..];
        switch (line[..at])
        {
            case "#fields":
                _names = [.. rest.ToString().Split(_separator).Select(static n => LineLimits.NameOf(n))];
                _types = [];
                break;
            case "#types":
                _types = rest.ToString().Split(_separator);
                break;
            case "#path":
                _path = ZeekLog.Of(rest.ToString(), context.Source);
                break;
            case "#unset_field":
                _unset = rest.ToString();
                break;
            case "#empty_field":
                _empty = rest.ToString();
                break;
            case "#set_separator":
                _items = Unescape(rest);
                break;
        }
    }
}
