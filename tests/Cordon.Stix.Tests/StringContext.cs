using System.Text.Json.Serialization;

namespace Cordon.Stix.Tests;

[JsonSerializable(typeof(string))]
internal sealed partial class StringContext : JsonSerializerContext;
