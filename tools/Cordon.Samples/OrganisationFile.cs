using System.Text;
using Cordon.Samples.Cloud;

namespace Cordon.Samples;

/// <summary>What the laboratory says of itself, so that its own things are not held for somebody else's.</summary>
internal static class OrganisationFile
{
    public static byte[] Make() =>
        Encoding.UTF8.GetBytes(
            $"""
            # Meridale Vaccine Laboratory does not exist. docs/formats/organisation.md describes this file.
            name: Meridale Vaccine Laboratory
            domains: [{Laboratory.DnsDomain}]
            addresses: [10.20.0.0/16, {CloudAccounts.OfficeAddress}/32]
            mail-servers: [mail01.{Laboratory.DnsDomain}]
            protected-names: [Meridale]
            administrators: [{Laboratory.Administrator.Upn()}, {Laboratory.Administrator.Name}]
            scanners: [{Laboratory.Scanner.Address}]
            time-zone: Europe/London
            suppliers:
              - name: Northline Cold Logistics
                domains: [northline-cold.example]
                ties: [mail, deliveries]
                contact: security@northline-cold.example
              - name: Reagents Shop
                domains: [reagents-shop.example]
                ties: [mail]

            """.ReplaceLineEndings("\n")
        );
}
