using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;
using Cordon.Telemetry.Text;

namespace Cordon.Telemetry.Network;

/// <summary>Zeek's own tables: fields named by <c>#fields</c>, separated by tabs.</summary>
internal sealed class ZeekTableFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "zeek";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample) =>
        sample.Text.AsSpan().TrimStart('\uFEFF').StartsWith("#separator") ? 95 : 0;

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new Session();

    private sealed class Session : ILineSession
    {
        private string[] _names = [];
        private string _path = "";
        private string _unset = "-";
        private string _empty = "(empty)";

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

            sink.Begin("zeek", _path);
            int at = 0;
            DateTime? time = null;
            foreach (Range range in line.Split('\t'))
            {
                if (at == _names.Length)
                {
                    sink.Remark("lines have more fields than #fields names; the rest was left out");
                    break;
                }

                ReadOnlySpan<char> value = line[range];
                string name = _names[at++];
                if (value.SequenceEqual(_unset) || value.SequenceEqual(_empty))
                {
                    continue;
                }

                if (name == "ts" && LogTime.TryEpoch(value, out DateTime parsed))
                {
                    time = parsed;
                }

                sink.AddOwn(name, value);
            }

            sink.Row.SetHeader(time);
            sink.Show();
        }

        private void ReadHeader(ReadOnlySpan<char> line)
        {
            int tab = line.IndexOf('\t');
            if (tab < 0)
            {
                return;
            }

            ReadOnlySpan<char> rest = line[(tab + 1)..];
            switch (line[..tab])
            {
                case "#fields":
                    _names = rest.Length > 64_000 ? [] : rest.ToString().Split('\t');
                    break;
                case "#path":
                    _path = LineLimits.NameOf(rest);
                    break;
                case "#unset_field":
                    _unset = rest.ToString();
                    break;
                case "#empty_field":
                    _empty = rest.ToString();
                    break;
            }
        }
    }
}
