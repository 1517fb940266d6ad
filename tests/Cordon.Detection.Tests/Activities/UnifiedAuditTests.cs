using System.Text.Json;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Activities;

/// <summary>The unified audit log of Microsoft 365, as objects and as rows that hold them.</summary>
public sealed class UnifiedAuditTests
{
    private const string Common =
        "\"CreationTime\":\"2021-02-16T08:00:00\",\"Id\":\"u1\",\"OrganizationId\":\"t1\",\"RecordType\":1,\"UserKey\":\"k\",\"UserType\":2,\"Workload\":\"Exchange\",\"UserId\":\"Ada@Lab.Example\",\"ResultStatus\":\"True\"";

    private static string Record(string operation, string rest) =>
        $$"""{{{Common}},"Operation":"{{operation}}"{{(rest.Length > 0 ? "," + rest : "")}}}""";

    private static string Row(string json) =>
        $"RecordType,CreationDate,UserIds,Operations,AuditData\n1,2021-02-16T08:00:00Z,ada@lab.example,X,\"{json.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n";

    [Theory]
    [InlineData(
        "New-InboxRule",
        "\"Parameters\":[{\"Name\":\"DeleteMessage\",\"Value\":\"True\"},{\"Name\":\"SubjectContainsWords\",\"Value\":\"covid\"}]",
        AccountActionKind.InboxRule
    )]
    [InlineData("Remove-InboxRule", "", AccountActionKind.Removed)]
    [InlineData(
        "Set-Mailbox",
        "\"Parameters\":[{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"smtp:x@other.example\"}]",
        AccountActionKind.Forwarding
    )]
    [InlineData(
        "Set-Mailbox",
        "\"Parameters\":[{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"\"}]",
        AccountActionKind.Removed
    )]
    [InlineData(
        "MailItemsAccessed",
        "\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},{\"Name\":\"IsThrottled\",\"Value\":\"False\"}]",
        AccountActionKind.MailRead
    )]
    [InlineData(
        "MailItemsAccessed",
        "\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Sync\"}]",
        AccountActionKind.MailSync
    )]
    [InlineData("SearchQueryInitiatedExchange", "", AccountActionKind.MailSearch)]
    [InlineData("Consent to application.", "", AccountActionKind.Consent)]
    [InlineData(
        "Update application – Certificates and secrets management ",
        "",
        AccountActionKind.ApplicationCredential
    )]
    [InlineData("User registered security info", "", AccountActionKind.SecondFactorMethod)]
    [InlineData("Update StsRefreshTokenValidFrom Timestamp.", "", AccountActionKind.SessionsRevoked)]
    [InlineData("Reset user password.", "", AccountActionKind.PasswordReset)]
    [InlineData("FileDownloaded", "\"SourceFileName\":\"a.docx\"", AccountActionKind.FileDownload)]
    [InlineData("Send", "", AccountActionKind.MailSend)]
    [InlineData("HardDelete", "", AccountActionKind.MailDelete)]
    [InlineData(
        "Update user.",
        "\"ModifiedProperties\":[{\"Name\":\"StrongAuthenticationMethod\",\"NewValue\":\"[]\",\"OldValue\":\"[{\\\"MethodType\\\":7}]\"}]",
        AccountActionKind.SecondFactorRemoved
    )]
    public void Operations_are_told_as_what_they_are(string operation, string rest, AccountActionKind kind)
    {
        AccountAction action = IdentityLog.Action(Record(operation, rest));
        AccountAction row = IdentityLog.Action(Row(Record(operation, rest)), "export.csv");
        Assert.Equal((kind, "ada@lab.example", "u1"), (action.Kind, action.Account, action.Id));
        Assert.Equal(new DateTime(2021, 2, 16, 8, 0, 0, DateTimeKind.Utc), action.Time);
        Assert.Equal(
            (action.Kind, action.Account, action.Time, action.Detail),
            (row.Kind, row.Account, row.Time, row.Detail)
        );
    }

    [Fact]
    public void What_matters_of_a_rule_is_in_its_detail()
    {
        AccountAction action = IdentityLog.Action(
            Record(
                "New-InboxRule",
                "\"ClientIP\":\"198.51.100.7:50123\",\"Parameters\":[{\"Name\":\"DeleteMessage\",\"Value\":\"True\"},{\"Name\":\"SubjectContainsWords\",\"Value\":\"covid\\u0007\"}]"
            )
        );
        Assert.Equal("SubjectContainsWords=covid ; DeleteMessage=True", action.Detail);
        Assert.Equal(("198.51.100.7", "ada@lab.example"), (action.Address, action.Target));
    }

