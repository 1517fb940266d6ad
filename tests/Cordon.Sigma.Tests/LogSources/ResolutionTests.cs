namespace Cordon.Sigma.Tests.LogSources;

public class ResolutionTests
{
    [Theory]
    [InlineData("process_creation", 1)]
    [InlineData("file_change", 2)]
    [InlineData("network_connection", 3)]
    [InlineData("sysmon_status", 4, 16)]
    [InlineData("process_termination", 5)]
    [InlineData("driver_load", 6)]
    [InlineData("image_load", 7)]
    [InlineData("create_remote_thread", 8)]
    [InlineData("raw_access_thread", 9)]
    [InlineData("process_access", 10)]
    [InlineData("file_event", 11)]
    [InlineData("registry_event", 12, 13, 14)]
    [InlineData("registry_add", 12)]
    [InlineData("registry_delete", 12)]
    [InlineData("registry_set", 13)]
    [InlineData("registry_rename", 14)]
    [InlineData("create_stream_hash", 15)]
    [InlineData("pipe_created", 17, 18)]
    [InlineData("wmi_event", 19, 20, 21)]
    [InlineData("dns_query", 22)]
    [InlineData("file_delete", 23, 26)]
    [InlineData("clipboard_capture", 24)]
    [InlineData("process_tampering", 25)]
    [InlineData("file_delete_detected", 26)]
    [InlineData("file_block_executable", 27)]
    [InlineData("file_block_shredding", 28)]
    [InlineData("file_executable_detected", 29)]
    [InlineData("sysmon_error", 255)]
    public void Serves_a_category_by_the_Sysmon_events_of_the_taxonomy_and_no_others(
        string category,
        params int[] codes
    )
    {
        for (int code = 0; code <= 256; code++)
        {
            bool serves = Given.Serves($"windows/{category}/-", Given.Event(Given.SysmonChannel, Given.Sysmon, code));
            Assert.Equal(codes.Contains(code), serves);
        }
    }

    [Theory]
    [InlineData("ps_classic_start", "Windows PowerShell", "PowerShell", 400)]
    [InlineData("ps_classic_provider_start", "Windows PowerShell", "PowerShell", 600)]
    [InlineData("ps_classic_script", "Windows PowerShell", "PowerShell", 800)]
    [InlineData("ps_module", "Microsoft-Windows-PowerShell/Operational", "Microsoft-Windows-PowerShell", 4103)]
    [InlineData("ps_module", "PowerShellCore/Operational", "PowerShellCore", 4103)]
    [InlineData("ps_script", "Microsoft-Windows-PowerShell/Operational", "Microsoft-Windows-PowerShell", 4104)]
    [InlineData("ps_script", "PowerShellCore/Operational", "PowerShellCore", 4104)]
    [InlineData("file_access", "", "Microsoft-Windows-Kernel-File", 12)]
    [InlineData("file_rename", "Some/Trace", "Microsoft-Windows-Kernel-File", 19)]
    [InlineData("process_creation", "Security", Given.Auditing, 4688)]
    [InlineData("process_termination", "Security", Given.Auditing, 4689)]
    [InlineData("dns_query", "Microsoft-Windows-DNS-Client/Operational", "Microsoft-Windows-DNS-Client", 3008)]
    public void Serves_a_category_by_other_logs_too(string category, string channel, string provider, long code)
    {
        Assert.True(Given.Serves($"windows/{category}/-", Given.Event(channel, provider, code)));
        Assert.False(Given.Serves($"windows/{category}/-", Given.Event(channel, provider, code + 50_000)));
        Assert.False(Given.Serves($"windows/{category}/-", Given.Event(channel, "Somebody else", code)));
    }

