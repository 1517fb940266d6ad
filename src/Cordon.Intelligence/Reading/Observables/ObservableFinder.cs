using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Cordon.Intelligence.Reading.Observables;

/// <summary>Finds what has an exact form: addresses, hashes, files, keys, numbers of vulnerabilities and techniques; written harmless or not.</summary>
internal static class ObservableFinder
{
    /// <summary>The observables of a text, in order; none overlaps another.</summary>
    public static List<Observable> Find(string text)
    {
        Refanged refanged = Refanged.Of(text);
        string plain = refanged.Text;
        var taken = new bool[plain.Length + 1];
        var found = new List<Observable>();

        void Take(string type, int start, int length)
        {
            if (length <= 0 || taken.AsSpan(start, length).Contains(true))
            {
                return;
            }

            taken.AsSpan(start, length).Fill(true);
            int end = refanged.PlaceOf(start + length - 1) + 1;
            int next = refanged.PlaceOf(start + length);
            // What stood for the last character may be longer than it; nothing but that is between the two.
            end = plain[start + length - 1] == text[end - 1] ? end : next;
            found.Add(new Observable(type, refanged.PlaceOf(start), end, plain.Substring(start, length)));
        }

        foreach (ValueMatch match in ObservableForms.Url().EnumerateMatches(plain))
        {
            Take(EntityType.Url, match.Index, Trimmed(plain.AsSpan(match.Index, match.Length)));
        }

        Each(plain, ObservableForms.Email(), EntityType.Email, Take);
        Each(plain, ObservableForms.RegistryKey(), EntityType.RegistryKey, Take);
        Each(plain, ObservableForms.WindowsPath(), EntityType.File, Take);
        Each(plain, ObservableForms.UnixPath(), EntityType.File, Take);
        Each(plain, ObservableForms.Hash(), EntityType.File, Take);
        Each(plain, ObservableForms.Vulnerability(), EntityType.Vulnerability, Take);
        Each(plain, ObservableForms.Technique(), EntityType.AttackPattern, Take);
        Each(plain, ObservableForms.Mac(), EntityType.Mac, Take);
        Each(plain, ObservableForms.AutonomousSystem(), EntityType.AutonomousSystem, Take);
        foreach (ValueMatch match in ObservableForms.Dotted().EnumerateMatches(plain))
        {
            bool harmless = refanged.PlaceOf(match.Index + match.Length) - refanged.PlaceOf(match.Index) > match.Length;
            if (DottedName.Classify(plain.AsSpan(match.Index, match.Length), harmless) is var (type, length))
            {
                Take(type, match.Index, type == EntityType.Url ? Trimmed(plain.AsSpan(match.Index, length)) : length);
            }
        }

        foreach (ValueMatch match in ObservableForms.Ipv4().EnumerateMatches(plain))
        {
            if (!VersionNumber.Is(plain, match.Index, match.Length))
            {
                Take(EntityType.Ipv4, match.Index, match.Length);
            }
        }

        foreach (ValueMatch match in ObservableForms.Ipv6().EnumerateMatches(plain))
        {
            if (IsIpv6(plain.AsSpan(match.Index, match.Length)))
            {
                Take(EntityType.Ipv6, match.Index, match.Length);
            }
        }

        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void Each(string text, Regex form, string type, Action<string, int, int> take)
    {
        foreach (ValueMatch match in form.EnumerateMatches(text))
        {
            take(type, match.Index, Trimmed(text.AsSpan(match.Index, match.Length)));
        }
    }

    // A sentence's own signs at the end are no part of an address, nor is a bracket that was opened before it.
    private static int Trimmed(ReadOnlySpan<char> value)
    {
        int length = value.Length;
        while (length > 0)
        {
            char last = value[length - 1];
            bool loose = last switch
            {
                '.' or ',' or ';' or ':' or '!' or '?' or '*' or '…' or '\'' or '"' => true,
                ')' => value[..length].Count('(') < value[..length].Count(')'),
                ']' => value[..length].Count('[') < value[..length].Count(']'),
                _ => false,
            };
            if (!loose)
            {
                break;
            }

            length--;
        }

        return length;
    }

    private static bool IsIpv6(ReadOnlySpan<char> value)
    {
        int slash = value.IndexOf('/');
        ReadOnlySpan<char> address = slash < 0 ? value : value[..slash];
        return address.Length > 4
            && address.Count(':') > 1
            && address.IndexOfAnyInRange('0', '9') >= 0
            && IPAddress.TryParse(address, out IPAddress? parsed)
            && parsed.AddressFamily == AddressFamily.InterNetworkV6;
    }
}
