using Cordon.Events;

namespace Cordon.Intelligence.Tests.Indicators;

/// <summary>An event that has one field of text and nothing else.</summary>
internal sealed class TextEvent(string text, DateTime? time = null) : LogEvent
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

    public override DateTime? Time => time;

    public override int Count(FieldId field) => 0;

    public override FieldValue Value(FieldId field, int index = 0) => FieldValue.Missing;

    public override void Visit(FieldVisitor visitor) => visitor("text", FieldValue.FromText(text));
}
