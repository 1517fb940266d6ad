namespace Cordon.Intelligence.Knowledge;

/// <summary>Puts what several imports say of one identifier side by side. Names play no part in it.</summary>
internal static class ActorMerge
{
    public static IReadOnlyList<Actor> ById(IReadOnlyList<KnowledgePart> parts) =>
        [
            .. parts
                .SelectMany(static p => p.Actors)
                .GroupBy(static e => e.Id, StringComparer.Ordinal)
                .OrderBy(static g => g.Key, StringComparer.Ordinal)
                .Select(static g => Join([.. g])),
        ];

    private static Actor Join(ActorEntry[] entries)
    {
        // The keeper's own latest record names it; a copy of it does only where there is nothing else.
        ActorEntry main = Array.FindLast(entries, static e => !e.Keeper.IsCopy) ?? entries[^1];
        return new Actor(main.Id, main.Name, main.Keeper.Publisher)
        {
            ExternalId = main.ExternalId ?? entries.FirstOrDefault(static e => e.ExternalId is not null)?.ExternalId,
            IsWithdrawn = main.IsWithdrawn,
            Names = entries.Length == 1 ? main.Names : [.. entries.SelectMany(static e => e.Names)],
            Techniques = entries.Length == 1 ? main.Techniques : [.. entries.SelectMany(static e => e.Techniques)],
            Tools = entries.Length == 1 ? main.Tools : [.. entries.SelectMany(static e => e.Tools)],
            Lures = entries.Length == 1 ? main.Lures : [.. entries.SelectMany(static e => e.Lures)],
            Targets = entries.Length == 1 ? main.Targets : [.. entries.SelectMany(static e => e.Targets)],
            Origins = entries.Length == 1 ? main.Origins : [.. entries.SelectMany(static e => e.Origins)],
        };
    }
}
