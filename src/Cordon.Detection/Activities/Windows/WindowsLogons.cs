using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Windows;

/// <summary>
/// Logons that Windows writes of in its Security log. A domain controller writes successes by the thousand: they become one activity for each account,
/// source, kind, host and hour, and so do failures beyond a bound.
/// </summary>
internal sealed class WindowsLogons : IActivitySource
{
    /// <summary>Failures of one part that are told one by one; of more, equal ones of an hour are put together.</summary>
    internal const int MaxSingleFailures = 20_000;

    private readonly WindowsFields _fields;
    private readonly WindowsOutcomes _outcomes;
    private readonly LogonCondenser _condenser = new();
    private readonly TextPool _texts = new();
    private readonly EventCopier _copier;
    private int _failures;

    public WindowsLogons(FieldTable fields)
        : this(fields, WindowsOutcomes.Default) { }

    internal WindowsLogons(FieldTable fields, WindowsOutcomes outcomes)
    {
        (_fields, _outcomes) = (new WindowsFields(fields), outcomes);
        _copier = new EventCopier(_texts);
    }

    public IReadOnlyList<(string Product, string Channel)> Streams { get; } = [("windows", "Security")];

    public void Read(LogEvent source, List<Activity> activities)
    {
        switch (source.Code)
        {
            case 4624:
                ReadLogon(source, activities, isSuccess: true);
                break;
            case 4625:
                ReadLogon(source, activities, isSuccess: false);
                break;
            case 4648:
                ReadExplicit(source, activities);
                break;
            case 4768 or 4771:
                ReadKerberos(source, activities);
                break;
            case 4776:
                ReadNtlm(source, activities);
                break;
        }
    }

    public void Complete(List<Activity> activities)
    {
        _condenser.Drain(activities);
        _failures = 0;
    }

    private void ReadLogon(LogEvent source, List<Activity> activities, bool isSuccess)
    {
        ReadOnlySpan<char> name = WindowsText.Name(source.Value(_fields.TargetUserName).Text);
        ReadOnlySpan<char> type = source.Value(_fields.LogonType).Text;
        // Services and the system itself (5, 0), and credentials that are kept for later (9), are nobody's attempt.
        if (type is "5" or "0" or "9" || (name.IsEmpty ? isSuccess : WindowsText.IsMachine(name)))
        {
            return;
        }

        WindowsOutcome outcome = isSuccess
            ? Success
            : _outcomes.OfNtStatus(source.Value(_fields.Status), source.Value(_fields.SubStatus));
        Add(
            source,
            activities,
            new Logon
            {
                System = "windows",
                Name = name,
                Address = WindowsText.Address(source.Value(_fields.IpAddress).Text),
                Workstation = WindowsText.Plain(source.Value(_fields.WorkstationName).Text),
                Application = WindowsText.Plain(source.Value(_fields.Package).Text),
                Protocol = type,
                Outcome = outcome,
                Session = isSuccess ? source.Value(_fields.TargetLogonId).Text : default,
                IsInteractive =
                    type is "2" or "7" or "10" or "11" ? true
                    : type is "3" or "4" ? false
                    : null,
            }
        );
    }

