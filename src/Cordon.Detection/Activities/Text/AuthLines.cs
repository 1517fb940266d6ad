using Cordon.Detection.Activities.Identity;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Text;

/// <summary>
/// Sign-ins that lines of text tell of: SSH and consoles on Linux, VPN gateways. Several lines can tell of one attempt: what PAM says after the program, what a gateway says at each of its
/// steps; such an attempt counts once.
/// </summary>
internal sealed class AuthLines(FieldTable fields) : IActivitySource
{
    // Gateways write three or four lines of one attempt within a few seconds.
    private static readonly TimeSpan SameAttempt = TimeSpan.FromSeconds(5);
    private const int MaxRemembered = 10_000;

    private readonly FieldId _result = fields.Intern("auth.result");
    private readonly FieldId _user = fields.Intern("auth.user");
    private readonly FieldId _address = fields.Intern("auth.address");
    private readonly FieldId _method = fields.Intern("auth.method");
    private readonly FieldId _reason = fields.Intern("auth.reason");
    private readonly FieldId _count = fields.Intern("auth.count");
    private readonly Dictionary<(string Host, string Account, string Address, SignInVerdict Verdict), DateTime> _last =
    [];

    /// <inheritdoc/>
    public IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [
        ("linux", "sshd"),
        ("linux", "login"),
        ("cisco", "asa"),
        ("cisco", "ios"),
        ("cisco", "vpn"),
        ("fortigate", "vpn"),
        ("paloalto", "vpn"),
        ("openvpn", "vpn"),
        ("cef", "vpn"),
    ];

    /// <inheritdoc/>
    public void Read(LogEvent source, List<Activity> activities)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(activities);
        if (source.Time is not { } time || VerdictOf(source.Value(_result).Text) is not { } verdict)
        {
            return;
        }

        bool isLinux = source.Product.Equals("linux", StringComparison.OrdinalIgnoreCase);
        string account = IdentityText.Account(source.Value(_user).Text.ToString());
        string address = IdentityText.Address(source.Value(_address).Text.ToString());
        string host = source.Computer.ToString();
        if (!isLinux && IsRepeated((host, account, address, verdict), time))
        {
            return;
        }

        string method = source.Value(_method).Text.ToString();
        bool isPassword = method.Length == 0 || method.Contains("password", StringComparison.OrdinalIgnoreCase);
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = isLinux ? "sshd" : "vpn",
                Account = account,
                Verdict = verdict,
                IsPasswordRight = verdict switch
                {
                    SignInVerdict.Succeeded when isPassword => true,
                    SignInVerdict.Stopped => true,
                    SignInVerdict.Rejected when isPassword && isLinux => false,
                    _ => null,
                },
                Code = source.Value(_result).Text.ToString(),
                Reason = IdentityText.Line(source.Value(_reason).Text.ToString(), 200),
                Address = address,
                Protocol = IdentityText.Line(method, 100),
                Host = host,
                Application = isLinux ? "sshd" : source.Product.ToString(),
                Count =
                    source.Value(_count).TryGetInteger(out long count) && count is > 1 and < 1_000_000 ? (int)count : 1,
            }
        );
    }

    private bool IsRepeated((string, string, string, SignInVerdict) attempt, DateTime time)
    {
        if (_last.Count >= MaxRemembered)
        {
            _last.Clear();
        }

        bool isRepeated = _last.TryGetValue(attempt, out DateTime last) && (time - last).Duration() <= SameAttempt;
        if (!isRepeated)
        {
            _last[attempt] = time;
        }

        return isRepeated;
    }

    // What only announces an attempt, follows one or repeats one gives nothing.
    private static SignInVerdict? VerdictOf(ReadOnlySpan<char> result) =>
        result switch
        {
            "success" => SignInVerdict.Succeeded,
            "failure" => SignInVerdict.Rejected,
            "no-such-account" => SignInVerdict.NoSuchAccount,
            "blocked" => SignInVerdict.Blocked,
            "stopped" => SignInVerdict.Stopped,
            _ => null,
        };
}
