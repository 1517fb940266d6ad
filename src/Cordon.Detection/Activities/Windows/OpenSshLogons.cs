using System.Text.RegularExpressions;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Sign-ins by OpenSSH on Windows, whose log holds sshd's lines.</summary>
internal sealed partial class OpenSshLogons(FieldTable fields) : IActivitySource
{
    private const int MaxLine = 1024;
    private readonly FieldId _payload = fields.Intern("payload");

    public IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("windows", "OpenSSH/Operational")];

    public void Read(LogEvent source, List<Activity> activities)
    {
        if (source.Code != 4 || source.Time is not { } time)
        {
            return;
        }

        ReadOnlySpan<char> payload = source.Value(_payload).Text;
        string line = payload[..Math.Min(payload.Length, MaxLine)].ToString();
        Match match = Tries().Match(line);
        if (!match.Success)
        {
            return;
        }

        bool isAccepted = match.Groups["what"].Value is "Accepted";
        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = "sshd",
                Account = WindowsText.Account(match.Groups["user"].Value),
                Verdict =
                    isAccepted ? SignInVerdict.Succeeded
                    : match.Groups["invalid"].Success ? SignInVerdict.NoSuchAccount
                    : SignInVerdict.Rejected,
                IsPasswordRight = match.Groups["how"].Value is "password" ? isAccepted : null,
                Code = match.Groups["what"].Value,
                Address = WindowsText.Address(match.Groups["from"].Value).ToString(),
                Application = "sshd",
                Protocol = match.Groups["how"].Value,
                Host = WindowsText.Bounded(source.Computer),
            }
        );
    }

    [GeneratedRegex(
        @"(?<what>Accepted|Failed) (?<how>password|publickey|keyboard-interactive\S*) for (?<invalid>invalid user )?(?<user>.{1,256}) from (?<from>[0-9A-Fa-f.:]+) port",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Tries();
}
