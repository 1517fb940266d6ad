using Cordon.Events;
using Cordon.Reporting.Terminal;

namespace Cordon.Reporting.Warnings;

/// <summary>Observables as text in which nothing can be clicked or resolved by mistake: <c>hxxps://evil[.]example</c>. Reading it back undoes it.</summary>
internal static class Defanged
{
    private const int Limit = 300;

    public static string Of(Observable observable)
    {
        string value = SafeText.OneLine(observable.Value, Limit);
        return observable.Kind switch
        {
            ObservableKind.Address => value.Contains('.', StringComparison.Ordinal)
                ? value.Replace(".", "[.]", StringComparison.Ordinal)
                : value.Replace(":", "[:]", StringComparison.Ordinal),
            ObservableKind.Domain => value.Replace(".", "[.]", StringComparison.Ordinal),
            ObservableKind.EmailAddress => value
                .Replace("@", "[@]", StringComparison.Ordinal)
                .Replace(".", "[.]", StringComparison.Ordinal),
            ObservableKind.Url => OfUrl(value),
            _ => value,
        };
    }

    /// <summary>Text of an attacker's with whatever in it a mail program would make a link of taken apart.</summary>
    public static string Text(string text) =>
        SafeText
            .OneLine(text, Limit)
            .Replace("://", "[://]", StringComparison.Ordinal)
            .Replace("www.", "www[.]", StringComparison.OrdinalIgnoreCase)
            .Replace("@", "[@]", StringComparison.Ordinal);

    private static string OfUrl(string value)
    {
        int begin = value.IndexOf("://", StringComparison.Ordinal);
        if (begin < 0)
        {
            return Text(value);
        }

        int host = begin + 3;
        int end = value.IndexOf('/', host);
        end = end < 0 ? value.Length : end;
        string scheme = value[..begin].Replace("tt", "xx", StringComparison.OrdinalIgnoreCase);
        return $"{scheme}://{value[host..end].Replace(".", "[.]", StringComparison.Ordinal)}{value[end..]}";
    }
}
