using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Activities;

/// <summary>Okta, Google Workspace, Duo, OneLogin, CloudTrail, Entra's own audit and risk logs, and Azure's activity log.</summary>
public sealed class CloudIdentityTests
{
    private static string Okta(string type, string result, string reason = "", string rest = "") =>
        $$$$"""{"uuid":"o1","published":"2021-02-16T08:00:00.123Z","eventType":"{{{{type}}}}","displayMessage":"m","version":"0","severity":"INFO","actor":{"id":"1","type":"User","alternateId":"Ada@Lab.Example"},"client":{"ipAddress":"203.0.113.7","userAgent":{"rawUserAgent":"Tool/1.0"},"geographicalContext":{"city":"Riga","country":"Latvia","geolocation":{"lat":56.9,"lon":24.1}}},"outcome":{"result":"{{{{result}}}}","reason":"{{{{reason}}}}"},"securityContext":{"asNumber":64500},"authenticationContext":{"externalSessionId":"s1"},"transaction":{"id":"t"},"target":[{"type":"User","alternateId":"Bo@Lab.Example","displayName":"Bo"}]{{{{rest}}}}}""";

    [Theory]
    [InlineData("user.session.start", "SUCCESS", "", SignInVerdict.Succeeded, SecondFactor.Unknown)]
    [InlineData("user.session.start", "FAILURE", "INVALID_CREDENTIALS", SignInVerdict.Rejected, SecondFactor.Unknown)]
    [InlineData("user.session.start", "FAILURE", "LOCKED_OUT", SignInVerdict.Blocked, SecondFactor.Unknown)]
    [InlineData("user.session.start", "FAILURE", "VERIFICATION_ERROR", SignInVerdict.Rejected, SecondFactor.Unknown)]
    [InlineData("user.mfa.okta_verify.deny_push", "FAILURE", "", SignInVerdict.Stopped, SecondFactor.Denied)]
    [InlineData("user.authentication.auth_via_mfa", "SUCCESS", "", SignInVerdict.NotAnAttempt, SecondFactor.Satisfied)]
    [InlineData("policy.evaluate_sign_on", "DENY", "", SignInVerdict.Blocked, SecondFactor.Unknown)]
    public void Okta_says_how_a_sign_in_ended(
        string type,
        string result,
        string reason,
        SignInVerdict verdict,
        SecondFactor factor
    )
    {
        SignIn signIn = IdentityLog.SignIn("[" + Okta(type, result, reason) + "]");
        Assert.Equal(
            (verdict, factor, "ada@lab.example", "203.0.113.7", "s1", 64500L),
            (
                signIn.Verdict,
                signIn.SecondFactor,
                signIn.Account,
                signIn.Address,
                signIn.Session,
                signIn.AutonomousSystem!.Value
            )
        );
    }

    [Theory]
    [InlineData("user.account.lock", AccountActionKind.AccountDisabled)]
    [InlineData("user.mfa.factor.reset_all", AccountActionKind.SecondFactorRemoved)]
    [InlineData("security.threat.detected", AccountActionKind.Warning)]
    [InlineData("user.session.clear", AccountActionKind.SessionsRevoked)]
    public void Okta_says_what_was_done_to_accounts(string type, AccountActionKind kind)
    {
        AccountAction action = IdentityLog.Action(
            Okta(type, "SUCCESS").Replace("eventType", "eventtype", StringComparison.Ordinal)
        );
        Assert.Equal((kind, "bo@lab.example"), (action.Kind, action.Target));
    }

    private static string Google(string application, string events) =>
        $$$$"""{"kind":"admin#reports#activities","items":[{"kind":"admin#reports#activity","id":{"time":"2021-02-16T08:00:00.000Z","uniqueQualifier":"7","applicationName":"{{{{application}}}}","customerId":"C1"},"actor":{"email":"ada@lab.example"},"ipAddress":"2001:db8::7","events":[{{{{events}}}}]}]}""";

    [Fact]
    public void Each_event_of_a_record_of_Google_is_one()
    {
        IdentityLog.Outcome read = IdentityLog.Read(
            Google(
                "login",
                """{"type":"login","name":"login_failure","parameters":[{"name":"login_type","value":"google_password"}]},{"type":"login","name":"login_success","parameters":[{"name":"login_type","value":"google_password"},{"name":"is_suspicious","boolValue":true}]}"""
            )
        );
        Assert.Equal("google-workspace", read.Format);
        Assert.Equal(
            [(SignInVerdict.Rejected, ""), (SignInVerdict.Succeeded, "high")],
            read.Activities.OfType<SignIn>().Select(s => (s.Verdict, s.Risk))
        );
        Assert.All(read.Events, e => Assert.Equal(("gcp", "google_workspace.login"), (e.Product, e.Channel)));
    }