    [Theory]
    [InlineData("application", "Application")]
    [InlineData("application-experience", "Microsoft-Windows-Application-Experience/Program-Telemetry")]
    [InlineData("application-experience", "Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant")]
    [InlineData("applocker", "Microsoft-Windows-AppLocker/MSI and Script")]
    [InlineData("applocker", "Microsoft-Windows-AppLocker/EXE and DLL")]
    [InlineData("applocker", "Microsoft-Windows-AppLocker/Packaged app-Deployment")]
    [InlineData("applocker", "Microsoft-Windows-AppLocker/Packaged app-Execution")]
    [InlineData("appmodel-runtime", "Microsoft-Windows-AppModel-Runtime/Admin")]
    [InlineData("appxdeployment-server", "Microsoft-Windows-AppXDeploymentServer/Operational")]
    [InlineData("appxpackaging-om", "Microsoft-Windows-AppxPackaging/Operational")]
    [InlineData("bitlocker", "Microsoft-Windows-BitLocker/BitLocker Management")]
    [InlineData("bits-client", "Microsoft-Windows-Bits-Client/Operational")]
    [InlineData("capi2", "Microsoft-Windows-CAPI2/Operational")]
    [InlineData(
        "certificateservicesclient-lifecycle-system",
        "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational"
    )]
    [InlineData("codeintegrity-operational", "Microsoft-Windows-CodeIntegrity/Operational")]
    [InlineData("dhcp", "Microsoft-Windows-Dhcp-Server/Operational")]
    [InlineData("diagnosis-scripted", "Microsoft-Windows-Diagnosis-Scripted/Operational")]
    [InlineData("dns-client", "Microsoft-Windows-DNS Client Events/Operational")]
    [InlineData("dns-client", "Microsoft-Windows-DNS-Client/Operational")]
    [InlineData("dns-server", "DNS Server")]
    [InlineData("dns-server-analytic", "Microsoft-Windows-DNSServer/Analytical")]
    [InlineData("dns-server-analytic", "Microsoft-Windows-DNS-Server/Analytical")]
    [InlineData("dns-server-audit", "Microsoft-Windows-DNSServer/Audit")]
    [InlineData("driver-framework", "Microsoft-Windows-DriverFrameworks-UserMode/Operational")]
    [InlineData("firewall-as", "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall")]
    [InlineData("hyper-v-worker", "Microsoft-Windows-Hyper-V-Worker-Admin")]
    [InlineData("iis-configuration", "Microsoft-IIS-Configuration/Operational")]
    [InlineData("kernel-event-tracing", "Microsoft-Windows-Kernel-EventTracing/Admin")]
    [InlineData("kernel-shimengine", "Microsoft-Windows-Kernel-ShimEngine/Operational")]
    [InlineData("kernel-shimengine", "Microsoft-Windows-Kernel-ShimEngine/Diagnostic")]
    [InlineData("ldap", "Microsoft-Windows-LDAP-Client/Debug")]
    [InlineData("lsa-server", "Microsoft-Windows-LSA/Operational")]
    [InlineData("microsoft-servicebus-client", "Microsoft-ServiceBus-Client/Admin")]
    [InlineData("msexchange-management", "MSExchange Management")]
    [InlineData("ntfs", "Microsoft-Windows-Ntfs/Operational")]
    [InlineData("ntlm", "Microsoft-Windows-NTLM/Operational")]
    [InlineData("openssh", "OpenSSH/Operational")]
    [InlineData("powershell", "Microsoft-Windows-PowerShell/Operational")]
    [InlineData("powershell-classic", "Windows PowerShell")]
    [InlineData("printservice-admin", "Microsoft-Windows-PrintService/Admin")]
    [InlineData("printservice-operational", "Microsoft-Windows-PrintService/Operational")]
    [InlineData("security", "Security")]
    [InlineData("security-mitigations", "Microsoft-Windows-Security-Mitigations/Kernel Mode")]
    [InlineData("security-mitigations", "Microsoft-Windows-Security-Mitigations/User Mode")]
    [InlineData("sense", "Microsoft-Windows-SENSE/Operational")]
    [InlineData("servicebus-client", "Microsoft-ServiceBus-Client/Operational")]
    [InlineData("shell-core", "Microsoft-Windows-Shell-Core/Operational")]
    [InlineData("smbclient-connectivity", "Microsoft-Windows-SmbClient/Connectivity")]
    [InlineData("smbclient-security", "Microsoft-Windows-SmbClient/Security")]
    [InlineData("smbserver-connectivity", "Microsoft-Windows-SMBServer/Connectivity")]
    [InlineData("system", "System")]
    [InlineData("taskscheduler", "Microsoft-Windows-TaskScheduler/Operational")]
    [InlineData(
        "terminalservices-localsessionmanager",
        "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational"
    )]
    [InlineData("vhdmp", "Microsoft-Windows-VHDMP/Operational")]
    [InlineData("windefend", "Microsoft-Windows-Windows Defender/Operational")]
    [InlineData("wmi", "Microsoft-Windows-WMI-Activity/Operational")]
    public void Serves_a_service_by_its_channel_whoever_writes_there(string service, string channel)
    {
        Assert.True(Given.Serves($"windows/-/{service}", Given.Event(channel, "Whoever", 4711)));
        Assert.True(Given.Serves($"-/-/{service}", Given.Event(channel.ToUpperInvariant(), "Whoever", null)));
        Assert.False(Given.Serves($"windows/-/{service}", Given.Event(channel + " 2", "Whoever", 4711)));
        Assert.False(Given.Serves($"windows/-/{service}", Given.Event("", "Whoever", 4711)));
    }

