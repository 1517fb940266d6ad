using System.Buffers;
using System.Globalization;

namespace Cordon.Sigma.Yaml;

/// <summary>What a plain scalar is by YAML 1.2's core schema.</summary>
internal enum YamlKind
{
    Text,
    Null,
    Boolean,
    Integer,
    Real,
}

/// <summary>A YAML scalar.</summary>
/// <remarks>
/// Types follow the core schema of YAML 1.2, to which Sigma refers: <c>yes</c> and <c>on</c> are text. A number that would not
/// survive being read (leading zeros, more than 64 bits, infinite) stays the text that its author typed.
/// </remarks>
internal sealed class YamlScalar : YamlNode
{
    private static readonly SearchValues<char> RealCharacters = SearchValues.Create("0123456789.eE+-");

    private readonly long _integer;
    private readonly double _real;

    public YamlScalar(int line, int column, string value, bool isPlain, bool isSingleLine)
        : base(line, column)
    {
        Value = value;
        IsPlain = isPlain;
        IsSingleLine = isSingleLine;
        Kind = isPlain ? Resolve(value, out _integer, out _real) : YamlKind.Text;
    }

    /// <summary>The text, without quotes and escapes.</summary>
    public string Value { get; }

    /// <summary>Written without quotes and without a tag that makes it text.</summary>
    public bool IsPlain { get; }

    /// <summary>Stands on one line of the file, so that columns inside it can be told.</summary>
    public bool IsSingleLine { get; }

    /// <summary>1 where the value begins after a quotation mark, else 0.</summary>
    public int QuoteWidth { get; init; }

    public YamlKind Kind { get; }

    /// <summary>The value of an <see cref="YamlKind.Integer"/>.</summary>
    public long Integer => _integer;

    /// <summary>The value of a <see cref="YamlKind.Real"/>.</summary>
    public double Real => _real;

    /// <summary>The value of a <see cref="YamlKind.Boolean"/>.</summary>
    public bool IsTrue => _integer != 0;

    public override string Describe() =>
        Kind switch
        {
            YamlKind.Null => "null",
            YamlKind.Boolean => "a boolean",
            YamlKind.Integer or YamlKind.Real => "a number",
            _ => "text",
        };

    private static YamlKind Resolve(string value, out long integer, out double real)
    {
        integer = 0;
        real = 0;
        switch (value)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return YamlKind.Null;
            case "true" or "True" or "TRUE":
                integer = 1;
                return YamlKind.Boolean;
            case "false" or "False" or "FALSE":
                return YamlKind.Boolean;
            default:
                break;
        }

        char first = value[0];
        if (!char.IsAsciiDigit(first) && first is not ('-' or '+' or '.'))
        {
            return YamlKind.Text;
        }

        return ResolveNumber(value, out integer, out real);
    }

    private static YamlKind ResolveNumber(string value, out long integer, out double real)
    {
        real = 0;
        if (value.Length is > 2 and <= 17 && value[0] == '0' && value[1] == 'x')
        {
            return long.TryParse(
                value.AsSpan(2),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out integer
            )
                ? YamlKind.Integer
                : YamlKind.Text;
        }

        integer = 0;
        ReadOnlySpan<char> digits = value[0] is '-' or '+' ? value.AsSpan(1) : value;
        bool leadingZero = digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]);
        if (digits.IsEmpty || leadingZero || value[0] == '+')
        {
            return YamlKind.Text;
        }

        if (!digits.ContainsAnyExceptInRange('0', '9'))
        {
            return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out integer)
                ? YamlKind.Integer
                : YamlKind.Text;
        }

        const NumberStyles Style =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool isReal =
            digits.IndexOfAnyExcept(RealCharacters) < 0
            && double.TryParse(value, Style, CultureInfo.InvariantCulture, out real)
            && double.IsFinite(real);
        return isReal ? YamlKind.Real : YamlKind.Text;
    }
}