    [Theory]
    [InlineData("login", "gov_attack_warning", AccountActionKind.Warning)]
    [InlineData("user_accounts", "2sv_disable", AccountActionKind.SecondFactorRemoved)]
    [InlineData("user_accounts", "email_forwarding_out_of_domain", AccountActionKind.Forwarding)]
    [InlineData("token", "authorize", AccountActionKind.Consent)]
    [InlineData("admin", "SUSPEND_USER", AccountActionKind.AccountDisabled)]
    [InlineData("drive", "download", AccountActionKind.FileDownload)]
    public void Google_says_what_was_done(string application, string name, AccountActionKind kind) =>
        Assert.Equal(
            kind,
            IdentityLog
                .Action(
                    Google(
                        application,
                        $$$$"""{"type":"x","name":"{{{{name}}}}","parameters":[{"name":"USER_EMAIL","value":"bo@lab.example"}]}"""
                    )
                )
                .Kind
        );

    [Theory]
    [InlineData("success", "user_approved", SignInVerdict.Succeeded, SecondFactor.Satisfied)]
    [InlineData("denied", "no_response", SignInVerdict.Stopped, SecondFactor.NotAnswered)]
    [InlineData("fraud", "user_marked_fraud", SignInVerdict.Stopped, SecondFactor.Denied)]
    [InlineData("denied", "anomalous_push", SignInVerdict.Blocked, SecondFactor.Unknown)]
    [InlineData("denied", "something_new", SignInVerdict.Stopped, SecondFactor.Unknown)]
    public void Duo_says_what_became_of_the_second_factor(
        string result,
        string reason,
        SignInVerdict verdict,
        SecondFactor factor
    )
    {
        SignIn signIn = IdentityLog.SignIn(
            $$$$"""{"stat":"OK","response":{"authlogs":[{"txid":"x","timestamp":1613462400,"isotimestamp":"2021-02-16T08:00:00.5+00:00","event_type":"authentication","result":"{{{{result}}}}","reason":"{{{{reason}}}}","factor":"duo_push","email":"ada@lab.example","user":{"name":"ada"},"access_device":{"ip":"203.0.113.7"},"application":{"name":"VPN"}}],"metadata":{"total_objects":1}}}"""
        );
        Assert.Equal(
            (verdict, factor, "ada@lab.example", "203.0.113.7", "VPN"),
            (signIn.Verdict, signIn.SecondFactor, signIn.Account, signIn.Address, signIn.Application)
        );
    }

    [Theory]
    [InlineData(5, SignInVerdict.Succeeded)]
    [InlineData(6, SignInVerdict.Rejected)]
    [InlineData(90, SignInVerdict.Stopped)]
    public void OneLogin_numbers_what_happened(int number, SignInVerdict verdict) =>
        Assert.Equal(
            (verdict, "ada"),
            (
                IdentityLog.SignIn(
                    $$$$"""{"id":1,"created_at":"2021-02-16T08:00:00.000Z","account_id":3,"user_name":"Ada","event_type_id":{{{{number}}}},"ipaddr":"203.0.113.7"}"""
                )
                    is { } s
                    ? s.Verdict
                    : default,
                "ada"
            )
        );

    [Theory]
    [InlineData("Success", "", SignInVerdict.Succeeded, "ada")]
    [InlineData("Failure", "Failed authentication", SignInVerdict.Rejected, "ada")]
    [InlineData(
        "Failure",
        "No username found in supplied account",
        SignInVerdict.NoSuchAccount,
        "HIDDEN_DUE_TO_SECURITY_REASONS"
    )]
    public void CloudTrail_tells_of_the_console(string result, string message, SignInVerdict verdict, string user)
    {
        SignIn signIn = IdentityLog.SignIn(
            $$$$"""{"Records":[{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","userName":"{{{{user}}}}","accountId":"111122223333"},"eventTime":"2021-02-16T08:00:00Z","eventSource":"signin.amazonaws.com","eventName":"ConsoleLogin","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userAgent":"Tool/1.0","errorMessage":"{{{{message}}}}","additionalEventData":{"MFAUsed":"No"},"responseElements":{"ConsoleLogin":"{{{{result}}}}"},"eventID":"e1","recipientAccountId":"111122223333"}]}"""
        );
        Assert.Equal((verdict, user.Length > 3 ? "" : user), (signIn.Verdict, signIn.Account));
    }

    [Theory]
    [InlineData("CreateAccessKey", "", AccountActionKind.AccessKeyCreated, true)]
    [InlineData("StopLogging", "AccessDenied", AccountActionKind.LoggingStopped, false)]
    public void CloudTrail_tells_of_keys_and_logging(string name, string error, AccountActionKind kind, bool succeeded)
    {
        AccountAction action = IdentityLog.Action(
            $$$$"""{"eventTime":"2021-02-16T08:00:00Z","eventSource":"iam.amazonaws.com","eventName":"{{{{name}}}}","awsRegion":"x","errorCode":"{{{{error}}}}","userIdentity":{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/Admin/ada@lab.example"},"requestParameters":{"userName":"bo"},"sourceIPAddress":"203.0.113.7"}"""
        );
        Assert.Equal(
            (kind, succeeded, "ada@lab.example", "bo"),
            (action.Kind, action.HasSucceeded, action.Account, action.Target)
        );
    }

