using System.Text;
using Cordon.Simulation.Life;
using Cordon.Simulation.Logs;
using Cordon.Simulation.Profiles;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Attempts;

/// <summary>Ways in that end on computers: a supplier's access to the VPN, and a lure whose attachment runs.</summary>
internal static class PivotStories
{
    public static void Vpn(StoryContext context)
    {
        Member member = context.Member;
        Tie? tie = member.Ties.FirstOrDefault(static t => t.Ties.Contains("vpn", StringComparer.Ordinal));
        if (
            tie is null
            || !member.Logs.Shows(SimLog.Vpn, context.Start)
            || (member.Logs.HidesVpnUsers && context.Course < Course.Access)
        )
        {
            LureStories.Lure(context, "supply-chain-mail");
            return;
        }

        context.Draft.Techniques.UnionWith(["T1199", "T1133", "T1078"]);
        string account = tie.VpnAccount;
        Target target = context.Draft.For("account", account);
        target.Needs.Add([SimLog.Vpn]);
        Endpoint hand = context.Campaign.Hand;
        DateTime time = context.Start;
        bool isIn = context.Course >= Course.Access;
        for (int i = context.Chance.Between(isIn ? 1 : 4, 9); i > 0; i--)
        {
            time = time.AddSeconds(context.Chance.Between(10, 70));
            foreach (
                VpnEvent item in VpnLines.Of(
                    time,
                    member.Logs.HidesVpnUsers ? "*****" : account,
                    hand.Address,
                    isSuccess: false
                )
            )
            {
                context.Draft.Tell(item, target, TruthOutcome.Failed);
            }
        }

        if (!isIn)
        {
            return;
        }

        time = time.AddSeconds(40);
        foreach (VpnEvent item in VpnLines.Of(time, account, hand.Address, isSuccess: true))
        {
            context.Draft.Tell(item, target, TruthOutcome.AccessGained);
        }

        if (context.Course != Course.FollowOn)
        {
            return;
        }

        context.Draft.Techniques.Add("T1021.001");
        string inside = $"10.{member.Index % 200}.250.251";
        foreach (string host in (string[])["DC01", .. member.WatchedHosts.Take(2)])
        {
            time = context.Capped(time.AddMinutes(context.Chance.Between(3, 25)));
            WindowsEvent logOn = WindowsEvents.LogOn(
                time,
                host,
                account,
                member.WindowsDomain,
                inside,
                "KALI",
                10,
                950
            ) with
            {
                Mark = account,
            };
            context.Draft.Tell(logOn, target, TruthOutcome.FollowOn);
        }
    }

    public static void Host(StoryContext context)
    {
        Member member = context.Member;
        context.Draft.Techniques.UnionWith(["T1566.001", "T1204.002"]);
        List<Person> watched =
        [
            .. member.People.Where(p => member.WatchedHosts.Contains(p.Computer.Name, StringComparer.Ordinal)),
        ];
        Person first = context.Chance.Pick(watched.Count > 0 ? watched : member.People);
        (List<Person> people, MailEvent mail) = LureStories.Send(context, "host-intrusion", first);
        foreach (Person person in people)
        {
            Target recipient = context.Draft.For("recipient", person.Account);
            recipient.Host = person.Computer.Name;
            recipient.Needs.Add([SimLog.Hosts]);
        }

        if (mail.Status != "Delivered" || context.Course is Course.Failed or Course.Exposed)
        {
            return;
        }

        Run(
            context,
            people[0],
            mail.AttachmentName,
            context.Capped(mail.Time.AddMinutes(context.Chance.Between(4, 200)))
        );
    }

    private static void Run(StoryContext context, Person victim, string file, DateTime time)
    {
        Member member = context.Member;
        string host = victim.Computer.Name;
        string user = $"{member.WindowsDomain}\\{victim.Login}";
        Target machine = context.Draft.For("host", member.HostName(host));
        machine.Host = host;
        machine.Needs.Add([SimLog.Hosts]);
        Target recipient = context.Draft.For("recipient", victim.Account);
        const string Shell = @"C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe";
        // What is hidden in it writes one line and does nothing else.
        string command = Convert.ToBase64String(Encoding.Unicode.GetBytes("Write-Output 'simulated'"));
        string mark = context.Chance.Hex(8);
        void Both(WindowsEvent item, TruthOutcome shows)
        {
            context.Draft.Tell(item, machine, shows);
            context.Draft.Tell(item, recipient, shows);
        }

        Both(
            WindowsEvents.FileMade(
                time,
                host,
                user,
                @"C:\Program Files\Microsoft Office\root\Office16\OUTLOOK.EXE",
                $@"C:\Users\{victim.Login}\Downloads\{file}"
            ) with
            {
                Mark = file,
            },
            TruthOutcome.Failed
        );
        time = time.AddSeconds(context.Chance.Between(15, 60));
        context.Draft.Techniques.Add("T1059.001");
        Both(
            WindowsEvents.Process(
                time,
                host,
                user,
                Shell,
                $"powershell.exe -NoProfile -WindowStyle Hidden -EncodedCommand {command}",
                @"C:\Windows\explorer.exe",
                $@"C:\Windows\explorer.exe /select,E:\{mark}\Job_Description.lnk"
            ) with
            {
                Mark = mark,
            },
            TruthOutcome.AccessGained
        );
        string name = "cdn." + context.Campaign.Domain;
        context.Draft.Add(
            WindowsEvents.NameAsked(time.AddSeconds(2), host, Shell, name, context.Campaign.Server.Address)
        );
        context.Draft.Add(
            WindowsEvents.Connection(
                time.AddSeconds(3),
                host,
                user,
                Shell,
                victim.Computer.InsideAddress,
                context.Campaign.Server.Address,
                name,
                443
            )
        );
        context.Draft.Add(new DnsEvent(time.AddSeconds(2), victim.Computer.InsideAddress, name));
        context.Draft.Add(
            new ProxyEvent(time.AddSeconds(3))
            {
                Client = victim.Computer.InsideAddress,
                User = victim.Login,
                Method = "GET",
                Url = $"https://{name}/{mark}",
                Host = name,
                Agent = "Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.18362.1171",
            }
        );
        if (context.Course != Course.FollowOn)
        {
            return;
        }

        context.Draft.Techniques.UnionWith(["T1547.001", "T1087.002", "T1033"]);
        Both(
            WindowsEvents.Registry(
                time.AddSeconds(9),
                host,
                user,
                Shell,
                $@"HKU\S-1-5-21-1111111111-2222222222-3333333333-{1_100 + victim.Index}\Software\Microsoft\Windows\CurrentVersion\Run\Updater",
                "powershell.exe -WindowStyle Hidden -Command \"Write-Output simulated\""
            ),
            TruthOutcome.FollowOn
        );
        Both(
            WindowsEvents.Process(
                time.AddMinutes(2),
                host,
                user,
                @"C:\Windows\System32\whoami.exe",
                "whoami.exe /all",
                Shell
            ),
            TruthOutcome.FollowOn
        );
        Both(
            WindowsEvents.Process(
                time.AddMinutes(3),
                host,
                user,
                @"C:\Windows\System32\net.exe",
                "net.exe group \"Domain Admins\" /domain",
                Shell
            ),
            TruthOutcome.FollowOn
        );
    }
}
