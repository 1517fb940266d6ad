namespace Cordon.Sigma.LogSources;

/// <summary>Reads the targets of a category and the services they lie in.</summary>
internal sealed class TargetReader(MapFields take, IReadOnlySet<string> sharedChannels)
{
    private readonly MappingReader _mappings = new(take);

    internal TargetDefinition ReadService(string product, string service, MapNode node)
    {
        List<string>? channels = null;
        List<string> providers = [];
        MapTable table = take.Table(node, "a service");
        foreach ((MapScalar key, MapNode value) in table.Entries)
        {
            switch (key.Text)
            {
                case "channels":
                    channels = take.Channels(value);
                    break;
                case "providers":
                    providers = take.Texts(value, "providers");
                    break;
                default:
                    take.Refuse(key, $"a service has no '{key.Text}'; it has channels and providers");
                    break;
            }
        }

        if (channels is null)
        {
            take.Refuse(table, $"service '{service}' names no channels");
        }

        return new TargetDefinition
        {
            Id = $"{product}/{service}",
            Product = product,
            Channels = channels,
            Providers = providers,
            IsOnSharedChannel = channels.Exists(sharedChannels.Contains),
        };
    }

    internal TargetDefinition ReadTarget(
        string product,
        string category,
        IReadOnlyDictionary<string, TargetDefinition> services,
        MapNode node
    )
    {
        string? service = null;
        string? name = null;
        var target = new TargetDefinition { Id = $"{product}/{category}", Product = product };
        MapTable table = take.Table(node, "a target");
        foreach ((MapScalar key, MapNode value) in table.Entries)
        {
            switch (key.Text)
            {
                case "service":
                    service = take.Text(value, "service");
                    break;
                case "name":
                    name = take.Text(value, "name");
                    break;
                case "providers":
                    target = target with { Providers = take.Texts(value, "providers") };
                    break;
                case "codes":
                    target = target with { Codes = take.Codes(value) };
                    break;
                case "when":
                    target = target with { Conditions = [.. target.Conditions, .. Conditions(value, false)] };
                    break;
                case "unless":
                    target = target with { Conditions = [.. target.Conditions, .. Conditions(value, true)] };
                    break;
                case "absent":
                    if (take.Text(value, "absent") is not "unknown")
                    {
                        take.Refuse(value, "absent can only be 'unknown'; leave it out where absent means missing");
                    }

                    target = target with { IsAbsentUnknown = true };
                    break;
                case "fields":
                    target = target with { Fields = _mappings.Read(value) };
                    break;
                default:
                    take.Refuse(
                        key,
                        $"a target has no '{key.Text}'; it has service, name, providers, codes, when, unless, absent and fields"
                    );
                    break;
            }
        }

        if (service is not null)
        {
            if (!services.TryGetValue(service, out TargetDefinition? home))
            {
                take.Refuse(table, $"product '{product}' has no service '{service}' in this map");
            }

            target = target with
            {
                Channels = home.Channels,
                Providers = target.Providers.Count > 0 ? target.Providers : home.Providers,
                IsOnSharedChannel = home.IsOnSharedChannel,
            };
        }
        else if (target.Providers.Count == 0)
        {
            take.Refuse(table, "a target needs a service, or at least providers");
        }

        if (service is null && name is null)
        {
            take.Refuse(table, "a target without a service needs a name");
        }

        string suffix = (service, name) switch
        {
            (null, _) => name!,
            (_, null) => service,
            _ => $"{service}/{name}",
        };
        return target with { Id = $"{target.Id}/{suffix}" };
    }

    private List<FieldCondition> Conditions(MapNode node, bool isExclusion)
    {
        List<FieldCondition> conditions = [];
        foreach ((MapScalar key, MapNode value) in take.Table(node, "a condition").Entries)
        {
            conditions.Add(new FieldCondition(key.Text, take.Texts(value, "a condition's values"), isExclusion));
        }

        return conditions;
    }
}