    [Theory]
    [InlineData("process_creation", 1)]
    [InlineData("network_connection", 3)]
    [InlineData("file_event", 11)]
    public void Serves_Linux_categories_by_Sysmon_for_Linux(string category, long code)
    {
        var made = Given.Event("Linux-Sysmon/Operational", "Linux-Sysmon", code, "linux");

        Assert.True(Given.Serves($"linux/{category}/-", made));
        Assert.True(Given.Serves($"-/{category}/-", made));
        Assert.False(Given.Serves($"windows/{category}/-", made));
    }

    [Fact]
    public void Takes_what_a_rule_leaves_out_as_any()
    {
        Assert.Equal(
            "linux/process_creation/sysmon linux/process_creation/auditd windows/process_creation/sysmon windows/process_creation/security",
            string.Join(' ', Given.Resolve("-/process_creation/-").Targets)
        );
        Assert.Equal("linux/sysmon windows/sysmon", string.Join(' ', Given.Resolve("-/-/sysmon").Targets));
    }

    [Fact]
    public void Takes_a_product_alone_as_each_of_its_events()
    {
        LogSourceTarget all = Assert.Single(Given.Resolve("windows/-/-").Targets);

        Assert.True(all.Accepts(Given.Event("Any channel", "Any provider", null)));
        Assert.True(all.Accepts(Given.Event("", "", 1)));
        Assert.False(all.Accepts(Given.Event("Security", Given.Auditing, 4688, "linux")));
        Assert.False(all.Accepts(Given.Event("Security", Given.Auditing, 4688, "")));
    }

    [Theory]
    [InlineData("windows/process_creation/sysmon", "windows/process_creation/sysmon")]
    [InlineData("windows/process_creation/security", "windows/process_creation/security")]
    [InlineData("-/process_creation/security", "windows/process_creation/security")]
    [InlineData("windows/ps_script/powershell", "windows/ps_script/powershell")]
    public void Takes_a_category_and_a_service_as_what_is_in_both(string written, string expected)
    {
        LogSourceTarget target = Assert.Single(Given.Resolve(written).Targets);

        Assert.Equal(expected, target.Id);
        Assert.Same(target, Assert.Single(Given.Resolve(written).Targets));
    }

