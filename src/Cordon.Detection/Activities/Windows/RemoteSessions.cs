using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>Remote desktop sessions: the connection manager's 1149 and the session manager's 21 and 25, which stay when the Security log is gone.</summary>
internal sealed class RemoteSessions(FieldTable fields) : IActivitySource
{
    private const string Connections = "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational";
    private const string Sessions = "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational";
    private readonly FieldId _connectionUser = fields.Intern("Param1");
    private readonly FieldId _connectionAddress = fields.Intern("Param3");
    private readonly FieldId _user = fields.Intern("User");
    private readonly FieldId _address = fields.Intern("Address");

    public IReadOnlyList<(string Product, string Channel)> Streams { get; } =
    [("windows", Connections), ("windows", Sessions)];

    public void Read(LogEvent source, List<Activity> activities)
    {
        bool isConnection = source.Code == 1149;
        if (source.Code is not (1149 or 21 or 25) || source.Time is not { } time)
        {
            return;
        }

        ReadOnlySpan<char> name = WindowsText.Name(source.Value(isConnection ? _connectionUser : _user).Text);
        ReadOnlySpan<char> address = WindowsText.Address(
            source.Value(isConnection ? _connectionAddress : _address).Text
        );
        // Without an address it is somebody at the keyboard, of whom 4624 tells.
        if (WindowsText.IsMachine(name) || address.IsEmpty)
        {
            return;
        }

        activities.Add(
            new SignIn
            {
                Origin = EventOrigin.Of(source),
                Time = time,
                System = "windows",
                Account = WindowsText.Account(name),
                // 1149 says that a connection was made; whether anybody signed in, 21 and 25 say.
                Verdict = isConnection ? SignInVerdict.Unknown : SignInVerdict.Succeeded,
                Code = $"{source.Code}",
                Address = address.ToString(),
                Application = "remote desktop",
                Protocol = "10",
                Host = WindowsText.Bounded(source.Computer),
                IsInteractive = true,
            }
        );
    }
}
