namespace Cordon.Telemetry.Mail.Html;

/// <summary>What a piece of HTML shows and holds. Nothing of it is loaded or run.</summary>
internal sealed class HtmlFacts
{
    /// <summary>What a reader sees, with line breaks where blocks end.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where links lead and what they show, in order.</summary>
    public List<(string Target, string Text)> Links { get; } = [];

    /// <summary>Where forms send to; empty where a form names nothing.</summary>
    public List<string> FormTargets { get; } = [];

    /// <summary>Whether it asks for a password.</summary>
    public bool HasPasswordField { get; set; }

    /// <summary>Whether it carries a script or a handler of events.</summary>
    public bool HasScript { get; set; }

    /// <summary>Whether it leads on by itself (meta refresh).</summary>
    public bool HasRedirect { get; set; }

    /// <summary>Characters of text that a reader does not see.</summary>
    public int HiddenChars { get; set; }

    /// <summary>Whether it is longer than is read.</summary>
    public bool IsCut { get; set; }
}
