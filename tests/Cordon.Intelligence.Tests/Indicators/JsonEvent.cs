using System.Text.Json;
using Cordon.Events;

namespace Cordon.Intelligence.Tests.Indicators;

/// <summary>An event that is an object in JSON, with or without showing how it is written.</summary>
internal sealed class JsonEvent(byte[] json, bool isShown) : LogEvent
{
    public override FieldTable Fields { get; } = new();

    public override string Source => "log";

    public override long Position => 0;

    public override ulong? RecordId => null;

    public override ReadOnlySpan<char> Product => "";

    public override ReadOnlySpan<char> Channel => "";

    public override ReadOnlySpan<char> Provider => "";

    public override ReadOnlySpan<char> Computer => "";

    public override long? Code => null;

    public override DateTime? Time => null;

    /// <summary>How often its texts were asked for.</summary>
    public int Visits { get; private set; }

    public override ReadOnlySpan<byte> Json => isShown ? json : default;

    public override int Count(FieldId field) => 0;

    public override FieldValue Value(FieldId field, int index = 0) => FieldValue.Missing;

    public override void Visit(FieldVisitor visitor)
    {
        Visits++;
        using var document = JsonDocument.Parse(json);
        foreach (JsonProperty one in document.RootElement.EnumerateObject())
        {
            if (one.Value.ValueKind == JsonValueKind.String)
            {
                visitor(one.Name, FieldValue.FromText(one.Value.GetString()));
            }
        }
    }
}
