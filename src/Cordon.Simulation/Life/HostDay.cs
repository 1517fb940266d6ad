using Cordon.Simulation.Chances;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>What a watched computer writes on a day on which its owner works.</summary>
internal static class HostDay
{
    private const string Explorer = @"C:\Windows\explorer.exe";

    private static readonly (string Image, string Arguments)[] Programs =
    [
        (@"C:\Program Files\Microsoft Office\root\Office16\WINWORD.EXE", "/n"),
        (@"C:\Program Files\Microsoft Office\root\Office16\EXCEL.EXE", "/dde"),
        (@"C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE", ""),
        (@"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe", "--single-argument"),
        (@"C:\Program Files\Mozilla Firefox\firefox.exe", ""),
        (@"C:\Windows\System32\notepad.exe", ""),
        (@"C:\Windows\System32\calc.exe", ""),
    ];

    public static void Add(Member member, Person person, DateTime start, Chance chance, List<SimEvent> events)
    {
        string host = person.Computer.Name;
        string user = $"{member.WindowsDomain}\\{person.Login}";
        string inside = person.Computer.InsideAddress;
        events.Add(
            WindowsEvents.LogOn(
                start.AddMinutes(-2),
                host,
                person.Login,
                member.WindowsDomain,
                "127.0.0.1",
                host,
                2,
                person.Index
            )
        );
        for (int i = chance.Between(15, 30); i > 0; i--)
        {
            DateTime time = start.AddMinutes(chance.Below(480)).AddSeconds(chance.Below(60));
            (string image, string arguments) = chance.Pick(Programs);
            events.Add(WindowsEvents.Process(time, host, user, image, $"\"{image}\" {arguments}".TrimEnd(), Explorer));
            if (i % 3 == 0)
            {
                string site = "journals.reading-room.example";
                string browser = Programs[3].Image;
                events.Add(WindowsEvents.NameAsked(time.AddSeconds(2), host, browser, site, "203.0.113.80"));
                events.Add(
                    WindowsEvents.Connection(time.AddSeconds(3), host, user, browser, inside, "203.0.113.80", site, 443)
                );
            }
        }
    }
}
