using Cordon.Telemetry.Lines;
using Cordon.Telemetry.Vendors;

namespace Cordon.Telemetry.Syslog;

/// <summary>What is known of the programs that write to syslog and the journal.</summary>
internal static class Programs
{
    /// <summary>Product and channel of a program's lines.</summary>
    public static (string Product, string Channel) StreamOf(ReadOnlySpan<char> program) =>
        program switch
        {
            "sshd" or "sshd-session" or "sshd-auth" => ("linux", "sshd"),
            "sudo" => ("linux", "sudo"),
            "su" or "su-l" => ("linux", "su"),
            "login" or "gdm" or "gdm-password" or "lightdm" or "systemd-logind" => ("linux", "login"),
            "cron" or "CRON" or "crond" or "crontab" or "anacron" => ("linux", "cron"),
            "vsftpd" => ("linux", "vsftpd"),
            "clamd" or "clamscan" or "freshclam" or "clamav" or "clamdscan" => ("linux", "clamav"),
            "guacd" or "guacamole" => ("linux", "guacamole"),
            "openvpn" or "ovpn-server" => ("openvpn", "vpn"),
            _ => program.StartsWith("ovpn-") || program.StartsWith("openvpn")
                ? ("openvpn", "vpn")
                : ("linux", "syslog"),
        };

    /// <summary>What a program's message says of a sign-in; null where it says nothing of one.</summary>
    /// <param name="channel">The channel of <see cref="StreamOf"/>.</param>
    /// <param name="module">What older logs write in brackets behind the program (<c>pam_unix</c>); empty elsewhere.</param>
    /// <param name="message">The message.</param>
    public static AuthFacts? Read(string channel, ReadOnlySpan<char> module, ReadOnlySpan<char> message) =>
        module.StartsWith("pam_")
            ? PamMessage.Inner(message)
            : channel switch
            {
                "sshd" => SshdMessage.Read(message),
                "sudo" => SudoMessage.Read(message),
                "su" => SuMessage.ReadSu(message),
                "login" => SuMessage.ReadLogin(message),
                "vpn" => OpenVpnMessage.Read(message),
                "cron" => null,
                _ => PamMessage.Read(message),
            };

    /// <summary>Adds the values that a message names: of sudo and cron.</summary>
    public static void AddValues(LineSink sink, string channel, ReadOnlySpan<char> message)
    {
        if (channel == "sudo")
        {
            SudoMessage.AddTo(sink, message);
        }
        else if (channel == "cron" && message.StartsWith("("))
        {
            // (root) CMD (/usr/bin/job)
            var reader = new SpanReader(message[1..]);
            if (reader.TakeUntil(") ", out ReadOnlySpan<char> user))
            {
                sink.Add("user", user);
                if (reader.Take("CMD ("))
                {
                    ReadOnlySpan<char> command = reader.Rest.Trim();
                    sink.Add("command", command.EndsWith(")") ? command[..^1] : command);
                }
            }
        }
    }
}
