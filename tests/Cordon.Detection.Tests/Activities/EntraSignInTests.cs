using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Activities;

/// <summary>A sign-in at Entra ID says the same in every shape that it is exported in.</summary>
public sealed class EntraSignInTests
{
    private const string Graph = """
        {"id":"a1","createdDateTime":"2021-02-16T08:00:01.1234567Z","userDisplayName":"Ada Novak","userPrincipalName":"Ada.Novak@Lab.Example","userId":"0001",
        "appId":"app-1","appDisplayName":"Office Portal","ipAddress":"203.0.113.7","clientAppUsed":"Browser","correlationId":"c1","conditionalAccessStatus":"notApplied",
        "isInteractive":true,"riskLevelDuringSignIn":"hidden","userAgent":"Tool/1.0","autonomousSystemNumber":64500,"sessionId":"s1","authenticationProtocol":"ropc",
        "status":{"errorCode":50126,"failureReason":"Error validating credentials due to invalid username or password.","additionalDetails":null},
        "deviceDetail":{"deviceId":"d1","operatingSystem":"Windows"},
        "location":{"city":"Riga","state":"Riga","countryOrRegion":"LV","geoCoordinates":{"latitude":56.9,"longitude":24.1}}}
        """;

    private static readonly string Flat = Graph.ReplaceLineEndings("");

    private static readonly string Diagnostic =
        $$"""{"time":"2021-02-16T08:00:09Z","resourceId":"/tenants/t1/providers/Microsoft.aadiam","operationName":"Sign-in activity","category":"SignInLogs","resultType":"50126","resultDescription":"Invalid username or password.","callerIpAddress":"203.0.113.7","tenantId":"t1","properties":{{Flat}}}""";

    private const string LogAnalytics = """
        "TimeGenerated [UTC]",Category,ResultType,ResultDescription,UserPrincipalName,UserDisplayName,IPAddress,AppDisplayName,ClientAppUsed,UserAgent,AutonomousSystemNumber,SessionId,AuthenticationProtocol,IsInteractive,LocationDetails,DeviceDetail,Status,AuthenticationDetails,Id
        "2/16/2021, 8:00:01.123 AM",SignInLogs,50126,"Invalid username or password, or similar.",ada.novak@lab.example,"Novak, Ada",203.0.113.7,Office Portal,Browser,Tool/1.0,64500,s1,ropc,true,"{""city"":""Riga"",""countryOrRegion"":""LV"",""geoCoordinates"":{""latitude"":56.9,""longitude"":24.1}}","{""deviceId"":""d1""}","{""errorCode"":50126,""failureReason"":""Invalid username or password.""}",[],a1
        """;

    private const string Portal = """
        Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Incoming token type,Authentication Protocol,Application,Application ID ,Resource,Resource ID ,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Multifactor authentication result,Authentication requirement,Session ID,Autonomous system  number
        2021-02-16T08:00:01Z,a1,Tool/1.0,c1,0001,"Novak, Ada",Ada.Novak@lab.example,Member,none,ropc,Office Portal,app-1,Graph,r1,203.0.113.7,"Riga, Riga, LV",Failure,50126,Error validating credentials due to invalid username or password.,Browser,d1,,Single-factor authentication,s1,64500
        """;

