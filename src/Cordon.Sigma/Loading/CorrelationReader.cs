using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Loading;

internal static class CorrelationReader
{
    public static SigmaCorrelation? Read(DocumentContext context, YamlMapping root)
    {
        _ = context;
        _ = root;
        return null;
    }
}
