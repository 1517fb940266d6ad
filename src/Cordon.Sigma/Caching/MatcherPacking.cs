using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Cordon.Sigma.Expressions;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>Matchers of values as they stand in a pack.</summary>
internal static class MatcherPacking
{
    private const byte Null = 0;
    private const byte Text = 1;
    private const byte Regex = 2;
    private const byte Cidr = 3;
    private const byte Number = 4;
    private const byte Time = 5;
    private const byte Kinds = 6;

    private const int Comparisons = (int)NumberComparison.GreaterOrEqual + 1;
    private const int TimeParts = (int)TimePart.Year + 1;
    private const int Segments = (int)PatternSegmentKind.Dash + 1;

    /// <exception cref="PackFaultException">The matcher is of a kind that packs do not know.</exception>
    public static void Write(PackWriter writer, ValueMatcher matcher)
    {
        switch (matcher)
        {
            case NullMatcher:
                writer.Byte(Null);
                break;
            case StringMatcher text:
                writer.Byte(Text);
                writer.Flag(text.IsCased);
                WritePattern(writer, text.Pattern);
                break;
            case RegexMatcher regex:
                writer.Byte(Regex);
                writer.Number((int)regex.Options);
                writer.Text(regex.Pattern);
                break;
            case CidrMatcher cidr:
                byte[] address = cidr.Network.BaseAddress.GetAddressBytes();
                writer.Byte(Cidr);
                writer.Byte(address.Length);
                writer.Bytes(address);
                writer.Byte(cidr.Network.PrefixLength);
                break;
            case NumberMatcher number:
                writer.Byte(Number);
                writer.Byte((int)number.Comparison);
                WriteNumber(writer, number.Number);
                break;
            case TimePartMatcher part:
                writer.Byte(Time);
                writer.Byte((int)part.Part);
                writer.Byte((int)part.Comparison);
                WriteNumber(writer, part.Number);
                break;
            default:
                throw new PackFaultException($"no pack holds {matcher.GetType().Name}");
        }
    }

    /// <exception cref="PackFaultException">The entry is no matcher.</exception>
    public static ValueMatcher Read(ref PackReader reader) =>
        reader.Choice(Kinds) switch
        {
            Null => NullMatcher.Instance,
            Text => ReadText(ref reader),
            Regex => ReadRegex(ref reader),
            Cidr => ReadCidr(ref reader),
            Number => new NumberMatcher((NumberComparison)reader.Choice(Comparisons), ReadNumber(ref reader)),
            _ => new TimePartMatcher(
                (TimePart)reader.Choice(TimeParts),
                (NumberComparison)reader.Choice(Comparisons),
                ReadNumber(ref reader)
            ),
        };

    private static void WritePattern(PackWriter writer, StringPattern pattern)
    {
        writer.Number(pattern.Segments.Length);
        foreach (PatternSegment segment in pattern.Segments)
        {
            writer.Byte((int)segment.Kind);
            if (segment.Kind == PatternSegmentKind.Literal)
            {
                writer.Text(segment.Text);
            }
        }
    }

    private static StringMatcher ReadText(ref PackReader reader)
    {
        bool isCased = reader.Flag();
        var segments = new PatternSegment[reader.Count()];
        for (int i = 0; i < segments.Length; i++)
        {
            var kind = (PatternSegmentKind)reader.Choice(Segments);
            string text = kind == PatternSegmentKind.Literal ? reader.Text() : "";
            segments[i] = new PatternSegment(kind, text);
            bool isDoubled =
                i > 0
                && segments[i - 1].Kind == kind
                && kind is PatternSegmentKind.Literal or PatternSegmentKind.AnySequence;
            if (isDoubled || (kind == PatternSegmentKind.Literal && text.Length == 0))
            {
                throw new PackFaultException("a pattern is not in normal form");
            }
        }

        return new StringMatcher(StringPattern.Of(ImmutableCollectionsMarshal.AsImmutableArray(segments)), isCased);
    }

    // Whatever a pack says, no expression runs that loading would refuse.
    private static RegexMatcher ReadRegex(ref PackReader reader)
    {
        var options = (RegexOptions)reader.Number();
        return RegexReader.Again(reader.Text(), options, reader.Pack.Options)
            ?? throw new PackFaultException("a regular expression cannot be used");
    }

    private static CidrMatcher ReadCidr(ref PackReader reader)
    {
        try
        {
            var address = new IPAddress(reader.Bytes(reader.Byte()));
            return new CidrMatcher(new IPNetwork(address, reader.Byte()));
        }
        catch (ArgumentException e)
        {
            throw new PackFaultException($"a network is none: {e.Message}");
        }
    }

    private static void WriteNumber(PackWriter writer, SigmaNumber number)
    {
        writer.Flag(number.IsInteger);
        writer.Long(number.IsInteger ? number.Integer : BitConverter.DoubleToInt64Bits(number.Real));
    }

    private static SigmaNumber ReadNumber(ref PackReader reader)
    {
        bool isInteger = reader.Flag();
        long bits = reader.Long();
        double real = BitConverter.Int64BitsToDouble(bits);
        return isInteger ? new SigmaNumber(bits)
            : double.IsFinite(real) ? new SigmaNumber(real)
            : throw new PackFaultException("a number is not finite");
    }
}
