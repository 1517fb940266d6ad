using System.Text;

namespace Cordon.Simulation.Sector;

/// <summary>Writes a member's cordon.yaml; docs/formats/organisation.md describes it.</summary>
internal static class OrganisationFile
{
    public static string Of(Member member)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');

        Line($"name: {member.Name}");
        Line($"domains: [{member.Domain}]");
        Line(
            $"addresses: [{member.OfficeAddress.Address}/32, {member.VpnAddress.Address}/32, 10.{member.Index % 200}.0.0/16]"
        );
        Line($"mail-servers: [{member.MailServer}]");
        Line($"protected-names: [{string.Join(", ", member.ProtectedNames)}]");
        Line("suppliers:");
        foreach (Tie tie in member.Ties)
        {
            Line($"  - name: {tie.Name}");
            Line($"    domains: [{tie.Domain}]");
            Line($"    ties: [{string.Join(", ", tie.Ties)}]");
        }

        Line(
            $"administrators: [{string.Join(", ", member.People.Where(static p => p.IsAdministrator).Select(static p => p.Account))}]"
        );
        Line($"scanners: [{member.ScannerAddress.Address}]");
        Line($"time-zone: {member.Place.Zone}");
        return text.ToString();
    }
}
