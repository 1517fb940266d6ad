using System.Buffers;
using System.Text;
using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Finds which of the witnesses on one field a value may fulfil: all tests of the field share one pass over it.</summary>
internal sealed class FieldFilter
{
    private static readonly SearchValues<byte> TextOnly = SearchValues.Create("GHJKMOPQVW"u8);

    // Values of this length and longer ones share a bit.
    private const int LongLength = 63;

    private readonly AnchoredIndex? _ends;
    private readonly AnchoredIndex? _starts;
    private readonly GramIndex? _inside;
    private readonly Dictionary<long, int[]>? _byNumber;
    private readonly int[] _numbers;
    private readonly SearchValues<string>? _anyInside;
    private readonly int _shortestInside;
    private readonly ulong _lengths;

    /// <summary>Makes a filter.</summary>
    /// <param name="field">The field; null for all fields of the event together.</param>
    /// <param name="witnesses">Predicates on the field with their index.</param>
    /// <param name="number">A number that no other filter of the rule set has; 0 for one whose finds are not remembered.</param>
    public FieldFilter(FieldId? field, IReadOnlyList<(int Index, SigmaPredicate Predicate)> witnesses, int number = 0)
    {
        Field = field;
        Number = number;
        List<(byte[], int)> ends = [];
        List<(byte[], int)> starts = [];
        List<(byte[], int)> inside = [];
        List<(long Number, int Index)> numbers = [];
        List<int> direct = [];
        List<int> comparisons = [];
        foreach ((int index, SigmaPredicate predicate) in witnesses)
        {
            _lengths |= LengthsOf(predicate);
            PredicatePlanning plan = PredicatePlanning.Of(predicate);
            switch (plan)
            {
                case { Literals: { } literals }:
                    foreach (Literal literal in literals)
                    {
                        List<(byte[], int)> list = literal.Place switch
                        {
                            LiteralPlace.End => ends,
                            LiteralPlace.Start => starts,
                            _ => inside,
                        };
                        list.Add((literal.Text, index));
                    }

                    break;
                case { Number: { } sought }:
                    numbers.Add((sought, index));
                    break;
                default:
                    (predicate is FieldReferenceExpression ? comparisons : direct).Add(index);
                    break;
            }
        }

        _ends = ends.Count == 0 ? null : new AnchoredIndex(ends, fromEnd: true);
        _starts = starts.Count == 0 ? null : new AnchoredIndex(starts, fromEnd: false);
        _inside = inside.Count == 0 ? null : new GramIndex(inside);
        _byNumber =
            numbers.Count == 0
                ? null
                : numbers.GroupBy(n => n.Number).ToDictionary(g => g.Key, g => g.Select(n => n.Index).ToArray());
        _numbers = [.. numbers.Select(n => n.Index)];
        Direct = [.. direct];
        Comparisons = [.. comparisons];
        Dictionary<int, int> lengths = witnesses.ToDictionary(
            w => w.Index,
            w => PredicatePlanning.Of(w.Predicate).MinLength
        );
        DirectMinLengths = [.. direct.Select(index => lengths[index])];
        _anyInside = AnyOf(inside);
        _shortestInside = inside.Count == 0 ? 0 : inside.Min(static l => l.Item1.Length);
        IsForTextsOnly =
            direct.Count + comparisons.Count + numbers.Count + ends.Count + starts.Count == 0
            && inside.TrueForAll(static l => l.Item1.AsSpan().ContainsAny(TextOnly));
    }

    /// <summary>A number of its own in the rule set; 0 for a filter whose finds are not remembered.</summary>
    public int Number { get; }

    /// <summary>The field; null for all fields of the event together.</summary>
    public FieldId? Field { get; }

    /// <summary>Predicates that no index finds; they are to be evaluated for every event that has the field.</summary>
    public int[] Direct { get; }

    /// <summary>Predicates that compare the field with another one, which are to be evaluated likewise.</summary>
    public int[] Comparisons { get; }

    /// <summary>For each of <see cref="Direct"/>, how long a value must be to fulfil it.</summary>
    public int[] DirectMinLengths { get; }

    /// <summary>
    /// Whether what is looked for can only be in text: it may stand anywhere in a value and has a letter that no written number,
    /// time, boolean, identifier or byte has. <see cref="LogEvent.VisitTexts"/> then tells that it is in no value.
    /// </summary>
    public bool IsForTextsOnly { get; }

    /// <summary>Whether a value of this length can fulfil any of the witnesses, so that it is worth looking at.</summary>
    public bool MayFit(int length) => (_lengths >> Math.Min(length, LongLength) & 1) != 0;