    public static TheoryData<string, string> Shapes =>
        new()
        {
            { "graph.json", Flat },
            { "graph-list.json", "{\"@odata.context\":\"x\",\"value\":[\n" + Graph + "\n],\"@odata.nextLink\":\"y\"}" },
            { "one-line.json", "{\"value\":[" + Flat + "]}" },
            { "diagnostic.json", Diagnostic },
            { "hub.json", "{\"records\":[" + Diagnostic + "]}\n" },
            {
                "lower.json",
                Diagnostic
                    .Replace("resultType", "resulttype", StringComparison.Ordinal)
                    .Replace("callerIpAddress", "calleripaddress", StringComparison.Ordinal)
            },
            { "analytics.csv", LogAnalytics },
            { "portal.csv", Portal },
            {
                "portal-semicolon.csv",
                Portal
                    .Replace("\"Riga, Riga, LV\"", "Riga - Riga - LV", StringComparison.Ordinal)
                    .Replace("\"Novak, Ada\"", "Ada", StringComparison.Ordinal)
                    .Replace(',', ';')
                    .Replace("Riga - Riga - LV", "Riga, Riga, LV", StringComparison.Ordinal)
            },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_shape_says_the_same(string name, string text)
    {
        IdentityLog.Outcome read = IdentityLog.Read(text, name);
        Assert.Equal("entra-signin", read.Format);
        Assert.Empty(read.Problems);
        Assert.Equal(("azure", "signinlogs"), (read.Events[0].Product, read.Events[0].Channel));
        SignIn signIn = Assert.IsType<SignIn>(Assert.Single(read.Activities));
        Assert.Equal(
            new DateTime(2021, 2, 16, 8, 0, 1, DateTimeKind.Utc),
            signIn.Time.AddTicks(-(signIn.Time.Ticks % TimeSpan.TicksPerSecond))
        );
        Assert.Equal(
            ("ada.novak@lab.example", "203.0.113.7", "50126", SignInVerdict.Rejected, false),
            (signIn.Account, signIn.Address, signIn.Code, signIn.Verdict, signIn.IsPasswordRight!.Value)
        );
        Assert.Equal(
            ("Tool/1.0", "Office Portal", "ropc", "LV", "Riga", "s1", 64500L, "d1", "a1"),
            (
                signIn.UserAgent,
                signIn.Application,
                signIn.Protocol,
                signIn.Country,
                signIn.City,
                signIn.Session,
                signIn.AutonomousSystem!.Value,
                signIn.Device,
                signIn.Id
            )
        );
        Assert.Equal("", signIn.Risk);
        Assert.Contains("password", signIn.Reason, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("0", "", SignInVerdict.Succeeded, true, SecondFactor.Unknown)]
    [InlineData("50056", "", SignInVerdict.Rejected, false, SecondFactor.Unknown)]
    [InlineData("50034", "", SignInVerdict.NoSuchAccount, null, SecondFactor.Unknown)]
    [InlineData("50053", "The account is locked.", SignInVerdict.Blocked, null, SecondFactor.Unknown)]
    [InlineData(
        "50053",
        "Sign-in was blocked because it came from an IP address with malicious activity.",
        SignInVerdict.Blocked,
        null,
        SecondFactor.Unknown
    )]
    [InlineData("50055", "", SignInVerdict.Stopped, true, SecondFactor.Unknown)]
    [InlineData("50057", "", SignInVerdict.Blocked, null, SecondFactor.Unknown)]
    [InlineData("50076", "", SignInVerdict.Stopped, true, SecondFactor.Required)]
    [InlineData("50072", "", SignInVerdict.Stopped, true, SecondFactor.EnrolmentRequired)]
    [InlineData("53003", "", SignInVerdict.Stopped, true, SecondFactor.Unknown)]
    [InlineData("50140", "", SignInVerdict.NotAnAttempt, null, SecondFactor.Unknown)]
    [InlineData("65001", "", SignInVerdict.NotAnAttempt, null, SecondFactor.Unknown)]
    [InlineData("81016", "", SignInVerdict.Rejected, null, SecondFactor.Unknown)]
    [InlineData("123456789", "", SignInVerdict.Unknown, null, SecondFactor.Unknown)]
    [InlineData("8199", "", SignInVerdict.Unknown, null, SecondFactor.Unknown)]
    public void Codes_prove_what_the_table_says(
        string code,
        string reason,
        SignInVerdict verdict,
        bool? password,
        SecondFactor factor
    )
    {
        SignIn signIn = IdentityLog.SignIn(With(code, reason));
        Assert.Equal((verdict, password, factor), (signIn.Verdict, signIn.IsPasswordRight, signIn.SecondFactor));
    }

    [Theory]
    [InlineData("MFA denied; user declined the authentication", SecondFactor.Denied)]
    [InlineData("MFA denied; user did not respond to mobile app notification", SecondFactor.NotAnswered)]
    [InlineData("MFA denied; fraud code entered", SecondFactor.Denied)]
    [InlineData("something new", SecondFactor.Failed)]
    public void A_failed_second_factor_says_how_it_failed(string details, SecondFactor factor)
    {
        SignIn signIn = IdentityLog.SignIn(
            With("500121", "Authentication failed during strong authentication request.", details)
        );
        Assert.Equal(
            (SignInVerdict.Stopped, true, factor),
            (signIn.Verdict, signIn.IsPasswordRight!.Value, signIn.SecondFactor)
        );
    }

    [Theory]
    [InlineData("50132")]
    [InlineData("50133")]
    [InlineData("50173")]
    public void Tokens_that_were_taken_back_are_containment(string code)
    {
        AccountAction action = IdentityLog.Action(With(code, ""));
        Assert.Equal(
            (AccountActionKind.SessionsRevoked, "", "ada.novak@lab.example"),
            (action.Kind, action.Account, action.Target)
        );
    }

    [Fact]
    public void A_step_that_shows_the_right_password_counts_before_the_code()
    {
        string steps =
            "\"authenticationDetails\":[{\"authenticationMethod\":\"Password\",\"succeeded\":true,\"authenticationStepResultDetail\":\"Correct password\"}],";
        SignIn signIn = IdentityLog.SignIn(
            Flat.Replace("\"appId\"", steps + "\"appId\"", StringComparison.Ordinal)
                .Replace("50126", "50053", StringComparison.Ordinal)
        );
        Assert.Equal((SignInVerdict.Stopped, true), (signIn.Verdict, signIn.IsPasswordRight!.Value));
    }

    [Fact]
    public void A_token_that_brought_the_second_factor_is_told_from_one_that_was_given()
    {
        string token = IdentityLog
            .SignIn(With("0", "", "MFA requirement satisfied by claim in the token"))
            .SecondFactor.ToString();
        string given = IdentityLog.SignIn(With("0", "", "MFA completed in Azure AD")).SecondFactor.ToString();
        Assert.Equal(("SatisfiedByToken", "Satisfied"), (token, given));
    }

    [Theory]
    [InlineData("NonInteractiveUserSignInLogs", "noninteractiveusersigninlogs")]
    [InlineData("ServicePrincipalSignInLogs", "serviceprincipalsigninlogs")]
    [InlineData("ManagedIdentitySignInLogs", "managedidentitysigninlogs")]
    [InlineData("ADFSSignInLogs", "adfssigninlogs")]
    public void Each_category_is_a_stream_of_its_own(string category, string channel)
    {
        IdentityLog.Outcome read = IdentityLog.Read(
            Diagnostic.Replace("\"SignInLogs\"", $"\"{category}\"", StringComparison.Ordinal)
        );
        Assert.Equal(channel, Assert.Single(read.Events).Channel);
        Assert.Single(read.Activities);
    }

    [Fact]
    public void Nobody_gives_a_password_with_a_token()
    {
        string text = With("0", "")
            .Replace("\"isInteractive\":true", "\"isInteractive\":false", StringComparison.Ordinal);
        SignIn signIn = IdentityLog.SignIn(text);
        Assert.Equal(
            (SignInVerdict.Succeeded, null, false),
            (signIn.Verdict, signIn.IsPasswordRight, signIn.IsInteractive!.Value)
        );
    }

    [Fact]
    public void The_older_table_has_the_day_where_a_date_of_it_shows_it()
    {
        const string Head = "CreatedDateTime,UserPrincipalName,IPAddress,Status,City,Country\n";
        IdentityLog.Outcome day = IdentityLog.Read(
            Head
                + "3/2/2021 08:00,a@lab.example,192.0.2.1,Failure,Riga,LV\n16/2/2021 08:00,a@lab.example,192.0.2.1,Success,Riga,LV\n",
            "old.csv"
        );
        IdentityLog.Outcome month = IdentityLog.Read(
            Head + "3/2/2021 08:00,a@lab.example,192.0.2.1,Failure,Riga,LV\n",
            "old.csv"
        );
        Assert.Equal([2, 2], day.Events.Select(e => e.Time!.Value.Month));
        Assert.Equal(3, Assert.Single(month.Events).Time!.Value.Month);
        Assert.Equal(
            [SignInVerdict.Unknown, SignInVerdict.Succeeded],
            day.Activities.OfType<SignIn>().Select(s => s.Verdict)
        );
    }

    [Fact]
    public void A_sign_in_that_goes_on_is_told_twice_and_one_that_repeats_once()
    {
        IdentityLog.Outcome read = IdentityLog.Read(string.Join('\n', With("50140", ""), With("0", ""), With("0", "")));
        Assert.Equal(2, read.Activities.Count);
        Assert.Contains("1 repeat", Assert.Single(read.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_of_other_zones_and_countries_are_understood()
    {
        // The record's time is in the American way, and the event's has an offset.
        string text = Diagnostic
            .Replace("\"time\":\"2021-02-16T08:00:09Z\"", "\"time\":\"2/16/2021 8:00:09 AM\"", StringComparison.Ordinal)
            .Replace("2021-02-16T08:00:01.1234567Z", "2021-02-16T03:00:01.1234567-05:00", StringComparison.Ordinal);
        Assert.Equal(8, Assert.Single(IdentityLog.Read(text).Events).Time!.Value.Hour);
    }

    private static string With(string code, string reason, string details = "") =>
        Flat.Replace("50126", code, StringComparison.Ordinal)
            .Replace(
                "Error validating credentials due to invalid username or password.",
                reason,
                StringComparison.Ordinal
            )
            .Replace("\"additionalDetails\":null", $"\"additionalDetails\":\"{details}\"", StringComparison.Ordinal);
}
