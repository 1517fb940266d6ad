namespace Cordon.Sigma.Yaml;

/// <summary>A node of a YAML document, with its place in the file.</summary>
internal abstract class YamlNode(int line, int column)
{
    /// <summary>Line in the file, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>Column, from 1.</summary>
    public int Column { get; } = column;

    /// <summary>How many nodes it is when aliases are written out.</summary>
    public int Weight { get; set; } = 1;

    /// <summary>How many levels of collections it holds, itself included; 0 for a scalar.</summary>
    public int Height { get; set; }

    /// <summary>What it is, in words for a message.</summary>
    public abstract string Describe();
}

/// <summary>A YAML sequence.</summary>
internal sealed class YamlSequence(int line, int column) : YamlNode(line, column)
{
    public List<YamlNode> Items { get; } = [];

    public override string Describe() => "a list";
}

/// <summary>A YAML mapping in the file's order; keys are scalars and do not repeat.</summary>
internal sealed class YamlMapping(int line, int column) : YamlNode(line, column)
{
    public List<KeyValuePair<YamlScalar, YamlNode>> Entries { get; } = [];

    public YamlNode? this[string key] => Find(key)?.Value;

    public KeyValuePair<YamlScalar, YamlNode>? Find(string key)
    {
        foreach (KeyValuePair<YamlScalar, YamlNode> entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    public override string Describe() => "a map";
}
