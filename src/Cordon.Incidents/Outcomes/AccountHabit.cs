using Cordon.Events.Activities;
using Cordon.Incidents.Linking;

namespace Cordon.Incidents.Outcomes;

/// <summary>From where and with what an account usually signs in: what it did before the incident, else long after it.</summary>
internal sealed class AccountHabit
{
    private const int EnoughSuccesses = 5;

    private readonly Dictionary<string, (int Count, HashSet<int> Days)> _addresses = new(
        StringComparer.OrdinalIgnoreCase
    );
    private readonly HashSet<string> _devices = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _agents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<long> _networks = [];
    private readonly OrdinaryLife _life;

    public AccountHabit(IEnumerable<SignIn> signIns, IncidentDraft draft, OrdinaryLife life, IncidentOptions options)
    {
        _life = life;
        DateTime before = draft.First.AddHours(-1);
        DateTime after = draft.Last + options.AccountWindow;
        List<SignIn> earlier = [];
        List<SignIn> later = [];
        foreach (SignIn signIn in signIns)
        {
            if (
                signIn.Verdict == SignInVerdict.Succeeded
                && SignInLinks.Of(draft, signIn, life) is SignInLink.None or SignInLink.SharedAddress
            )
            {
                (signIn.Time < before ? earlier : later).Add(signIn);
            }
        }

        if (earlier.Count < 3)
        {
            earlier.AddRange(later.Where(s => s.Time > after));
        }

        Successes = earlier.Count;
        foreach (SignIn signIn in earlier)
        {
            Add(signIn);
        }
    }

    /// <summary>How many sign-ins it rests on.</summary>
    public int Successes { get; }

    /// <summary>Whether enough is known to call something new.</summary>
    public bool IsKnown => Successes >= EnoughSuccesses;

    /// <summary>Whether the account, or many of the organisation's, are used to sign in from there.</summary>
    public bool IsHabitualAddress(string address) =>
        _life.IsOrdinaryAddress(address)
        || (
            _addresses.TryGetValue(address, out (int Count, HashSet<int> Days) use)
            && (use.Count >= 3 || use.Days.Count >= 2)
        );

    public bool IsHabitualDevice(string device) => device.Length > 0 && _devices.Contains(device);

    public bool IsNewProgram(SignIn signIn) =>
        IsKnown
        && (signIn.UserAgent.Length > 0 || signIn.Device.Length > 0)
        && !(signIn.UserAgent.Length > 0 && _agents.Contains(signIn.UserAgent))
        && !IsHabitualDevice(signIn.Device);

    public bool IsNewNetwork(SignIn signIn) =>
        IsKnown
        && signIn.Address.Length > 0
        && !IsHabitualAddress(signIn.Address)
        && (
            signIn.AutonomousSystem is { } network
                ? !_networks.Contains(network)
                : !_addresses.ContainsKey(signIn.Address)
        );

    private void Add(SignIn signIn)
    {
        if (signIn.Address.Length > 0)
        {
            if (!_addresses.TryGetValue(signIn.Address, out (int Count, HashSet<int> Days) use))
            {
                use = (0, []);
            }

            use.Days.Add((int)(signIn.Time.Ticks / TimeSpan.TicksPerDay));
            _addresses[signIn.Address] = (use.Count + 1, use.Days);
        }

        if (signIn.AutonomousSystem is { } network)
        {
            _networks.Add(network);
        }

        if (signIn.Device.Length > 0)
        {
            _devices.Add(signIn.Device);
        }

        if (signIn.UserAgent.Length > 0)
        {
            _agents.Add(signIn.UserAgent);
        }
    }
}
