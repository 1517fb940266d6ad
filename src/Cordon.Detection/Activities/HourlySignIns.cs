using Cordon.Events.Activities;

namespace Cordon.Detection.Activities;

/// <summary>
/// Puts sign-ins that a part of a log told as one for the hour together with those of the parts before: what is told does not hang on where a log is cut.
/// </summary>
/// <remarks>What is equal is what <see cref="Windows.LogonCondenser"/> was given as equal within a part.</remarks>
internal sealed class HourlySignIns
{
    private readonly Dictionary<SignIn, int> _places = new(Alike.Instance);
    private string _source = "";

    /// <summary>Adds it to the one that it belongs to; false where it is the first of its kind in its log and hour.</summary>
    /// <param name="signIn">Stands for all equal ones of its hour in a part of a log.</param>
    /// <param name="kept">What is kept of its organisation.</param>
    public bool TryAdd(SignIn signIn, List<Activity> kept)
    {
        if (_source != signIn.Origin.Source)
        {
            // Another log tells of its own.
            Clear();
            _source = signIn.Origin.Source;
        }

        if (!_places.TryGetValue(signIn, out int place))
        {
            return false;
        }

        var known = (SignIn)kept[place];
        kept[place] = known with { Count = (int)Math.Min((long)known.Count + signIn.Count, int.MaxValue) };
        return true;
    }

    /// <summary>Notes that the first of its kind is kept, and where.</summary>
    public void Note(SignIn signIn, int place) => _places.Add(signIn, place);

    /// <summary>Forgets all: what was kept is elsewhere now.</summary>
    public void Clear() => _places.Clear();

    private sealed class Alike : IEqualityComparer<SignIn>
    {
        public static Alike Instance { get; } = new();

        public bool Equals(SignIn? x, SignIn? y) =>
            ReferenceEquals(x, y)
            || (
                x is not null
                && y is not null
                && HourOf(x) == HourOf(y)
                && x.Verdict == y.Verdict
                && x.Account == y.Account
                && x.Address == y.Address
                && x.UserAgent == y.UserAgent
                && x.Protocol == y.Protocol
                && x.System == y.System
                && x.Code == y.Code
                && x.Host == y.Host
            );

        public int GetHashCode(SignIn signIn) =>
            HashCode.Combine(HourOf(signIn), signIn.Account, signIn.Address, signIn.UserAgent, signIn.Protocol);

        private static long HourOf(SignIn signIn) => signIn.Time.Ticks / TimeSpan.TicksPerHour;
    }
}
