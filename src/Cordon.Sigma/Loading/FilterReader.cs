using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

internal static class FilterReader
{
    public static SigmaFilter? Read(DocumentContext context, YamlMapping root)
    {
        _ = context;
        _ = root;
        return null;
    }
}
