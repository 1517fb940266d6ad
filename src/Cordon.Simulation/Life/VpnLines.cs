using Cordon.Simulation.Records;

namespace Cordon.Simulation.Life;

/// <summary>What the VPN's firewall writes of a sign-in: several messages for each, as there.</summary>
internal static class VpnLines
{
    private const string Server = "10.0.0.53";

    public static VpnEvent[] Of(DateTime time, string user, string address, bool isSuccess)
    {
        if (!isSuccess)
        {
            string text =
                $"AAA user authentication Rejected : reason = AAA failure : server = {Server} : user = {user} : user IP = {address}";
            return
            [
                new VpnEvent(time, 6, 113005, text) { Mark = text },
                new VpnEvent(
                    time,
                    6,
                    716039,
                    $"Group <Staff> User <{user}> IP <{address}> Authentication: rejected, Session Type: WebVPN."
                ),
            ];
        }

        string session =
            $"Group <Staff> User <{user}> IP <{address}> Authentication: successful, Session Type: WebVPN.";
        return
        [
            new VpnEvent(time, 6, 113004, $"AAA user authentication Successful : server = {Server} : user = {user}"),
            new VpnEvent(time.AddSeconds(1), 6, 716038, session) { Mark = session },
        ];
    }
}
