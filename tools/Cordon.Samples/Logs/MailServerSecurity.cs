using Cordon.Samples.Events;
using Cordon.Samples.Shape;

namespace Cordon.Samples.Logs;

/// <summary>
/// The security log of the mail server, which is the domain controller too, as in many small houses. Mailboxes are reached from the
/// internet; somebody tries passwords on them and fails. The log is a ring that has come round.
/// </summary>
internal static class MailServerSecurity
{
    private const uint WrongPassword = 0xC000006A;
    private const uint NoSuchAccount = 0xC0000064;

    private static readonly SecurityEvents Events = new(Laboratory.Mail);

    public static byte[] Make()
    {
        var chance = new Chance(0x4D41494C3031);
        var book = new LogBook();
        for (var day = 0; day < 4; day++)
        {
            WorkingDay(book, new DateTime(2021, 1, 18 + day, 0, 0, 0, DateTimeKind.Utc), chance);
        }

        // Two nights, one password each, a new address for nearly every try.
        Spray(book, new DateTime(2021, 1, 19, 22, 4, 11, DateTimeKind.Utc), isNtlm: false, chance);
        Spray(book, new DateTime(2021, 1, 21, 1, 37, 40, DateTimeKind.Utc), isNtlm: true, chance);
        return SeizedFile.WrapAround(book.Write(firstRecordId: 418_220));
    }

    private static void Spray(LogBook book, DateTime time, bool isNtlm, Chance chance)
    {
        string[] names = [.. Laboratory.Staff.Select(account => account.Name), .. Laboratory.FormerStaff];
        foreach (var name in names.OrderBy(_ => chance.Next()))
        {
            time = time.AddSeconds(chance.Between(38, 140)).AddTicks(chance.Between(0, 9_999_999));
            var reason = Laboratory.FormerStaff.Contains(name, StringComparer.Ordinal) ? NoSuchAccount : WrongPassword;
            var address = (chance.Between(0, 2) == 0 ? "198.51.100." : "203.0.113.") + chance.Between(2, 250);
            if (isNtlm)
            {
                book.Add(Events.CheckedByNtlm(time, name, "WORKSTATION", reason));
            }

            book.Add(
                Events.Refused(
                    time.AddTicks(41_000),
                    isNtlm ? ByNtlm(name, address, chance) : ByMailPage(name, address, chance),
                    reason
                )
            );
        }
    }

    private static SignIn ByMailPage(string name, string address, Chance chance) =>
        new()
        {
            Name = name,
            Type = 8,
            Package = "Negotiate",
            LogonProcess = "Advapi  ",
            Workstation = Laboratory.Mail.Name,
            Address = address,
            Port = chance.Between(1100, 65000).ToString(),
            Process = @"C:\Windows\System32\inetsrv\w3wp.exe",
            ByService = true,
        };

    private static SignIn ByNtlm(string name, string address, Chance chance) =>
        new()
        {
            Name = name,
            Package = "NTLM",
            LogonProcess = "NtLmSsp ",
            Workstation = "WORKSTATION",
            Address = address,
            Port = chance.Between(1100, 65000).ToString(),
        };

    private static void WorkingDay(LogBook book, DateTime day, Chance chance)
    {
        foreach (var account in Laboratory.Staff)
        {
            var desk = chance.Pick(Laboratory.Desks);
            var time = chance.Within(day.AddHours(7.2), TimeSpan.FromHours(2.2));
            var signIn = SignIn.Network(account, desk, chance);
            if (chance.Between(0, 9) == 0)
            {
                // People mistype.
                book.Add(
                    Events.Refused(time.AddSeconds(-9), ByMailPage(account.Name, desk.Address, chance), WrongPassword)
                );
            }

            book.Add(Events.TicketGiven(time, account, desk, Laboratory.Mail, chance));
            book.Add(Events.SignedIn(time.AddMilliseconds(30), signIn));
            book.Add(Events.SignedOut(time.AddMinutes(chance.Between(1, 40)), signIn));
        }

        var night = chance.Within(day.AddHours(2), TimeSpan.FromHours(1));
        var backup = SignIn.Network(Laboratory.Backup, Laboratory.Files, chance) with { Elevated = true };
        book.Add(
            Events.SignedIn(night, backup),
            Events.Privileged(night, backup),
            Events.SignedOut(night.AddMinutes(22), backup)
        );
        for (var i = 0; i < 5; i++)
        {
            var time = chance.Within(day, TimeSpan.FromHours(24));
            book.Add(Events.SignedIn(time, SignIn.Service()), Events.Privileged(time, SignIn.Service()));
        }
    }
}
