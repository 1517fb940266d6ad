using Cordon.Intelligence.Knowledge;

namespace Cordon.Cli.Intel;

/// <summary>Where a command takes what is known of names from: the one place to join what was imported to what is read.</summary>
internal static class LoadedNames
{
    /// <summary>What names may mean; null where no knowledge is loaded.</summary>
    public static INameResolver? Open() => null;
}
