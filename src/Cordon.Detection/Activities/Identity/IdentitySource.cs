using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Identity;

/// <summary>What sources of activities of identity providers share: taking texts, accounts and addresses out of events.</summary>
internal abstract class IdentitySource(FieldTable fields) : IActivitySource
{
    private const int MaxText = 1_024;

    /// <inheritdoc/>
    public abstract IReadOnlyList<(string Product, string Channel)> Streams { get; }

    /// <inheritdoc/>
    public abstract void Read(LogEvent source, List<Activity> activities);

    /// <summary>The ids of names, in order of preference.</summary>
    protected FieldId[] Names(params ReadOnlySpan<string> names)
    {
        var ids = new FieldId[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            ids[i] = fields.Intern(names[i]);
        }

        return ids;
    }

    /// <summary>The first of these fields that has a text, bounded; empty where none has.</summary>
    protected static string Text(LogEvent source, ReadOnlySpan<FieldId> names)
    {
        foreach (FieldId name in names)
        {
            ReadOnlySpan<char> text = source.Value(name).Text.Trim();
            if (text.Length > 0)
            {
                return (text.Length > MaxText ? text[..MaxText] : text).ToString();
            }
        }

        return "";
    }

    /// <summary>All values of a field, bounded.</summary>
    protected static IEnumerable<string> Texts(LogEvent source, FieldId name)
    {
        int count = Math.Min(source.Count(name), 100);
        List<string> texts = [];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> text = source.Value(name, i).Text;
            texts.Add((text.Length > MaxText ? text[..MaxText] : text).ToString());
        }

        return texts;
    }

    /// <summary>A whole number; null where there is none.</summary>
    protected static long? Number(LogEvent source, FieldId[] names) =>
        long.TryParse(Text(source, names), out long number) ? number : null;

    /// <summary>A number; null where there is none.</summary>
    protected static double? Real(LogEvent source, FieldId[] names, double most) =>
        double.TryParse(
            Text(source, names),
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out double number
        )
        && Math.Abs(number) <= most
            ? number
            : null;

    /// <summary>True or false; null where it is neither.</summary>
    protected static bool? Flag(LogEvent source, FieldId[] names) =>
        bool.TryParse(Text(source, names), out bool flag) ? flag : null;

    /// <summary>The record's identifier; null where it has none.</summary>
    protected static string? IdOf(LogEvent source, FieldId[] names) =>
        Text(source, names) is { Length: > 0 } id ? id : null;
}
