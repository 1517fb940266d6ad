namespace Cordon.Sigma.Yaml;

/// <summary>Why a YAML document cannot be read, and where.</summary>
internal sealed record YamlFault(string Code, int Line, int Column, string Message);
