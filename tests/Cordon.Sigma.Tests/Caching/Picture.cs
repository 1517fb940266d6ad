using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Tests.Caching;

/// <summary>Everything that a set of rules is, as text: each public and internal property of each object in it.</summary>
/// <remarks>By reflection, so that a property that is new shows without anybody thinking of it.</remarks>
internal static class Picture
{
    /// <summary>Properties that are no part of what an object is: what was worked out for it on the way.</summary>
    private static readonly HashSet<(Type, string)> WorkedOut =
    [
        (typeof(RegexMatcher), nameof(RegexMatcher.Regex)),
        (typeof(ValueMatcher), nameof(ValueMatcher.Planning)),
    ];

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = [];

    public static string Of(RuleSet set)
    {
        var text = new StringBuilder();
        foreach (SigmaDocument document in set.Rules.Concat<SigmaDocument>(set.Correlations).Concat(set.Filters))
        {
            Draw(text, document, set.Fields, 0);
        }

        foreach (SigmaProblem problem in set.Problems)
        {
            Draw(text, problem, set.Fields, 0);
        }

        return text.Append(CultureInfo.InvariantCulture, $"{set.FileCount} {set.DocumentCount} {set.RefusedCount}")
            .ToString();
    }

    /// <summary>The properties that a picture shows.</summary>
    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => Properties.GetOrAdd(type, Find);

    private static PropertyInfo[] Find(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
                .Where(p => !WorkedOut.Contains((p.DeclaringType!, p.Name)))
                .OrderBy(static p => p.Name, StringComparer.Ordinal),
        ];

    private static void Draw(StringBuilder text, object? value, FieldTable fields, int depth)
    {
        Assert.True(depth < 200, "something holds itself");
        switch (value)
        {
            case null:
                text.Append("null\n");
                break;
            case string one:
                text.Append('\'').Append(one).Append("'\n");
                break;
            case FieldId id:
                text.Append(fields.NameOf(id)).Append('\n');
                break;
            case Enum or bool or int or long or double or DateOnly or TimeSpan or IPNetwork:
                text.Append(CultureInfo.InvariantCulture, $"{value}\n");
                break;
            case IEnumerable items:
                text.Append("[\n");
                foreach (object? item in items)
                {
                    Draw(text.Append(' ', depth), item, fields, depth + 1);
                }

                text.Append("]\n");
                break;
            default:
                text.Append(value.GetType().Name).Append('\n');
                foreach (PropertyInfo property in PropertiesOf(value.GetType()))
                {
                    text.Append(' ', depth).Append(property.Name).Append(' ');
                    object? held = property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null);
                    Draw(text, held, fields, depth + 1);
                }

                break;
        }
    }
}
