namespace Cordon.Stix.Validation;

/// <summary>A property of a type of object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Form">Its form, as in <c>definitions.txt</c>.</param>
/// <param name="Words">Allowed words or types of references; empty where the form has none.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record PropertyDefinition(string Name, string Form, IReadOnlyList<string> Words, bool IsRequired);

/// <summary>A rule over several properties: <c>any</c>, <c>both</c>, <c>order</c>, <c>before</c>.</summary>
internal sealed record ObjectRule(string Kind, IReadOnlyList<string> Names);

/// <summary>A type of object.</summary>
internal sealed record ObjectDefinition(
    string Type,
    string Kind,
    IReadOnlyDictionary<string, PropertyDefinition> Properties,
    IReadOnlyList<ObjectRule> Rules
)
{
    private const string Resource = "Cordon.Stix.definitions.txt";

    private static readonly Lazy<Dictionary<string, ObjectDefinition>> _all = new(Load);

    /// <summary>All types of STIX 2.1 by name.</summary>
    public static IReadOnlyDictionary<string, ObjectDefinition> All => _all.Value;

    private static Dictionary<string, ObjectDefinition> Load()
    {
        Dictionary<string, ObjectDefinition> all = new(StringComparer.Ordinal);
        using Stream stream =
            typeof(ObjectDefinition).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            ObjectDefinition definition = Read(line.Split(' '));
            all.Add(definition.Type, definition);
        }

        return all;
    }

    private static ObjectDefinition Read(string[] words)
    {
        Dictionary<string, PropertyDefinition> properties = new(StringComparer.Ordinal);
        List<ObjectRule> rules = [];
        foreach (string word in words[2..])
        {
            int colon = word.IndexOf(':', StringComparison.Ordinal);
            (string form, string[] inner) = Form(colon < 0 ? word : word[(colon + 1)..]);
            if (colon < 0)
            {
                rules.Add(new ObjectRule(form, inner));
                continue;
            }

            string name = word[..colon];
            bool isRequired = name[^1] == '!';
            name = name.TrimEnd('!');
            properties.Add(name, new PropertyDefinition(name, form, inner, isRequired));
        }

        return new ObjectDefinition(words[0], words[1], properties, rules);
    }

    private static (string Form, string[] Inner) Form(string text)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? (text, []) : (text[..open], text[(open + 1)..^1].Split(','));
    }
}