    /// <summary>Reports every indexed predicate that <paramref name="value"/> may fulfil.</summary>
    /// <param name="value">A value of the field.</param>
    /// <param name="buffer">Room for folded text; made larger where it is needed.</param>
    /// <param name="sink">Is told.</param>
    public void Find<TSink>(FieldValue value, ref byte[] buffer, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        if (value.Kind is FieldKind.Missing or FieldKind.Null)
        {
            return;
        }

        if (_byNumber is not null)
        {
            FindNumber(value, ref sink);
        }

        ReadOnlySpan<char> text = value.Text;
        if (_inside is null || (_anyInside is not null && !text.ContainsAny(_anyInside)))
        {
            FindAnchored(text, ref sink);
            return;
        }

        if (buffer.Length < text.Length)
        {
            buffer = new byte[Math.Max(text.Length, Math.Min(buffer.Length * 2L, Array.MaxLength))];
        }

        Span<byte> folded = buffer.AsSpan(0, text.Length);
        FoldedText.Fold(text, folded);
        _ends?.Find(folded, ref sink);
        _starts?.Find(folded, ref sink);
        _inside.Find(folded, ref sink);
    }

    /// <summary>Whether a text may hold something that is looked for, where <see cref="IsForTextsOnly"/> holds.</summary>
    public bool MayHold(ReadOnlySpan<char> text, ref byte[] buffer)
    {
        if (text.Length < _shortestInside)
        {
            return false;
        }

        if (_anyInside is not null)
        {
            return text.ContainsAny(_anyInside);
        }

        bool isHit = false;
        var sink = new AnyHit(ref isHit);
        Find(FieldValue.FromText(text), ref buffer, ref sink);
        return isHit;
    }

    // A bit for each length of values that can fulfil the predicate.
    private static ulong LengthsOf(SigmaPredicate predicate) =>
        predicate switch
        {
            FieldExpression { Matcher: StringMatcher { Pattern: { HasAnySequence: false } whole } } => 1UL
                << Math.Min(whole.MinLength, LongLength),
            FieldExpression { Matcher: StringMatcher { Pattern: var part } } => ulong.MaxValue
                << Math.Min(part.MinLength, LongLength),
            _ => ulong.MaxValue,
        };

    // A few texts are looked for all at once by vector instructions, by how they begin; with many that becomes slower than the index.
    private static SearchValues<string>? AnyOf(List<(byte[] Text, int)> inside)
    {
        const int Most = 48;
        const int Shortest = 3;
        return
            inside.Count is > 0 and <= Most
            && inside.TrueForAll(static l => l.Text.Length >= Shortest && Ascii.IsValid(l.Text))
            ? SearchValues.Create(
                [.. inside.Select(static l => FromRarest(l.Text))],
                StringComparison.OrdinalIgnoreCase
            )
            : null;

        static string FromRarest(byte[] text) =>
            Encoding.ASCII.GetString(text.AsSpan(TextModel.RarestPiece(text, Shortest)));
    }

    private readonly ref struct AnyHit(ref bool isHit) : IHitSink
    {
        private readonly ref bool _isHit = ref isHit;

        public void Hit(int predicate) => _isHit = true;
    }

    private void FindAnchored<TSink>(ReadOnlySpan<char> text, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        int length = Math.Min(text.Length, AnchoredIndex.MaxLength);
        Span<byte> folded = stackalloc byte[AnchoredIndex.MaxLength];
        if (_ends is not null)
        {
            FoldedText.Fold(text[^length..], folded);
            _ends.Find(folded[..length], ref sink);
        }

        if (_starts is not null)
        {
            FoldedText.Fold(text[..length], folded);
            _starts.Find(folded[..length], ref sink);
        }
    }

    private void FindNumber<TSink>(FieldValue value, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        if (value.TryGetInteger(out long whole))
        {
            if (_byNumber!.TryGetValue(whole, out int[]? equal))
            {
                Report(equal, ref sink);
            }
        }
        else if (value.Kind is FieldKind.Real or FieldKind.Text)
        {
            // A fraction may still equal a whole number, as 16.0 does; texts that are numbers like that are few.
            if (value.TryGetReal(out _))
            {
                Report(_numbers, ref sink);
            }
        }
    }

    private static void Report<TSink>(int[] predicates, ref TSink sink)
        where TSink : struct, IHitSink, allows ref struct
    {
        foreach (int predicate in predicates)
        {
            sink.Hit(predicate);
        }
    }
}