    [Fact]
    public void Mail_that_was_read_is_named_and_a_throttled_log_says_so()
    {
        AccountAction action = IdentityLog.Action(
            Record(
                "MailItemsAccessed",
                "\"ClientIPAddress\":\"[2001:db8::5]:443\",\"MailboxOwnerUPN\":\"box@lab.example\",\"OperationCount\":3,\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},{\"Name\":\"IsThrottled\",\"Value\":\"True\"}],\"Folders\":[{\"Path\":\"\\\\Inbox\",\"FolderItems\":[{\"InternetMessageId\":\"<m1@x.example>\"},{\"InternetMessageId\":\"<m2@x.example>\"}]}]"
            )
        );
        Assert.Equal(["m1@x.example", "m2@x.example"], action.Items);
        Assert.Equal(
            (3, true, "2001:db8::5", "box@lab.example"),
            (action.Count, action.IsIncomplete, action.Address, action.Target)
        );
    }

    [Theory]
    [InlineData("UserLoggedIn", "\"ErrorNumber\":\"0\"", SignInVerdict.Succeeded)]
    [InlineData("UserLoggedIn", "\"ErrorNumber\":\"50140\"", SignInVerdict.NotAnAttempt)]
    [InlineData("UserLoginFailed", "\"ErrorNumber\":\"50126\"", SignInVerdict.Rejected)]
    [InlineData("UserLoginFailed", "\"LogonError\":\"InvalidUserNameOrPassword\"", SignInVerdict.Rejected)]
    [InlineData("UserLoginFailed", "\"ErrorNumber\":\"0\",\"LogonError\":\"IdsLocked\"", SignInVerdict.Blocked)]
    [InlineData(
        "UserLoginFailed",
        "\"ErrorNumber\":\"65001\",\"LogonError\":\"DelegationDoesNotExist\"",
        SignInVerdict.NotAnAttempt
    )]
    [InlineData("UserLoginFailed", "\"ErrorNumber\":\"0\"", SignInVerdict.Unknown)]
    [InlineData("UserLoginFailed", "\"LogonError\":\"SomethingNew\"", SignInVerdict.Unknown)]
    public void Its_view_of_sign_ins_goes_by_the_same_table(string operation, string rest, SignInVerdict verdict)
    {
        SignIn signIn = IdentityLog.SignIn(
            Record(
                operation,
                rest
                    + ",\"ActorIpAddress\":\"203.0.113.9\",\"ExtendedProperties\":[{\"Name\":\"RequestType\",\"Value\":\"OAuth2:Token\"},{\"Name\":\"UserAgent\",\"Value\":\"Tool/1.0\"}]"
            )
        );
        Assert.Equal(
            (verdict, "m365", "203.0.113.9", "OAuth2:Token", "Tool/1.0"),
            (signIn.Verdict, signIn.System, signIn.Address, signIn.Protocol, signIn.UserAgent)
        );
    }

    [Theory]
    [InlineData("Not Available")]
    [InlineData("NOT-FOUND")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void Who_is_not_known_is_nobody(string user) =>
        Assert.Equal(
            "",
            IdentityLog
                .SignIn(
                    Record("UserLoginFailed", "\"ErrorNumber\":\"50034\"")
                        .Replace("Ada@Lab.Example", user, StringComparison.Ordinal)
                )
                .Account
        );

    [Fact]
    public void Rows_that_repeat_are_left_out_and_a_row_without_JSON_costs_its_details()
    {
        string good = Row(Record("New-InboxRule", ""));
        string again = good[(good.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        string cut = "1,2021-02-16T09:00:00Z,eve@lab.example,New-InboxRule,\"{\"\"CreationTime\"\":\"\"2021\"\n";
        IdentityLog.Outcome read = IdentityLog.Read(
            good + again + cut + again.Replace("u1", "u2", StringComparison.Ordinal),
            "export.csv"
        );
        Assert.Equal(3, read.Events.Count);
        Assert.Equal(
            ["ada@lab.example", "eve@lab.example", "ada@lab.example"],
            read.Activities.OfType<AccountAction>().Select(a => a.Account)
        );
        Assert.Contains(
            read.Problems,
            p =>
                p.IsLoss
                && p.Message.Contains("AuditData", StringComparison.Ordinal)
                && p.Place.Contains("row 3", StringComparison.Ordinal)
        );
        Assert.Contains(read.Problems, p => p.Message.StartsWith("1 repeat", StringComparison.Ordinal));
    }

    [Fact]
    public void Lists_of_names_and_values_answer_by_their_names()
    {
        var fields = new FieldTable();
        FieldId request = fields.Intern("RequestType");
        FieldId nested = fields.Intern("ExtendedProperties.0.Value");
        string seen = "";
        using var document = JsonDocument.Parse("{}");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-ual-");
        try
        {
            string path = Path.Combine(folder.FullName, "x.json");
            File.WriteAllText(
                path,
                Record("UserLoggedIn", "\"ExtendedProperties\":[{\"Name\":\"RequestType\",\"Value\":\"Cmsi:Cmsi\"}]")
            );
            foreach (EventPart part in new Telemetry.LogReader(fields).Open(Telemetry.Discovery.LogFinder.Find([path])))
            {
                part.Read(e => seen = $"{e.Value(request).Text} {e.Value(nested).Text}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Assert.Equal("Cmsi:Cmsi Cmsi:Cmsi", seen);
    }
}
