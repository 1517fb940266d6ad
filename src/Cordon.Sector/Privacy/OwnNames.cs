using System.Text;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using Cordon.Incidents;
using Cordon.Sector.Warnings;

namespace Cordon.Sector.Privacy;

/// <summary>
/// The names of an organisation's accounts, mailboxes and computers, so that no text of an attacker's that holds one leaves it: lures carry their recipients' names in
/// subjects, file names and links, plain or encoded.
/// </summary>
internal sealed class OwnNames
{
    private const int ShortestBare = 3;
    private const int ShortestJoined = 7;
    private const int MostTokens = 6;

    /// <summary>Words that name a desk at any organisation and no person.</summary>
    private static readonly HashSet<string> Desks = new(StringComparer.OrdinalIgnoreCase)
    {
        "account",
        "accounts",
        "admin",
        "administrator",
        "contact",
        "finance",
        "guest",
        "info",
        "invoice",
        "invoices",
        "mail",
        "noreply",
        "office",
        "orders",
        "postmaster",
        "root",
        "sales",
        "security",
        "service",
        "services",
        "support",
        "test",
        "user",
        "vpn",
        "www",
    };

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, bool> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _domains;

    public OwnNames(WarningInput input)
    {
        _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        Organisation organisation = input.Report.Organisation;
        _domains = new HashSet<string>(organisation.Domains, StringComparer.OrdinalIgnoreCase);
        foreach (string account in organisation.Administrators)
        {
            AddAccount(account);
        }

        foreach (SignIn signIn in input.SignIns)
        {
            AddHost(signIn.Host);
            if (signIn.Verdict != SignInVerdict.NoSuchAccount)
            {
                AddAccount(signIn.Account);
            }
        }

        foreach (AccountAction action in input.Actions)
        {
            AddAccount(action.Account);
            AddAccount(action.Target);
        }

        foreach (Mail mail in input.Mails)
        {
            AddAccount(mail.From, isMailbox: true);
            foreach (string recipient in mail.Recipients)
            {
                AddAccount(recipient, isMailbox: true);
            }
        }

        foreach (IncidentTarget target in input.Report.Incidents.SelectMany(static i => i.Targets))
        {
            if (target.Observable.Kind == ObservableKind.Host)
            {
                AddHost(target.Observable.Value);
            }
            else
            {
                AddAccount(target.Observable.Value);
            }
        }

        foreach (Finding finding in input.Report.Incidents.SelectMany(static i => i.Findings))
        {
            AddHost(finding.Event.Computer);
        }
    }

    /// <summary>Whether a domain is the organisation's, or below one of its.</summary>
    public bool IsOwnDomain(string domain) => DomainNames.IsAtOrBelow(domain, _domains);

    /// <summary>Whether a text holds one of the names, plain, percent-encoded or in base64.</summary>
    public bool AreIn(string text)
    {
        if (!_answers.TryGetValue(text, out bool holds))
        {
            _answers[text] = holds = Holds(text, depth: 0);
        }

        return holds;
    }

    private bool Holds(string text, int depth)
    {
        if (HoldsPlain(text))
        {
            return true;
        }

        if (depth == 2)
        {
            return false;
        }

        if (text.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(text) is var plain && plain != text)
        {
            return Holds(plain, depth + 1);
        }

        foreach (string piece in text.Split(['/', '.', '?', '=', '&', '#', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Decoded(piece) is { } decoded && Holds(decoded, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Looks up every run of neighbouring words, with what stands between them.</summary>
    private bool HoldsPlain(ReadOnlySpan<char> text)
    {
        List<(int Start, int End)> words = [];
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            words.Add((start, i));
        }

        for (int first = 0; first < words.Count; first++)
        {
            for (int last = first; last < words.Count && last < first + MostTokens; last++)
            {
                if (_lookup.Contains(text[words[first].Start..words[last].End]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Decoded(string piece)
    {
        if (piece.Length is < 8 or > 512)
        {
            return null;
        }

        string plain = piece.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        plain = plain.PadRight((plain.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[plain.Length];
        return
            Convert.TryFromBase64String(plain, bytes, out int written)
            && bytes.AsSpan(0, written).IndexOfAnyExceptInRange((byte)0x20, (byte)0x7e) < 0
            ? Encoding.ASCII.GetString(bytes, 0, written)
            : null;
    }

    private void AddAccount(string account, bool isMailbox = false)
    {
        string name = account[(account.LastIndexOf('\\') + 1)..].Trim();
        int at = name.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && !IsOwnDomain(name[(at + 1)..]))
        {
            // Somebody else's, unless nothing is known of the organisation's domains: then whoever signs in is its own.
            if (isMailbox || _domains.Count > 0)
            {
                return;
            }
        }

        string bare = at < 0 ? name : name[..at];
        if (at > 0)
        {
            _names.Add(name);
        }

        AddBare(bare);
    }

    private void AddHost(string host)
    {
        string name = host.Trim().TrimStart('\\').TrimEnd('.');
        if (name.Length == 0)
        {
            return;
        }

        _names.Add(name);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        AddBare(dot > 0 ? name[..dot] : name);
    }

    private void AddBare(string bare)
    {
        if (bare.Length < ShortestBare || Desks.Contains(bare))
        {
            return;
        }

        _names.Add(bare);
        string joined = string.Concat(bare.Where(char.IsLetterOrDigit));
        if (joined.Length >= ShortestJoined)
        {
            _names.Add(joined);
        }
    }
}
