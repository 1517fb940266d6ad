using System.Collections.Frozen;

namespace Cordon.Reporting.Attack;

/// <summary>
/// Where a technique stands in ATT&amp;CK's enterprise matrix, version 18.1 (November 2025): facts from MITRE's knowledge base, whose
/// identifiers and names these are. Names are kept for what logs of the kinds that Cordon reads can show; the others are told by identifier.
/// </summary>
/// <remarks>Version 19 split defense evasion and gave techniques other identifiers; see <see cref="AttackTactics"/> for the tags of rules.</remarks>
internal static class TechniqueFacts
{
    private static readonly (string Tactic, string Techniques)[] ByTactic =
    [
        ("reconnaissance", "1589 1590 1591 1592 1593 1594 1595 1596 1597 1598 1681"),
        ("resource-development", "1583 1584 1585 1586 1587 1588 1608 1650"),
        ("initial-access", "1078 1091 1133 1189 1190 1195 1199 1200 1566 1659 1669"),
        ("execution", "1047 1053 1059 1072 1106 1129 1203 1204 1559 1569 1609 1610 1648 1651 1674 1675 1677"),
        (
            "persistence",
            "1037 1053 1078 1098 1112 1133 1136 1137 1176 1197 1205 1505 1525 1542 1543 1546 1547 1554 "
                + "1556 1574 1653 1668 1671"
        ),
        ("privilege-escalation", "1037 1053 1055 1068 1078 1098 1134 1484 1543 1546 1547 1548 1574 1611"),
        (
            "defense-evasion",
            "1006 1014 1027 1036 1055 1070 1078 1112 1127 1134 1140 1197 1202 1205 1207 1211 1216 1218 "
                + "1220 1221 1222 1480 1484 1497 1535 1542 1548 1550 1553 1556 1562 1564 1574 1578 1599 1600 "
                + "1601 1610 1612 1620 1622 1647 1656 1666 1672 1678 1679"
        ),
        ("credential-access", "1003 1040 1056 1110 1111 1187 1212 1528 1539 1552 1555 1556 1557 1558 1606 1621 1649"),
        (
            "discovery",
            "1007 1010 1012 1016 1018 1033 1040 1046 1049 1057 1069 1082 1083 1087 1120 1124 1135 1201 "
                + "1217 1482 1497 1518 1526 1538 1580 1613 1614 1615 1619 1622 1652 1654 1673 1680"
        ),
        ("lateral-movement", "1021 1072 1080 1091 1210 1534 1550 1563 1570"),
        ("collection", "1005 1025 1039 1056 1074 1113 1114 1115 1119 1123 1125 1185 1213 1530 1557 1560 1602"),
        (
            "command-and-control",
            "1001 1008 1071 1090 1092 1095 1102 1104 1105 1132 1205 1219 1568 1571 1572 1573 1659 1665"
        ),
        ("exfiltration", "1011 1020 1029 1030 1041 1048 1052 1537 1567"),
        ("impact", "1485 1486 1489 1490 1491 1495 1496 1498 1499 1529 1531 1561 1565 1657 1667"),
    ];