    [Fact]
    public void Narrows_a_category_to_the_channels_of_a_service()
    {
        LogSourceTarget target = Assert.Single(Given.Resolve("windows/file_access/security").Targets);

        Assert.True(target.Accepts(Given.Event("Security", "Microsoft-Windows-Kernel-File", 12)));
        Assert.False(target.Accepts(Given.Event("System", "Microsoft-Windows-Kernel-File", 12)));
        Assert.Same(target, Assert.Single(Given.Resolve("windows/file_access/security").Targets));
    }

    [Theory]
    [InlineData("windows/process_creation/powershell", "no event of category 'process_creation'")]
    [InlineData("windows/proces_creation/-", "category 'proces_creation' of product 'windows'")]
    [InlineData("windows/-/securty", "service 'securty' of product 'windows'")]
    [InlineData("windows/process_creation/securty", "service 'securty'")]
    [InlineData("-/nothing/-", "category 'nothing' is not")]
    [InlineData("vindows/process_creation/-", "product 'vindows'")]
    [InlineData("-/-/-", "neither product nor category nor service")]
    public void Says_why_it_does_not_know_a_log_source(string written, string reason)
    {
        LogSourceResolution resolution = Given.Resolve(written);

        Assert.Equal(LogSourceResolutionKind.Unknown, resolution.Kind);
        Assert.Empty(resolution.Targets);
        Assert.Contains(reason, resolution.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows/webserver/-")]
    [InlineData("windows/proxy/-")]
    [InlineData("fortios/-/event")]
    [InlineData("paloalto/-/-")]
    [InlineData("-/network/dns")]
    [InlineData("macos/process_creation/-")]
    public void Tells_log_sources_that_other_logs_serve_from_unknown_ones(string written)
    {
        LogSourceResolution resolution = Given.Resolve(written);

        Assert.Equal(LogSourceResolutionKind.NotServed, resolution.Kind);
        Assert.Empty(resolution.Targets);
        Assert.Contains("is found in", resolution.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux/-/auditd", "linux", "auditd")]
    [InlineData("linux/-/auth", "linux", "sshd")]
    [InlineData("okta/-/okta", "okta", "okta")]
    [InlineData("aws/-/cloudtrail", "aws", "cloudtrail")]
    [InlineData("azure/-/signinlogs", "azure", "noninteractiveusersigninlogs")]
    [InlineData("m365/-/exchange", "m365", "unified-audit")]
    [InlineData("zeek/-/dns", "zeek", "dns")]
    [InlineData("-/webserver/-", "iis", "webserver")]
    [InlineData("-/proxy/-", "proxy", "proxy")]
    [InlineData("-/-/apache", "apache", "error")]
    [InlineData("-/webserver/-", "zeek", "http")]
    [InlineData("-/proxy/-", "zeek", "http")]
    [InlineData("-/proxy/-", "suricata", "http")]
    [InlineData("-/dns/-", "zeek", "dns")]
    [InlineData("-/dns/-", "suricata", "dns")]
    [InlineData("github/-/audit", "github", "audit")]
    [InlineData("bitbucket/-/audit", "bitbucket", "audit")]
    [InlineData("kubernetes/-/audit", "kubernetes", "audit")]
    [InlineData("kubernetes/application/audit", "kubernetes", "audit")]
    [InlineData("gcp/-/gcp.audit", "gcp", "gcp.audit")]
    public void Channels_of_cloud_network_and_host_logs_serve_rules(string written, string product, string channel)
    {
        LogSourceResolution resolution = Given.Resolve(written);

        Assert.Equal(LogSourceResolutionKind.Served, resolution.Kind);
        Assert.Contains(resolution.Targets, target => target.AcceptsHeader(product, channel, "", 0));
        Assert.DoesNotContain(resolution.Targets, target => target.AcceptsHeader("windows", channel, "", 0));
        Assert.DoesNotContain(resolution.Targets, target => target.AcceptsHeader(product, "another", "", 0));
    }

    [Fact]
    public void Compares_names_without_regard_to_case() =>
        Assert.Equal(
            Given.Resolve("windows/process_creation/-").Targets,
            Given.Resolve("Windows/Process_Creation/-").Targets
        );
}
