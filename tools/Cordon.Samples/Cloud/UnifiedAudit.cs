using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Cordon.Samples.Cloud;

/// <summary>
/// The export of the audit log of mailboxes and files: a rule that hides the answers, a mailbox that is copied, mail sent on to suppliers, and the morning
/// after on which sessions are revoked. Some rows stand twice, as in every export.
/// </summary>
internal sealed class UnifiedAudit
{
    private readonly Chance _chance = new(0x5541_4C21);

    public static byte[] Make() => new UnifiedAudit().Write();

    private byte[] Write()
    {
        List<(DateTime Time, string Operation, int Type, Account User, JsonObject Data)> rows = [];
        for (var day = 0; day < 14; day++)
        {
            var date = new DateTime(2021, 1, 25 + (day % 7), 0, 0, 0, DateTimeKind.Utc).AddDays(day < 7 ? 0 : 7);
            if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            foreach (var account in Laboratory.Staff)
            {
                var time = _chance.Within(date.AddHours(8), TimeSpan.FromHours(9));
                rows.Add(Row(time, "FileAccessed", 6, account, CloudAccounts.OfficeAddress, File("batch-records")));
                rows.Add(
                    Row(
                        time.AddMinutes(7),
                        "MailItemsAccessed",
                        50,
                        account,
                        CloudAccounts.OfficeAddress,
                        Access("Bind", 2)
                    )
                );
            }
        }

        Theft(rows);
        Containment(rows);
        var csv = new StringBuilder("RecordType,CreationDate,UserIds,Operations,AuditData\r\n");
        foreach (var (time, operation, type, user, data) in rows.OrderBy(row => row.Time))
        {
            var line = string.Create(
                CultureInfo.InvariantCulture,
                $"{type},{time:yyyy-MM-ddTHH:mm:ss.0000000Z},{user.Upn()},{operation},\"{data.ToJsonString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n"
            );
            csv.Append(line);
            if (operation == "New-InboxRule")
            {
                csv.Append(line);
            }
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private void Theft(List<(DateTime, string, int, Account, JsonObject)> rows)
    {
        var owner = CloudAccounts.ColdChain;
        var stolen = CloudSignIns.Stolen;
        const string From = CloudSignIns.ThiefAddress;
        rows.Add(
            Row(
                stolen.AddMinutes(7),
                "New-InboxRule",
                1,
                owner,
                From,
                new JsonObject
                {
                    ["Parameters"] = new JsonArray(
                        Parameter("Name", "."),
                        Parameter("SubjectOrBodyContainsWords", "quotation;vaccine;password;phishing"),
                        Parameter("DeleteMessage", "True"),
                        Parameter("StopProcessingRules", "True")
                    ),
                }
            )
        );
        rows.Add(Row(stolen.AddMinutes(11), "MailItemsAccessed", 50, owner, From, Access("Sync", 1)));
        for (var i = 0; i < 9; i++)
        {
            var subject = "Revised quotation for -70 C transport";
            rows.Add(
                Row(
                    stolen.AddMinutes(32).AddSeconds(i * 19),
                    "Send",
                    2,
                    owner,
                    From,
                    new JsonObject
                    {
                        ["Item"] = new JsonObject
                        {
                            ["Subject"] = subject,
                            ["InternetMessageId"] = $"<{_chance.Guid():N}@{Laboratory.DnsDomain}>",
                        },
                    }
                )
            );
        }
    }

    private void Containment(List<(DateTime, string, int, Account, JsonObject)> rows)
    {
        var admin = Laboratory.Administrator;
        rows.Add(
            Directory(
                new DateTime(2021, 1, 29, 9, 12, 31, DateTimeKind.Utc),
                "Reset user password.",
                CloudAccounts.Finance
            )
        );
        var morning = new DateTime(2021, 2, 2, 8, 52, 6, DateTimeKind.Utc);
        rows.Add(Directory(morning, "Update StsRefreshTokenValidFrom Timestamp.", CloudAccounts.ColdChain));
        rows.Add(Directory(morning.AddSeconds(41), "Reset user password.", CloudAccounts.ColdChain));
        rows.Add(
            Row(
                morning.AddMinutes(9),
                "Remove-InboxRule",
                1,
                admin,
                CloudAccounts.OfficeAddress,
                new JsonObject
                {
                    ["Parameters"] = new JsonArray(
                        Parameter("Mailbox", CloudAccounts.ColdChain.Upn()),
                        Parameter("Identity", ".")
                    ),
                }
            )
        );
    }

    private (DateTime, string, int, Account, JsonObject) Directory(DateTime time, string operation, Account target) =>
        Row(
            time,
            operation,
            8,
            Laboratory.Administrator,
            "",
            new JsonObject
            {
                ["ObjectId"] = target.Upn(),
                ["ModifiedProperties"] = new JsonArray(),
                ["Target"] = new JsonArray(new JsonObject { ["ID"] = target.Upn(), ["Type"] = 5 }),
            }
        );

    private (DateTime, string, int, Account, JsonObject) Row(
        DateTime time,
        string operation,
        int type,
        Account user,
        string address,
        JsonObject more
    )
    {
        var data = new JsonObject
        {
            ["CreationTime"] = time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            ["Id"] = _chance.Guid().ToString(),
            ["Operation"] = operation,
            ["OrganizationId"] = CloudAccounts.Tenant,
            ["RecordType"] = type,
            ["ResultStatus"] = type == 50 ? "Succeeded" : "True",
            ["UserKey"] = user.ObjectId(),
            ["UserType"] = 0,
            ["Version"] = 1,
            ["Workload"] = type switch
            {
                6 => "SharePoint",
                8 => "AzureActiveDirectory",
                _ => "Exchange",
            },
            ["UserId"] = user.Upn(),
        };
        if (address.Length > 0)
        {
            data[type is 1 or 6 ? "ClientIP" : "ClientIPAddress"] = type == 1 ? address + ":51422" : address;
        }

        foreach (var (name, value) in more.ToArray())
        {
            more.Remove(name);
            data[name] = value;
        }

        if (type == 50)
        {
            data["MailboxOwnerUPN"] = user.Upn();
        }

        return (time, operation, type, user, data);
    }

    private JsonObject File(string library) =>
        new()
        {
            ["ObjectId"] =
                $"https://meridale.example/sites/production/{library}/record-{_chance.Between(100, 999)}.xlsx",
            ["SourceFileName"] = $"record-{_chance.Between(100, 999)}.xlsx",
            ["UserAgent"] = CloudAccounts.Browser,
        };

    private JsonObject Access(string kind, int count)
    {
        var items = new JsonArray();
        for (var i = 0; kind == "Bind" && i < count; i++)
        {
            items.Add(
                (JsonNode)new JsonObject { ["InternetMessageId"] = $"<{_chance.Guid():N}@{Laboratory.DnsDomain}>" }
            );
        }

        return new JsonObject
        {
            ["ClientInfoString"] = "Client=OWA;Action=ViaProxy",
            ["OperationProperties"] = new JsonArray(
                Parameter("MailAccessType", kind),
                Parameter("IsThrottled", "False")
            ),
            ["Folders"] = new JsonArray(new JsonObject { ["Path"] = "\\Inbox", ["FolderItems"] = items }),
            ["OperationCount"] = count,
        };
    }

    private static JsonObject Parameter(string name, string value) => new() { ["Name"] = name, ["Value"] = value };
}