    private void ReadExplicit(LogEvent source, List<Activity> activities)
    {
        ReadOnlySpan<char> name = WindowsText.Name(source.Value(_fields.TargetUserName).Text);
        ReadOnlySpan<char> subject = WindowsText.Name(source.Value(_fields.SubjectUserName).Text);
        if (WindowsText.IsMachine(name) || name.Equals(subject, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Add(
            source,
            activities,
            new Logon
            {
                System = "windows",
                Name = name,
                Address = WindowsText.Address(source.Value(_fields.IpAddress).Text),
                // Who did it and on which host is what such attempts share; the event has no other source.
                Workstation = source.Computer,
                Application = WindowsText.Plain(source.Value(_fields.TargetServerName).Text),
                Protocol = "explicit",
                Outcome = Explicit,
            }
        );
    }

    private void ReadKerberos(LogEvent source, List<Activity> activities)
    {
        ReadOnlySpan<char> name = WindowsText.Name(source.Value(_fields.TargetUserName).Text);
        if (WindowsText.IsMachine(name))
        {
            return;
        }

        Add(
            source,
            activities,
            new Logon
            {
                System = "kerberos",
                Name = name,
                Address = WindowsText.Address(source.Value(_fields.IpAddress).Text),
                Application = WindowsText.Plain(source.Value(_fields.ServiceName).Text),
                Protocol = WindowsText.Plain(source.Value(_fields.PreAuthType).Text),
                Outcome = _outcomes.OfKerberos(source.Value(_fields.Status)),
            }
        );
    }

    private void ReadNtlm(LogEvent source, List<Activity> activities)
    {
        ReadOnlySpan<char> name = WindowsText.Name(source.Value(_fields.TargetUserName).Text);
        if (WindowsText.IsMachine(name))
        {
            return;
        }

        Add(
            source,
            activities,
            new Logon
            {
                System = "ntlm",
                Name = name,
                Workstation = WindowsText.Plain(source.Value(_fields.Workstation).Text),
                Outcome = _outcomes.OfNtStatus(source.Value(_fields.Status), FieldValue.Missing),
            }
        );
    }

    private static WindowsOutcome Success { get; } = new("0x0", SignInVerdict.Succeeded, null, "");

    private static WindowsOutcome Explicit { get; } = new("4648", SignInVerdict.Unknown, null, "explicit credentials");

    private ref struct Logon
    {
        public required string System;
        public required ReadOnlySpan<char> Name;
        public required WindowsOutcome Outcome;
        public ReadOnlySpan<char> Address;
        public ReadOnlySpan<char> Workstation;
        public ReadOnlySpan<char> Application;
        public ReadOnlySpan<char> Protocol;
        public ReadOnlySpan<char> Session;
        public bool? IsInteractive;
    }

    private void Add(LogEvent source, List<Activity> activities, scoped in Logon logon)
    {
        if (logon.Outcome.Verdict == SignInVerdict.NotAnAttempt || source.Time is not { } time)
        {
            return;
        }

        bool isCondensed = logon.Outcome.Verdict == SignInVerdict.Succeeded || ++_failures > MaxSingleFailures;
        if (!isCondensed)
        {
            activities.Add(SignInOf(source, time, logon, isHourly: false));
            return;
        }

        var key = new LogonKey(stackalloc char[LogonCondenser.MaxKeyLength]);
        key.Add(time.Ticks / TimeSpan.TicksPerHour);
        key.Add((long)logon.Outcome.Verdict);
        key.Add(logon.Name);
        key.Add(logon.Address);
        key.Add(logon.Protocol);
        key.Add(logon.Workstation);
        key.Add(logon.Outcome.Code);
        key.Add(logon.System);
        key.Add(source.Computer);
        if (!_condenser.TryCount(key.Text))
        {
            _condenser.Add(key.Text, SignInOf(source, time, logon, isHourly: true));
        }
    }

    private SignIn SignInOf(LogEvent source, DateTime time, scoped in Logon logon, bool isHourly) =>
        new()
        {
            Origin = _copier.OriginOf(source),
            Time = time,
            System = logon.System,
            Account = AccountOf(logon.Name),
            Verdict = logon.Outcome.Verdict,
            IsPasswordRight = logon.Outcome.IsPasswordRight,
            Code = logon.Outcome.Code,
            Reason = logon.Outcome.Meaning,
            Address = _texts.Of(logon.Address),
            UserAgent = _texts.Of(WindowsText.Cut(logon.Workstation)),
            Application = _texts.Of(WindowsText.Cut(logon.Application)),
            Protocol = _texts.Of(WindowsText.Cut(logon.Protocol)),
            // Each session has its own.
            Session = WindowsText.Bounded(logon.Session),
            Host = _texts.Of(WindowsText.Cut(source.Computer)),
            IsInteractive = logon.IsInteractive,
            IsHourly = isHourly,
        };

    private string AccountOf(ReadOnlySpan<char> name)
    {
        name = WindowsText.Name(name);
        Span<char> lower = stackalloc char[WindowsText.MaxLength];
        return _texts.Of(lower[..name.ToLowerInvariant(lower)]);
    }
}
