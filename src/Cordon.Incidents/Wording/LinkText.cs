using Cordon.Events;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Wording;

/// <summary>Says in words why two groups of findings are one incident.</summary>
internal static class LinkText
{
    public static string Of(Observable shared, FindingGroup a, FindingGroup b)
    {
        TimeSpan apart = b.First - a.Last;
        string when = apart <= TimeSpan.Zero ? "at the same time" : Words.Span(apart) + " later";
        string name = Words.Name(shared.Value);
        string what = shared.Kind switch
        {
            ObservableKind.Account => a.Rule.Techniques.Any(t => t.StartsWith("T1566", StringComparison.Ordinal))
                ? $"the lure's recipient {name}"
                : $"the account {name}",
            ObservableKind.Host => $"the host {name}",
            ObservableKind.Address => $"the address {name}",
            ObservableKind.EmailAddress => $"the sender {name}",
            ObservableKind.Domain => $"the domain {name}",
            ObservableKind.Url => $"the link {name}",
            ObservableKind.Hash => $"the file with digest {name}",
            ObservableKind.File => $"the file {name}",
            ObservableKind.UserAgent => $"the program that calls itself '{name}'",
            ObservableKind.Session => $"the session {name}",
            ObservableKind.Message => $"the mail {name}",
            _ => name,
        };
        return $"{what} is in '{Words.Name(a.Rule.Title)}' and, {when}, in '{Words.Name(b.Rule.Title)}'";
    }
}
