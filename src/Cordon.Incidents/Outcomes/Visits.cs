using Cordon.Events.Activities;

namespace Cordon.Incidents.Outcomes;

/// <summary>What a recipient asked of a lure's servers after the mail came.</summary>
internal sealed class Visits
{
    /// <summary>The first request or look-up that was let through.</summary>
    public WebRequest? First { get; private set; }

    /// <summary>The first that was stopped.</summary>
    public WebRequest? Blocked { get; private set; }

    /// <summary>The first by which something was sent.</summary>
    public WebRequest? Sent { get; private set; }

    /// <summary>Whether somebody asked, and the log does not say who.</summary>
    public bool IsUntold { get; set; }

    public void Add(WebRequest request)
    {
        if (request.IsBlocked == true)
        {
            Blocked = Earlier(Blocked, request);
            return;
        }

        First = Earlier(First, request);
        if (request.Method.Equals("POST", StringComparison.OrdinalIgnoreCase))
        {
            Sent = Earlier(Sent, request);
        }
    }

    private static WebRequest Earlier(WebRequest? known, WebRequest request) =>
        known is not null && ActivityOrder.Compare(known, request) <= 0 ? known : request;
}
