namespace Cordon.Sigma.LogSources;

/// <summary>Reads a map's text into its entries.</summary>
internal sealed class MapReader
{
    private const string Sections = "version, shared-channels, products, services, categories and not-served";

    private readonly MapFields _take;
    private readonly HashSet<string> _sharedChannels = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<MapEntry> _entries = [];
    private readonly List<UnservedLogSource> _unserved = [];

    private MapReader(string name) => _take = new MapFields(name);

    internal static MapContent Read(string name, string text, LogSourceMapLimits limits)
    {
        MapTable root = MapText.Read(name, text, limits);
        var reader = new MapReader(name);
        reader.ReadSections(root);
        return new MapContent(reader._entries, reader._unserved, reader._sharedChannels);
    }

    private void ReadSections(MapTable root)
    {
        Dictionary<string, MapNode> sections = new(StringComparer.Ordinal);
        foreach ((MapScalar key, MapNode value) in root.Entries)
        {
            if (
                key.Text
                is not ("version" or "shared-channels" or "products" or "services" or "categories" or "not-served")
            )
            {
                _take.Refuse(key, $"a map has no section '{key.Text}'; it has {Sections}");
            }

            sections.Add(key.Text, value);
        }

        if (!sections.TryGetValue("version", out MapNode? version))
        {
            _take.Refuse(root, "the map does not say its version; this program reads version: 1");
        }

        if (_take.Text(version, "version") is not "1")
        {
            _take.Refuse(version, "this program reads version: 1 of the map format");
        }

        // Whatever the order of the text: channels before services, services before the targets in them.
        if (sections.TryGetValue("shared-channels", out MapNode? shared))
        {
            _sharedChannels.UnionWith(_take.Texts(shared, "shared-channels"));
        }

        ReadProducts(sections.GetValueOrDefault("products"));
        ReadTargets(sections.GetValueOrDefault("services"), sections.GetValueOrDefault("categories"));
        ReadUnserved(sections.GetValueOrDefault("not-served"));
    }

    private void ReadProducts(MapNode? node)
    {
        if (node is null)
        {
            return;
        }

        foreach (string product in _take.Texts(node, "products"))
        {
            Add(node, product, null, null, new TargetDefinition { Id = product, Product = product });
        }
    }

    private void ReadTargets(MapNode? services, MapNode? categories)
    {
        var targets = new TargetReader(_take, _sharedChannels);
        Dictionary<string, Dictionary<string, TargetDefinition>> known = new(StringComparer.OrdinalIgnoreCase);
        foreach ((MapScalar product, MapNode list) in Entries(services, "services"))
        {
            if (!known.TryGetValue(product.Text, out Dictionary<string, TargetDefinition>? ofProduct))
            {
                known[product.Text] = ofProduct = new(StringComparer.OrdinalIgnoreCase);
            }

            foreach ((MapScalar service, MapNode node) in _take.Table(list, "services of a product").Entries)
            {
                TargetDefinition definition = targets.ReadService(product.Text, service.Text, node);
                if (!ofProduct.TryAdd(service.Text, definition))
                {
                    _take.Refuse(service, $"'{service.Text}' is here for the second time");
                }

                Add(service, product.Text, null, service.Text, definition);
            }
        }

        foreach ((MapScalar product, MapNode list) in Entries(categories, "categories"))
        {
            Dictionary<string, TargetDefinition> ofProduct = known.GetValueOrDefault(product.Text) ?? [];
            foreach ((MapScalar category, MapNode nodes) in _take.Table(list, "categories of a product").Entries)
            {
                foreach (MapNode node in _take.List(nodes, "a category"))
                {
                    TargetDefinition definition = targets.ReadTarget(product.Text, category.Text, ofProduct, node);
                    Add(node, product.Text, category.Text, null, definition);
                }
            }
        }
    }

    private void ReadUnserved(MapNode? node)
    {
        if (node is null)
        {
            return;
        }

        foreach (MapNode item in _take.List(node, "not-served"))
        {
            var unserved = new UnservedLogSource(null, null, null, "");
            foreach ((MapScalar key, MapNode value) in _take.Table(item, "a log source that is not served").Entries)
            {
                string text = _take.Text(value, key.Text);
                switch (key.Text)
                {
                    case "product":
                        unserved = unserved with { Product = text };
                        break;
                    case "category":
                        unserved = unserved with { Category = text };
                        break;
                    case "service":
                        unserved = unserved with { Service = text };
                        break;
                    case "logs":
                        unserved = unserved with { Logs = text };
                        break;
                    default:
                        _take.Refuse(key, $"it has no '{key.Text}'; it has product, category, service and logs");
                        break;
                }
            }

            if (unserved is { Product: null, Category: null, Service: null } || unserved.Logs.Length == 0)
            {
                _take.Refuse(item, "it needs logs, and at least one of product, category and service");
            }

            _unserved.Add(unserved);
        }
    }

    private List<KeyValuePair<MapScalar, MapNode>> Entries(MapNode? node, string what) =>
        node is null ? [] : _take.Table(node, what).Entries;

    private void Add(MapNode place, string product, string? category, string? service, TargetDefinition definition)
    {
        if (!_ids.Add(definition.Id))
        {
            _take.Refuse(place, $"'{definition.Id}' is here for the second time; a name tells targets apart");
        }

        _entries.Add(new MapEntry(new LogSource(product, category, service), new LogSourceTarget(definition)));
    }
}
