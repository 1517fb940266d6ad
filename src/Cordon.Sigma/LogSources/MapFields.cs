using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cordon.Sigma.LogSources;

/// <summary>Takes a map's nodes as what a section needs, or refuses them with their place.</summary>
internal sealed class MapFields(string name)
{
    [DoesNotReturn]
    internal void Refuse(MapNode node, string reason) => MapText.Refuse(name, node.Place, reason);

    internal MapTable Table(MapNode node, string what)
    {
        if (node is not MapTable table)
        {
            Refuse(node, $"{what} has to be a mapping");
            return null;
        }

        return table;
    }

    internal List<MapNode> List(MapNode node, string what)
    {
        if (node is not MapList list)
        {
            Refuse(node, $"{what} has to be a list");
            return null;
        }

        return list.Items;
    }

    internal string Text(MapNode node, string what)
    {
        if (node is not MapScalar { Text.Length: > 0 } scalar)
        {
            Refuse(node, $"{what} has to be a text");
            return null;
        }

        return scalar.Text;
    }

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    internal List<string> Texts(MapNode node, string what)
    {
        if (node is MapScalar)
        {
            return [Text(node, what)];
        }

        List<string> texts = [];
        foreach (MapNode item in List(node, what))
        {
            texts.Add(Text(item, what));
        }

        return NotEmpty(texts, node, what);
    }

    internal List<long> Codes(MapNode node)
    {
        List<long> codes = [];
        foreach (MapNode item in List(node, "codes"))
        {
            string text = Text(item, "a code");
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long code))
            {
                Refuse(item, $"'{text}' is no event code");
            }

            if (codes.Contains(code))
            {
                Refuse(item, $"code {code} is here for the second time");
            }

            codes.Add(code);
        }

        return NotEmpty(codes, node, "codes");
    }

    internal List<string> Channels(MapNode node)
    {
        List<string> channels = Texts(node, "channels");
        foreach (string channel in channels)
        {
            if (channel.IndexOf('*', StringComparison.Ordinal) is var star && star >= 0 && star != channel.Length - 1)
            {
                Refuse(node, $"'{channel}': a channel may have one *, at its end");
            }
        }

        return channels;
    }

    private List<T> NotEmpty<T>(List<T> items, MapNode node, string what)
    {
        if (items.Count == 0)
        {
            Refuse(node, $"{what} may not be an empty list; leave it out where anything goes");
        }

        return items;
    }
}
