using System.Text.Json;
using Cordon.Intelligence.Indicators;
using Cordon.Intelligence.Json;

namespace Cordon.Intelligence.Importing;

/// <summary>Reads a warning list in MISP's form.</summary>
internal static class MispWarningListImport
{
    public const string Format = "MISP warning list";

    public static void Read(JsonElement root, string place, ImportContent content)
    {
        WarningListType? type = JsonFields.Text(root, "type") switch
        {
            "string" => WarningListType.Exact,
            "hostname" => WarningListType.HostName,
            "cidr" => WarningListType.Network,
            "substring" => WarningListType.Part,
            _ => null,
        };
        if (type is null)
        {
            content.Leave("warning lists of regular expressions");
            return;
        }

        string[] values =
        [
            .. JsonFields
                .Items(root, "list")
                .Select(JsonFields.Text)
                .OfType<string>()
                .Take(content.Limits.MaxIndicators),
        ];
        if (values.Length == 0)
        {
            content.Problems.Add(place, "the list is empty");
            return;
        }

        content.WarningLists.Add(
            new WarningList(
                JsonFields.Text(root, "name") ?? place,
                type.Value,
                JsonFields.Texts(root, "matching_attributes").ToHashSet(StringComparer.Ordinal),
                values
            )
        );
    }
}
