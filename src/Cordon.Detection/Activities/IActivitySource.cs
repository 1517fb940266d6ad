using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities;

/// <summary>Knows what the events of some logs say that somebody did.</summary>
/// <remarks>For one thread: an instance is made for each. Fields are asked for by ids that the constructor interned.</remarks>
internal interface IActivitySource
{
    /// <summary>The products and channels whose events it reads, such as <c>azure</c> and <c>signinlogs</c>; a channel <c>*</c> stands for all of the product.</summary>
    IReadOnlyList<(string Product, string Channel)> Streams { get; }

    /// <summary>Adds what the event says; nothing where it says nothing of interest or has no time.</summary>
    void Read(LogEvent source, List<Activity> activities);

    /// <summary>
    /// Adds what was put together of several events (successes that a domain controller writes by the thousand, as one for each account, source and hour).
    /// Called once a part, after its last event.
    /// </summary>
    void Complete(List<Activity> activities) { }
}