    private static readonly FrozenDictionary<string, string> Names = """
        1001 Data Obfuscation|1003 OS Credential Dumping|1005 Data from Local System|
        1016 System Network Configuration Discovery|1018 Remote System Discovery|1020 Automated Exfiltration|
        1021 Remote Services|1027 Obfuscated Files or Information|1030 Data Transfer Size Limits|
        1033 System Owner/User Discovery|1036 Masquerading|1039 Data from Network Shared Drive|
        1040 Network Sniffing|1041 Exfiltration Over C2 Channel|1046 Network Service Discovery|
        1047 Windows Management Instrumentation|1048 Exfiltration Over Alternative Protocol|
        1049 System Network Connections Discovery|1053 Scheduled Task/Job|1055 Process Injection|
        1057 Process Discovery|1059 Command and Scripting Interpreter|
        1068 Exploitation for Privilege Escalation|1069 Permission Groups Discovery|1070 Indicator Removal|
        1071 Application Layer Protocol|1072 Software Deployment Tools|1074 Data Staged|1078 Valid Accounts|
        1082 System Information Discovery|1083 File and Directory Discovery|1087 Account Discovery|1090 Proxy|
        1098 Account Manipulation|1102 Web Service|1105 Ingress Tool Transfer|1110 Brute Force|
        1111 Multi-Factor Authentication Interception|1112 Modify Registry|1114 Email Collection|
        1119 Automated Collection|1127 Trusted Developer Utilities Proxy Execution|1132 Data Encoding|
        1133 External Remote Services|1134 Access Token Manipulation|1135 Network Share Discovery|
        1136 Create Account|1137 Office Application Startup|1140 Deobfuscate/Decode Files or Information|
        1187 Forced Authentication|1189 Drive-by Compromise|1190 Exploit Public-Facing Application|
        1195 Supply Chain Compromise|1197 BITS Jobs|1199 Trusted Relationship|1201 Password Policy Discovery|
        1203 Exploitation for Client Execution|1204 User Execution|1210 Exploitation of Remote Services|
        1213 Data from Information Repositories|1218 System Binary Proxy Execution|1219 Remote Access Tools|
        1222 File and Directory Permissions Modification|1482 Domain Trust Discovery|
        1484 Domain or Tenant Policy Modification|1485 Data Destruction|1486 Data Encrypted for Impact|
        1489 Service Stop|1490 Inhibit System Recovery|1496 Resource Hijacking|1505 Server Software Component|
        1518 Software Discovery|1526 Cloud Service Discovery|1528 Steal Application Access Token|
        1530 Data from Cloud Storage|1531 Account Access Removal|1534 Internal Spearphishing|
        1537 Transfer Data to Cloud Account|1538 Cloud Service Dashboard|1539 Steal Web Session Cookie|
        1543 Create or Modify System Process|1546 Event Triggered Execution|
        1547 Boot or Logon Autostart Execution|1548 Abuse Elevation Control Mechanism|
        1550 Use Alternate Authentication Material|1552 Unsecured Credentials|1553 Subvert Trust Controls|
        1555 Credentials from Password Stores|1556 Modify Authentication Process|1557 Adversary-in-the-Middle|
        1558 Steal or Forge Kerberos Tickets|1559 Inter-Process Communication|1560 Archive Collected Data|
        1562 Impair Defenses|1564 Hide Artifacts|1566 Phishing|1567 Exfiltration Over Web Service|
        1568 Dynamic Resolution|1569 System Services|1570 Lateral Tool Transfer|1571 Non-Standard Port|
        1572 Protocol Tunneling|1573 Encrypted Channel|1574 Hijack Execution Flow|1583 Acquire Infrastructure|
        1584 Compromise Infrastructure|1585 Establish Accounts|1586 Compromise Accounts|
        1588 Obtain Capabilities|1589 Gather Victim Identity Information|
        1590 Gather Victim Network Information|1591 Gather Victim Org Information|
        1592 Gather Victim Host Information|1595 Active Scanning|1598 Phishing for Information|
        1606 Forge Web Credentials|1608 Stage Capabilities|1621 Multi-Factor Authentication Request Generation|
        1649 Steal or Forge Authentication Certificates|1651 Cloud Administration Command|1656 Impersonation|
        1003.001 LSASS Memory|1003.002 Security Account Manager|1003.003 NTDS|1003.006 DCSync|
        1021.001 Remote Desktop Protocol|1021.002 SMB/Windows Admin Shares|1021.004 SSH|
        1021.006 Windows Remote Management|1053.005 Scheduled Task|1059.001 PowerShell|
        1059.003 Windows Command Shell|1059.005 Visual Basic|1070.001 Clear Windows Event Logs|
        1070.008 Clear Mailbox Data|1078.002 Domain Accounts|1078.004 Cloud Accounts|1087.002 Domain Account|
        1090.003 Multi-hop Proxy|1098.001 Additional Cloud Credentials|
        1098.002 Additional Email Delegate Permissions|1098.003 Additional Cloud Roles|
        1098.005 Device Registration|1110.001 Password Guessing|1110.002 Password Cracking|
        1110.003 Password Spraying|1110.004 Credential Stuffing|1114.001 Local Email Collection|
        1114.002 Remote Email Collection|1114.003 Email Forwarding Rule|1136.003 Cloud Account|
        1137.005 Outlook Rules|1195.002 Compromise Software Supply Chain|1204.001 Malicious Link|
        1204.002 Malicious File|1218.011 Rundll32|1543.003 Windows Service|
        1546.003 Windows Management Instrumentation Event Subscription|
        1547.001 Registry Run Keys / Startup Folder|1550.001 Application Access Token|1550.002 Pass the Hash|
        1550.003 Pass the Ticket|1550.004 Web Session Cookie|1556.006 Multi-Factor Authentication|
        1557.001 LLMNR/NBT-NS Poisoning and SMB Relay|1558.003 Kerberoasting|1562.001 Disable or Modify Tools|
        1562.002 Disable Windows Event Logging|1562.008 Disable or Modify Cloud Logs|
        1564.008 Email Hiding Rules|1566.001 Spearphishing Attachment|1566.002 Spearphishing Link|
        1566.003 Spearphishing via Service|1566.004 Spearphishing Voice|1567.002 Exfiltration to Cloud Storage|
        1569.002 Service Execution|1589.001 Credentials|1589.002 Email Addresses|
        1595.002 Vulnerability Scanning|1598.002 Spearphishing Attachment|1598.003 Spearphishing Link
        """.ReplaceLineEndings("").Split('|').ToFrozenDictionary(
        static row => "T" + row[..row.IndexOf(' ')],
        static row => row[(row.IndexOf(' ') + 1)..],
        StringComparer.Ordinal
    );

    private static readonly FrozenDictionary<string, string[]> TacticsByTechnique = ByTactic
        .SelectMany(static row => row.Techniques.Split(' ').Select(id => (Id: "T" + id, row.Tactic)))
        .GroupBy(static pair => pair.Id, static pair => pair.Tactic, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The tactics in the matrix's order.</summary>
    public static IReadOnlyList<string> Tactics { get; } = [.. ByTactic.Select(static row => row.Tactic)];

    /// <summary>The tactics of a technique or of a sub-technique's parent; empty for one that is not known.</summary>
    public static IReadOnlyList<string> TacticsOf(string technique) =>
        TacticsByTechnique.GetValueOrDefault(Parent(technique)) ?? [];

    /// <summary>Its name, after its parent's where it is a sub-technique; empty where none is known.</summary>
    public static string NameOf(string technique)
    {
        string parent = Names.GetValueOrDefault(Parent(technique)) ?? "";
        return technique.Contains('.', StringComparison.Ordinal)
            ? Names.TryGetValue(technique, out string? own)
                ? $"{parent}: {own}"
                : parent
            : parent;
    }

    /// <summary>Whether text has the form of a technique's identifier, <c>T1110</c> or <c>T1110.003</c>.</summary>
    public static bool IsIdentifier(string text) =>
        text.Length is 5 or 9
        && text[0] == 'T'
        && text.AsSpan(1, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && (text.Length == 5 || (text[5] == '.' && text.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0));

    private static string Parent(string technique) => technique.Length > 5 ? technique[..5] : technique;
}
