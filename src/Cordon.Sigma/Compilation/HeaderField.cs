using Cordon.Events;

namespace Cordon.Sigma.Compilation;

/// <summary>A field that came to a known value for a kind of event.</summary>
internal sealed record HeaderField(FieldId Field, FieldKind Kind, string Text)
{
    /// <summary>A longer value is not worth a group of its own.</summary>
    public const int MaxLength = 256;

    /// <summary>What the event has in the field; null where that is not one value of text or a whole number.</summary>
    public static HeaderField? Of(LogEvent source, FieldId field)
    {
        if (source.Count(field) != 1)
        {
            return null;
        }

        FieldValue value = source.Value(field);
        return value.Kind is FieldKind.Text or FieldKind.Integer && value.Text.Length <= MaxLength
            ? new HeaderField(field, value.Kind, value.Text.ToString())
            : null;
    }

    /// <summary>Whether the event has the same again, so that every test of the field comes to the same.</summary>
    public bool IsIn(LogEvent source)
    {
        return source.Read(Field, out FieldValue value) == 1 && value.Kind == Kind && value.Text.SequenceEqual(Text);
    }
}
