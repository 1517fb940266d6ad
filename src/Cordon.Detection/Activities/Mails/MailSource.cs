using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Mails;

/// <summary>Makes a <see cref="Mail"/> of each mail that was read.</summary>
internal sealed class MailSource : IActivitySource
{
    /// <inheritdoc/>
    public IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("mail", "message")];

    /// <inheritdoc/>
    public void Read(LogEvent source, List<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(activities);
        if (source.Time is not { } time)
        {
            return;
        }

        // A mail has hundreds of fields and nearly all are wanted: one visit, not a search for each.
        var fields = new MailFields();
        source.Visit(
            (name, value) =>
            {
                fields.Add(name, value);
                return true;
            }
        );
        activities.Add(MailMaker.Of(fields, EventOrigin.Of(source), time));
    }
}
