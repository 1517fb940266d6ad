using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Incidents.Entities;
using Cordon.Incidents.Organisations;
using Cordon.Incidents.Outcomes;

namespace Cordon.Incidents.Linking;

/// <summary>What the organisation's own people use: addresses, programs, names and senders that say nothing when two findings share them.</summary>
internal sealed class OrdinaryLife
{
    private const int LeastReturning = 3;
    private const double HabitualShare = 0.05;
    private readonly Dictionary<string, Usage> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Usage> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Usage> _domains = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Usage> _senders = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<ToolSignature, Usage> _signatures = [];
    private readonly Dictionary<string, Usage> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly AddressRanges _own;
    private readonly AccountNames _names;
    private readonly int _days;

    public OrdinaryLife(IncidentInput input, AccountNames names, Func<EventOrigin, bool> isInFinding, int days)
    {
        _names = names;
        _days = days;
        _own = new AddressRanges(input.Organisation.AddressRanges);
        foreach (SignIn signIn in input.SignIns)
        {
            bool isSuccess = signIn.Verdict == SignInVerdict.Succeeded;
            if (
                signIn.Account.Length == 0
                || signIn.Verdict == SignInVerdict.NotAnAttempt
                || (isSuccess && isInFinding(signIn.Origin))
            )
            {
                continue;
            }

            string account = names.Of(signIn.Account);
            if (isSuccess)
            {
                _accounts.Add(account);
            }

            Add(_addresses, signIn.Address, account, signIn.Time, isSuccess);
            Add(_agents, signIn.UserAgent, account, signIn.Time, isSuccess);
            Add(_hosts, EntityExtractor.HostName(signIn.Host), account, signIn.Time, isSuccess);
            ToolSignature signature = ToolSignature.Of(signIn);
            if (!signature.IsEmpty)
            {
                Add(_signatures, signature, account, signIn.Time, isSuccess);
            }
        }

        foreach (WebRequest request in input.WebRequests)
        {
            string client = request.Account.Length > 0 ? names.Of(request.Account) : request.Client;
            Add(_domains, request.Domain, client, request.Time, !isInFinding(request.Origin));
        }

        foreach (Mail mail in input.Mails)
        {
            if (!isInFinding(mail.Origin))
            {
                foreach (string recipient in mail.Recipients)
                {
                    Add(_senders, mail.From, recipient, mail.Time, isSuccess: true);
                }
            }
        }
    }

    /// <summary>Whether many of the organisation's people sign in from an address, or it is the organisation's own.</summary>
    public bool IsOrdinaryAddress(string address) => _own.Contains(address) || IsOrdinary(_addresses, address);

    /// <summary>Whether an address is in the ranges that the organisation calls its own.</summary>
    public bool IsOwnAddress(string address) => _own.Contains(address);

    /// <summary>
    /// Whether a program and way of signing in is known for failing: never used with success, or by far fewer than it failed for. What a part of the
    /// organisation's people use day by day is none, however many it failed for: an attack on all accounts with an ordinary browser's name.
    /// </summary>
    public bool IsToolLike(ToolSignature signature) =>
        !_signatures.TryGetValue(signature, out Usage? usage)
        || usage.Successes == 0
        || (
            usage.Failures >= 3
            && usage.Failures > usage.Successes * 2
            && usage.Returning < Math.Max(LeastReturning, _accounts.Count * HabitualShare)
        );

    /// <summary>Whether many accounts sign in on a host: a domain controller, a file server.</summary>
    public bool IsSharedHost(string host) =>
        _hosts.TryGetValue(EntityExtractor.HostName(host), out Usage? usage) && usage.Successes >= 5;

    /// <summary>How rare an observable is, 0 for one that is part of ordinary life, 1 for one that is not.</summary>
    public double Rarity(Observable observable) =>
        observable.Kind switch
        {
            ObservableKind.Address => IsOrdinaryAddress(observable.Value) ? 0
            : AddressRanges.IsInner(observable.Value) ? 0.4
            : 1,
            ObservableKind.UserAgent => IsOrdinary(_agents, observable.Value) ? 0 : 1,
            ObservableKind.Domain => IsOrdinary(_domains, observable.Value)
            || _names.IsOwn("@" + observable.Value) && !_names.KnowsNoDomain
                ? 0
                : 1,
            ObservableKind.EmailAddress => IsOrdinary(_senders, observable.Value) ? 0 : 1,
            _ => 1,
        };

    private bool IsOrdinary<T>(Dictionary<T, Usage> uses, T key)
        where T : notnull => uses.TryGetValue(key, out Usage? usage) && usage.IsOrdinary(_days);

    private static void Add<T>(Dictionary<T, Usage> uses, T key, string user, DateTime time, bool isSuccess)
        where T : notnull
    {
        if (key is string { Length: 0 })
        {
            return;
        }

        if (!uses.TryGetValue(key, out Usage? usage))
        {
            uses[key] = usage = new Usage();
        }

        usage.Add(user, time, isSuccess);
    }
}
