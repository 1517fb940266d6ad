namespace Cordon.Samples.Cloud;

/// <summary>
/// Two and a half weeks of sign-ins: people at work, a spray that takes one account an hour at night and meets one right password, and a token that is
/// used by somebody who was never asked for anything.
/// </summary>
internal static class CloudSignIns
{
    /// <summary>The token that the false page of the health agency passed on.</summary>
    public const string StolenSession = "2f7c9a1e-55d3-4b0f-a8c4-61f0d2b97e35";

    public const string ThiefAddress = "198.51.100.61";

    /// <summary>When the token is first used from outside.</summary>
    public static readonly DateTime Stolen = new(2021, 2, 1, 14, 33, 8, DateTimeKind.Utc);

    private static readonly DateTime First = new(2021, 1, 20, 0, 0, 0, DateTimeKind.Utc);
    private const int Days = 18;

    public static byte[] Interactive() => SignInLog.Write(All().Where(item => item.IsInteractive));

    public static byte[] NonInteractive() => SignInLog.Write(All().Where(item => !item.IsInteractive));

    private static List<CloudSignIn> All()
    {
        var chance = new Chance(0x434C4F5544);
        List<CloudSignIn> all = [];
        for (var day = 0; day < Days; day++)
        {
            var date = First.AddDays(day);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                foreach (var account in Laboratory.Staff)
                {
                    WorkingDay(all, account, date, chance);
                }
            }
        }

        Duty(all);
        Spray(all, chance);
        Theft(all, chance);
        return all;
    }

    /// <summary>At weekends somebody looks after the freezers, and somebody after the computers.</summary>
    private static void Duty(List<CloudSignIn> all)
    {
        var chance = new Chance(0x44555459);
        for (var day = 0; day < Days; day++)
        {
            var date = First.AddDays(day);
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                WorkingDay(all, CloudAccounts.ColdChain, date, chance);
                WorkingDay(all, CloudAccounts.ItAdministrator, date, chance);
            }
        }
    }

    private static void WorkingDay(List<CloudSignIn> all, Account account, DateTime date, Chance chance)
    {
        var time = chance.Within(date.AddHours(7.3), TimeSpan.FromHours(2));
        var session = chance.Guid().ToString();
        var signIn = new CloudSignIn
        {
            Time = time,
            Account = account,
            Id = chance.Guid().ToString(),
            Device = account.Device(),
            Session = session,
            Steps = [("Password", true, "Correct password"), ("Mobile app notification", true, "MFA completed")],
        };
        if (chance.Between(0, 8) == 0)
        {
            // People mistype, and on Mondays more so.
            all.Add(
                signIn with
                {
                    Time = time.AddSeconds(-14),
                    Id = chance.Guid().ToString(),
                    Session = "",
                    Code = 50_126,
                    Reason = "Error validating credentials due to invalid username or password.",
                    Steps = [("Password", false, "Invalid username or password")],
                }
            );
        }

        all.Add(signIn);
        for (var i = chance.Between(1, 4); i > 0; i--)
        {
            all.Add(
                signIn with
                {
                    Time = chance.Within(time.AddMinutes(20), TimeSpan.FromHours(8)),
                    Id = chance.Guid().ToString(),
                    IsInteractive = false,
                    Steps = [("Previously satisfied", true, "MFA requirement satisfied by claim in the token")],
                }
            );
        }
    }

    /// <summary>Twelve nights, one try an account a night, an address for each; the same old mail program every time.</summary>
    private static void Spray(List<CloudSignIn> all, Chance chance)
    {
        (string Country, string City, double Latitude, double Longitude)[] places =
        [
            ("NL", "Amsterdam", 52.4, 4.9),
            ("RO", "Bucharest", 44.4, 26.1),
            ("BR", "Recife", -8.1, -34.9),
            ("US", "Dallas", 32.8, -96.8),
        ];
        for (var night = 0; night < 12; night++)
        {
            var time = new DateTime(2021, 1, 24 + (night % 8), 0, 0, 0, DateTimeKind.Utc)
                .AddDays(night < 8 ? 0 : 8)
                .AddHours(1)
                .AddMinutes(chance.Between(0, 20));
            foreach (var account in Laboratory.Staff.OrderBy(_ => chance.Next()))
            {
                time = time.AddMinutes(chance.Between(11, 24));
                var place = chance.Pick(places);
                var isRight = account == CloudAccounts.Finance && night == 5;
                all.Add(
                    new CloudSignIn
                    {
                        Time = time,
                        Account = account,
                        Id = chance.Guid().ToString(),
                        Address = (chance.Between(0, 2) == 0 ? "203.0.113." : "198.51.100.") + chance.Between(80, 250),
                        Network = 64_496 + chance.Between(10, 15),
                        Country = place.Country,
                        City = place.City,
                        Latitude = place.Latitude,
                        Longitude = place.Longitude,
                        UserAgent = CloudAccounts.SprayTool,
                        Client = "Authenticated SMTP",
                        Code = isRight ? 50_076 : 50_126,
                        Reason = isRight
                            ? "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource."
                            : "Error validating credentials due to invalid username or password.",
                        Details = isRight ? "MFA required in Azure AD" : "",
                        Steps = [("Password", isRight, isRight ? "Correct password" : "Invalid username or password")],
                    }
                );
            }
        }
    }

    /// <summary>The false page asks for name, password and second factor, hands all on at once, and keeps the token.</summary>
    private static void Theft(List<CloudSignIn> all, Chance chance)
    {
        var owner = CloudAccounts.ColdChain;
        var signIn = new CloudSignIn
        {
            Time = Stolen.AddMinutes(-6.4),
            Account = owner,
            Id = chance.Guid().ToString(),
            Address = "198.51.100.44",
            Network = 64_508,
            Country = "NL",
            City = "Amsterdam",
            Latitude = 52.4,
            Longitude = 4.9,
            Session = StolenSession,
            Steps = [("Password", true, "Correct password"), ("Mobile app notification", true, "MFA completed")],
        };
        var stolen = signIn with
        {
            Address = ThiefAddress,
            Network = 64_509,
            Country = "RO",
            City = "Bucharest",
            Latitude = 44.4,
            Longitude = 26.1,
            UserAgent =
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.88 Safari/537.36",
            Steps = [("Previously satisfied", true, "MFA requirement satisfied by claim in the token")],
        };
        all.Add(signIn);
        all.Add(stolen with { Time = Stolen, Id = chance.Guid().ToString() });
        all.Add(stolen with { Time = Stolen.AddMinutes(21.7), Id = chance.Guid().ToString(), IsInteractive = false });
        all.Add(
            stolen with
            {
                Time = new DateTime(2021, 2, 2, 9, 10, 44, DateTimeKind.Utc),
                Id = chance.Guid().ToString(),
                IsInteractive = false,
                Code = 50_173,
                Reason = "The provided grant has expired due to it being revoked, a fresh auth token is needed.",
                Steps = [],
            }
        );
    }
}
