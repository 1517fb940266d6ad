using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Rows;

namespace Cordon.Telemetry.Network;

/// <summary>Zeek's own tables: fields named by <c>#fields</c>, of the types that <c>#types</c> says, separated by tabs unless <c>#separator</c> says otherwise.</summary>
internal sealed class ZeekTableFormat : LineFormat
{
    /// <inheritdoc/>
    public override string Name => "zeek";

    /// <inheritdoc/>
    public override int Recognise(LogSample sample)
    {
        ReadOnlySpan<char> text = sample.Text.AsSpan().TrimStart('\uFEFF');
        return
            text.StartsWith("#separator")
            || (text.StartsWith("#") && text.Contains("\n#fields\t", StringComparison.Ordinal))
            || text.StartsWith("#fields\t")
            ? 95
            : 0;
    }

    /// <inheritdoc/>
    protected override ILineSession Begin(RowContext context) => new ZeekTableSession(context);
}