    private const string Audit =
        """{"id":"d1","category":"ApplicationManagement","activityDisplayName":"Consent to application","activityDateTime":"2021-02-16T08:00:00.1Z","loggedByService":"Core Directory","operationType":"Assign","result":"success","initiatedBy":{"user":{"userPrincipalName":"Ada@lab.example","ipAddress":"203.0.113.7"}},"targetResources":[{"displayName":"Mail Reader","type":"ServicePrincipal","modifiedProperties":[{"displayName":"ConsentContext.IsAdminConsent","newValue":"\"False\""},{"displayName":"ConsentAction.Permissions","newValue":"[] => [[Scope: Mail.Read offline_access]]"}]}]}""";

    public static TheoryData<string, string> Audits =>
        new()
        {
            { "graph.json", "{\"value\":[" + Audit + "]}" },
            {
                "diagnostic.json",
                "{\"time\":\"2021-02-16T08:00:00.1Z\",\"category\":\"AuditLogs\",\"operationName\":\"Consent to application\",\"tenantId\":\"t1\",\"properties\":"
                    + Audit
                    + "}"
            },
            {
                "analytics.csv",
                "\"TimeGenerated [UTC]\",OperationName,Category,Result,LoggedByService,InitiatedBy,TargetResources,Id\n\"2/16/2021, 8:00:00.100 AM\",Consent to application,ApplicationManagement,success,Core Directory,\"{\"\"user\"\":{\"\"userPrincipalName\"\":\"\"ada@lab.example\"\",\"\"ipAddress\"\":\"\"203.0.113.7\"\"}}\",\"[{\"\"displayName\"\":\"\"Mail Reader\"\",\"\"type\"\":\"\"ServicePrincipal\"\",\"\"modifiedProperties\"\":[{\"\"displayName\"\":\"\"ConsentAction.Permissions\"\",\"\"newValue\"\":\"\"Mail.Read\"\"}]}]\",d1\n"
            },
            {
                "portal.csv",
                "Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,ActorType,ActorDisplayName,ActorObjectId,ActorUserPrincipalName,IPAddress,Target1DisplayName,Target1Type,Target1ModifiedProperty1Name,Target1ModifiedProperty1NewValue\n2021-02-16T08:00:00.1Z,c,Core Directory,ApplicationManagement,Consent to application,success,,User,,,ada@lab.example,203.0.113.7,Mail Reader,ServicePrincipal,ConsentAction.Permissions,Mail.Read\n"
            },
        };

    [Theory]
    [MemberData(nameof(Audits))]
    public void Changes_in_the_directory_say_the_same_in_every_shape(string name, string text)
    {
        Assert.Equal("entra-audit", IdentityLog.Read(text, name).Format);
        AccountAction action = IdentityLog.Action(text, name);
        Assert.Equal(
            (AccountActionKind.Consent, "ada@lab.example", "203.0.113.7", "Mail Reader"),
            (action.Kind, action.Account, action.Address, action.Application)
        );
        Assert.Contains("Mail.Read", action.Detail, StringComparison.Ordinal);
        Assert.Equal(new DateTime(2021, 2, 16, 8, 0, 0, 100, DateTimeKind.Utc), action.Time);
    }

    [Fact]
    public void A_risk_is_a_warning() =>
        Assert.Equal(
            (AccountActionKind.Warning, "leakedCredentials", "ada@lab.example"),
            IdentityLog.Action(
                """{"id":"r1","riskEventType":"leakedCredentials","riskLevel":"high","riskState":"atRisk","detectedDateTime":"2021-02-16T08:00:00Z","userPrincipalName":"ada@lab.example","ipAddress":null}"""
            )
                is { } a
                ? (a.Kind, a.Operation, a.Target)
                : default
        );

    [Fact]
    public void An_export_with_several_logs_is_read_as_each_of_them()
    {
        string activity =
            """{"time":"2021-02-16T08:00:00Z","resourceId":"/subscriptions/s","operationName":"MICROSOFT.AUTHORIZATION/ROLEASSIGNMENTS/WRITE","category":"Administrative","resultType":"Success","callerIpAddress":"203.0.113.7","correlationId":"c","tenantId":"t","identity":{"claims":{"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn":"ada@lab.example"}}}""";
        IdentityLog.Outcome read = IdentityLog.Read(
            "{\"records\":["
                + activity
                + ",{\"time\":\"2021-02-16T08:00:00.1Z\",\"category\":\"AuditLogs\",\"operationName\":\"x\",\"properties\":"
                + Audit
                + "}]}"
        );
        Assert.Equal(["activitylogs", "auditlogs"], read.Events.Select(e => e.Channel));
        Assert.Equal(
            [AccountActionKind.RoleGrant, AccountActionKind.Consent],
            read.Activities.OfType<AccountAction>().Select(a => a.Kind)
        );
        Assert.All(read.Activities.OfType<AccountAction>(), a => Assert.Equal("ada@lab.example", a.Account));
    }
}
