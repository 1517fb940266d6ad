using System.Net;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;

namespace Cordon.Detection.Analytics.SignIns;

/// <summary>Sign-ins to attempts: what is none is left out, own scanners too, and what two logs tell is told once.</summary>
internal sealed class AttemptReader(Organisation organisation)
{
    private readonly AddressRanges _own = new(organisation.AddressRanges);
    private readonly AddressRanges _scanners = new(organisation.Scanners);
    private readonly Dictionary<int, (IPAddress? Address, int Network)> _addresses = [];

    public Interner Accounts { get; } = new();

    public Interner Addresses { get; } = new();

    public Interner Networks { get; } = new();

    public Interner Texts { get; } = new();

    public List<Attempt> Read(IReadOnlyList<SignIn> signIns)
    {
        List<SignIn> once = RepeatedAttempts.Remove(signIns);
        List<Attempt> attempts = new(once.Count);
        foreach (SignIn signIn in once)
        {
            string source = signIn.Address.Length > 0 ? signIn.Address : SourceWithoutAddress(signIn);
            int address = Addresses.Of(source);
            (IPAddress? parsed, int network) = Parse(address, source);
            if (_scanners.Contains(parsed))
            {
                continue;
            }

            string family = FamilyOf(signIn.System);
            attempts.Add(
                new Attempt
                {
                    Index = attempts.Count,
                    Source = signIn,
                    Family = Texts.Of(family),
                    Account =
                        signIn.Account.Length > 0
                            ? Accounts.OfJoined(family, "\n", signIn.Account)
                            : Accounts.OfJoined(family, "\n\n", source),
                    Address = address,
                    Network = network,
                    System = Texts.Of(signIn.AutonomousSystem is { } number ? $"as {number}" : ""),
                    Country = signIn.Country.Length > 0 ? Texts.OfJoined("in ", signIn.Country) : 0,
                    Agent = signIn.UserAgent.Length > 0 ? Texts.OfJoined("by ", signIn.UserAgent) : 0,
                    Device = signIn.Device.Length > 0 ? Texts.OfJoined("on ", signIn.Device) : 0,
                    Tool = Texts.OfJoined("tool ", signIn.UserAgent, "\n", signIn.Application, "\n", signIn.Protocol),
                    Door = Texts.OfJoined("door ", signIn.Application, "\n", signIn.Protocol),
                    IsOwnAddress = _own.Contains(parsed),
                }
            );
        }

        return attempts;
    }

    public static string FamilyOf(string system) =>
        system switch
        {
            "m365" or "adfs" => "entra",
            "kerberos" or "ntlm" => "windows",
            _ => system,
        };

    // NTLM tells no address but the workstation's name; other user agents are no places.
    private static string SourceWithoutAddress(SignIn signIn) =>
        FamilyOf(signIn.System) is "windows" && signIn.UserAgent.Length > 0 ? "\\\\" + signIn.UserAgent : "";

    private (IPAddress? Address, int Network) Parse(int id, string text)
    {
        if (!_addresses.TryGetValue(id, out (IPAddress?, int) known))
        {
            known = IPAddress.TryParse(text, out IPAddress? address)
                ? (address, Networks.Of(AddressRanges.NetworkOf(address)))
                : (null, Networks.Of(text));
            _addresses[id] = known;
        }

        return known;
    }
}
