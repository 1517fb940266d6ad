namespace Cordon.Sigma.LogSources;

/// <summary>The events that two targets have in common: what a rule means that gives both a category and a service.</summary>
internal static class TargetIntersection
{
    /// <summary>
    /// The common part, with the field map of <paramref name="category"/>: the same object where the service adds nothing,
    /// or null where no event can be in both.
    /// </summary>
    internal static LogSourceTarget? Of(
        LogSourceTarget category,
        LogSourceTarget service,
        IReadOnlySet<string> sharedChannels
    )
    {
        if (!string.Equals(category.Product, service.Product, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        List<string>? channels = Common(category.Channels, service.Channels, ChannelPattern.Intersect);
        List<string>? providers = Common(
            category.Providers,
            service.Providers,
            (left, right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase) ? left : null
        );
        List<long>? codes = Common<long>(category.Codes, service.Codes);
        if (channels is null || providers is null || codes is null)
        {
            return null;
        }

        FieldCondition[] conditions = [.. category.Conditions.Union(service.Conditions)];
        bool addsNothing =
            channels.SequenceEqual(category.Channels, StringComparer.OrdinalIgnoreCase)
            && providers.SequenceEqual(category.Providers, StringComparer.OrdinalIgnoreCase)
            && codes.SequenceEqual(category.Codes)
            && conditions.Length == category.Conditions.Count;
        return addsNothing
            ? category
            : new LogSourceTarget(
                new TargetDefinition
                {
                    Id = $"{category.Id}+{service.Id}",
                    Product = category.Product,
                    Channels = channels,
                    Providers = providers,
                    Codes = codes,
                    Conditions = conditions,
                    Fields = category.Fields,
                    IsAbsentUnknown = category.IsAbsentUnknown || service.IsAbsentUnknown,
                    IsOnSharedChannel = channels.Exists(sharedChannels.Contains),
                }
            );
    }

    private static List<string>? Common(
        IReadOnlyList<string> left,
        IReadOnlyList<string> right,
        Func<string, string, string?> intersect
    )
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return [.. left, .. right];
        }

        List<string> common = [];
        foreach (string one in left)
        {
            foreach (string other in right)
            {
                if (intersect(one, other) is { } both && !common.Contains(both, StringComparer.OrdinalIgnoreCase))
                {
                    common.Add(both);
                }
            }
        }

        return common.Count == 0 ? null : common;
    }

    private static List<T>? Common<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return [.. left, .. right];
        }

        List<T> common = [.. left.Where(right.Contains)];
        return common.Count == 0 ? null : common;
    }
}
