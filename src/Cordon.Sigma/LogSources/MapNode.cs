using YamlDotNet.Core;

namespace Cordon.Sigma.LogSources;

/// <summary>A piece of a map's text and where it stands.</summary>
internal abstract record MapNode(Mark Place);

/// <summary>A single value.</summary>
internal sealed record MapScalar(Mark Place, string Text) : MapNode(Place);

/// <summary>A list.</summary>
internal sealed record MapList(Mark Place, List<MapNode> Items) : MapNode(Place);

/// <summary>A mapping, in the order of the text, without duplicate keys.</summary>
internal sealed record MapTable(Mark Place, List<KeyValuePair<MapScalar, MapNode>> Entries) : MapNode(Place);
