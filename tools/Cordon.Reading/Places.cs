namespace Cordon.Reading;

/// <summary>Where the corpora are.</summary>
internal static class Places
{
    /// <summary>The folder that <c>CORDON_CORPORA</c> names.</summary>
    public static string Corpora =>
        Environment.GetEnvironmentVariable("CORDON_CORPORA")
        ?? throw new InvalidOperationException("set CORDON_CORPORA to the folder of the corpora");
}
