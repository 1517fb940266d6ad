using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Tests of one field of which one must hold, found by an index that is made when the list is first asked. Safe for concurrent use.</summary>
internal sealed class ValueList
{
    private readonly FieldExpression[] _tests;
    private FieldFilter? _filter;

    /// <summary>Makes it of tests that an index can find.</summary>
    public ValueList(FieldId field, FieldExpression[] tests) => (Field, _tests) = (field, tests);

    /// <summary>The field.</summary>
    public FieldId Field { get; }

    /// <summary>Whether a value of the field fulfils one of the tests.</summary>
    /// <param name="value">The value.</param>
    /// <param name="buffer">Room for folded text; made larger where it is needed.</param>
    public bool HoldsFor(FieldValue value, ref byte[] buffer)
    {
        // Two threads may both make it, to the same end.
        _filter ??= new FieldFilter(Field, [.. _tests.Select(static (t, i) => (i, (SigmaPredicate)t))]);
        bool holds = false;
        var sink = new Sink(_tests, value, ref holds);
        _filter.Find(value, ref buffer, ref sink);
        return holds;
    }

    private readonly ref struct Sink(FieldExpression[] tests, FieldValue value, ref bool holds) : IHitSink
    {
        private readonly FieldValue _value = value;
        private readonly ref bool _holds = ref holds;

        public void Hit(int predicate) => _holds = _holds || tests[predicate].Matcher.Matches(_value);
    }
}
