namespace Cordon.Sigma.LogSources;

/// <summary>Reads the <c>fields</c> of a target.</summary>
internal sealed class MappingReader(MapFields take)
{
    internal List<FieldMapping> Read(MapNode node)
    {
        List<FieldMapping> mappings = [];
        foreach ((MapScalar key, MapNode value) in take.Table(node, "fields").Entries)
        {
            mappings.Add(value is MapTable table ? ReadLong(key.Text, table) : Rename(key.Text, value));
        }

        return mappings;
    }

    private FieldMapping Rename(string name, MapNode sources) =>
        new(name, FieldConversion.Rename, take.Texts(sources, "the source of a field"));

    private FieldMapping ReadLong(string name, MapTable table)
    {
        MapNode? from = null;
        MapNode? conversionNode = null;
        MapNode? constant = null;
        foreach ((MapScalar key, MapNode value) in table.Entries)
        {
            switch (key.Text)
            {
                case "from":
                    from = value;
                    break;
                case "as":
                    conversionNode = value;
                    break;
                case "value":
                    constant = value;
                    break;
                default:
                    take.Refuse(key, $"a field has no '{key.Text}'; it has from and as, or value");
                    break;
            }
        }

        if (constant is not null)
        {
            if (from is not null || conversionNode is not null)
            {
                take.Refuse(table, $"'{name}' has a fixed value, so nothing to take it from");
            }

            return new FieldMapping(name, FieldConversion.Constant, [], take.Text(constant, "value"));
        }

        if (from is null)
        {
            take.Refuse(table, $"'{name}' says neither from which field it is made nor what its value is");
        }

        FieldMapping rename = Rename(name, from);
        if (conversionNode is null)
        {
            return rename;
        }

        FieldConversion conversion = ConversionOf(conversionNode);
        int group = conversion switch
        {
            FieldConversion.Account => 3,
            FieldConversion.RegistryPath or FieldConversion.RegistryDetails => 2,
            _ => 1,
        };
        bool isFixed = group == 2;
        if (rename.Sources.Count % group != 0 || (isFixed && rename.Sources.Count != group))
        {
            take.Refuse(
                from,
                $"{take.Text(conversionNode, "as")} takes its fields {(isFixed ? "as a pair" : "in threes")}"
            );
        }

        return rename with
        {
            Conversion = conversion,
        };
    }

    private FieldConversion ConversionOf(MapNode node)
    {
        string text = take.Text(node, "as");
        switch (text)
        {
            case "decimal":
                return FieldConversion.Decimal;
            case "hexadecimal":
                return FieldConversion.Hexadecimal;
            case "account":
                return FieldConversion.Account;
            case "integrity-level":
                return FieldConversion.IntegrityLevel;
            case "registry-path":
                return FieldConversion.RegistryPath;
            case "registry-details":
                return FieldConversion.RegistryDetails;
            case "defender-paths":
                return FieldConversion.DefenderPaths;
            default:
                take.Refuse(
                    node,
                    $"'{text}' is no conversion; there are decimal, hexadecimal, account, integrity-level, "
                        + "registry-path, registry-details and defender-paths"
                );
                return default;
        }
    }
}
