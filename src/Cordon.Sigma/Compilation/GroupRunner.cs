using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Runs the rules of a group over an event: looks for witnesses, then evaluates the rules whose witness held.</summary>
/// <remarks>
/// For one thread. What predicates came to is remembered with the number of the run, so that nothing need be cleared for the next.
/// </remarks>
internal sealed class GroupRunner
{
    // In place of a truth: a predicate that may hold and is yet to be evaluated.
    private const uint Possible = 3;

    private readonly SigmaInterpreter _predicates;
    private readonly FieldVisitor _visitor;
    private readonly TextVisitor _textVisitor;
    private readonly List<int> _candidates = [];
    private readonly ValueCache _values = new();
    private readonly SharedTexts _knownTexts = new();
    private uint[] _memo = [];
    private int[] _hitOf = [];
    private uint[] _isCandidate = [];
    private bool[] _isAbsent = [];
    private uint[] _lookedFor = [];
    private byte[] _folded = new byte[4096];
    private uint _run;
    private CompiledGroup _group = CompiledGroup.Empty;
    private LogEvent _event = null!;
    private FieldFilter _visiting = null!;
    private bool _isSuspect;
    private bool _isAdding;

    public GroupRunner()
    {
        _predicates = new SigmaInterpreter(field => _event.IsUnavailable(field));
        _visitor = Visit;
        _textVisitor = VisitText;
    }

    /// <summary>The rules, numbered within the group, that the last run had to evaluate because a witness held.</summary>
    public IReadOnlyList<int> Candidates => _candidates;

    /// <summary>Adds the rules that hold for the event to <paramref name="held"/>, as indexes in the rule set, in no order.</summary>
    public void Run(CompiledGroup group, LogEvent shown, List<int> held)
    {
        Begin(group, shown);
        for (int i = 0; i < group.WitnessFilterCount; i++)
        {
            LookFor(group.Filters[i], i);
        }

        foreach (int rule in group.Always)
        {
            if (Evaluate(group.RuleStarts[rule]) == Truth.True)
            {
                held.Add(group.RuleIds[rule]);
            }
        }

        foreach (int rule in _candidates)
        {
            if (Evaluate(group.RuleStarts[rule]) == Truth.True)
            {
                held.Add(group.RuleIds[rule]);
            }
        }
    }

    private void Begin(CompiledGroup group, LogEvent shown)
    {
        const uint LastRun = (uint.MaxValue / 4) - 1;
        _group = group;
        _event = shown;
        _candidates.Clear();
        if (_memo.Length < group.Predicates.Length)
        {
            _memo = new uint[group.Predicates.Length];
            _hitOf = new int[group.Predicates.Length];
        }

        if (_isCandidate.Length < group.RuleIds.Length)
        {
            _isCandidate = new uint[group.RuleIds.Length];
        }

        if (_isAbsent.Length < group.Filters.Length)
        {
            _isAbsent = new bool[group.Filters.Length];
            _lookedFor = new uint[group.Filters.Length];
        }

        if (_run >= LastRun)
        {
            _run = 0;
            Array.Clear(_memo);
            Array.Clear(_isCandidate);
            Array.Clear(_lookedFor);
        }

        _run++;
        _values.MakeRoom();
    }

    private void LookFor(FieldFilter filter, int index)
    {
        _lookedFor[index] = _run;
        _isAbsent[index] = false;
        if (filter.Field is not { } field)
        {
            LookEverywhere(filter);
            return;
        }

        int count = _event.Read(field, out FieldValue value);
        if (count == 0)
        {
            _isAbsent[index] = true;
            return;
        }

        if (count == 1)
        {
            LookForOne(filter, index, value);
        }
        else
        {
            LookForEach(filter, index < _group.WitnessFilterCount, field, count);
        }

        foreach (int predicate in filter.Comparisons)
        {
            if (Test(predicate) == Truth.True)
            {
                Witnessed(predicate);
            }
        }
    }

    private void LookForOne(FieldFilter filter, int index, FieldValue value)
    {
        bool isForWitnesses = index < _group.WitnessFilterCount;
        if (_values.TryFind(filter, value, out int first, out int count, out bool isWanted))
        {
            for (int at = first; at < first + count; at++)
            {
                int hit = _values.Hit(at);
                int predicate = hit >> 2;
                _memo[predicate] = (_run << 2) | ((uint)hit & 3);
                _hitOf[predicate] = at;
                if (isForWitnesses && (hit & 3) != (int)Truth.False)
                {
                    Witnessed(predicate);
                }
            }

            return;
        }

        _isAdding = isWanted;
        var sink = new Sink(this, value);
        filter.Find(value, ref _folded, ref sink);
        for (int i = 0; i < filter.Direct.Length; i++)
        {
            if (filter.DirectMinLengths[i] <= value.Text.Length)
            {
                int predicate = filter.Direct[i];
                uint known = Possible;
                if (isForWitnesses)
                {
                    bool holds = _group.Matchers[predicate] is not { } matcher || matcher.Matches(value);
                    known = (uint)(holds ? Truth.True : Truth.False);
                }

                Found(predicate, known);
            }
        }

        _isAdding = false;
        if (isWanted)
        {
            _values.Finish();
        }
    }

    private void LookForEach(FieldFilter filter, bool isForWitnesses, FieldId field, int count)
    {
        int longest = 0;
        for (int i = 0; i < count; i++)
        {
            FieldValue value = _event.Value(field, i);
            longest = Math.Max(longest, value.Text.Length);
            var sink = new Sink(this, value);
            filter.Find(value, ref _folded, ref sink);
        }

        if (isForWitnesses)
        {
            TestDirectly(filter, longest);
            return;
        }

        foreach (int predicate in filter.Direct)
        {
            Learn(predicate, Possible, -1);
        }
    }

    // Something that was found in the value at hand.
    private void Found(int predicate, uint known) =>
        Learn(predicate, known, _isAdding ? _values.Add(predicate, known) : -1);

    private void Learn(int predicate, uint known, int hit)
    {
        _memo[predicate] = (_run << 2) | known;
        _hitOf[predicate] = hit;
        if (known != (uint)Truth.False)
        {
            Witnessed(predicate);
        }
    }

    private void LookEverywhere(FieldFilter filter)
    {
        _visiting = filter;
        _isSuspect = false;
        if (!filter.IsForTextsOnly || !_event.VisitTexts(_textVisitor) || _isSuspect)
        {
            _event.Visit(_visitor);
            TestDirectly(filter, int.MaxValue);
        }
    }

    private void TestDirectly(FieldFilter filter, int longest)
    {
        for (int i = 0; i < filter.Direct.Length; i++)
        {
            int predicate = filter.Direct[i];
            if (filter.DirectMinLengths[i] <= longest && Test(predicate) == Truth.True)
            {
                Witnessed(predicate);
            }
        }
    }

    private bool Visit(ReadOnlySpan<char> name, FieldValue value)
    {
        var sink = new Sink(this, value);
        _visiting.Find(value, ref _folded, ref sink);
        return true;
    }

    private bool VisitText(ReadOnlySpan<char> text, int sharedBy)
    {
        if (sharedBy != 0 && _knownTexts.IsHarmless(_visiting, sharedBy))
        {
            return true;
        }

        _isSuspect |= _visiting.MayHold(text, ref _folded);
        if (sharedBy != 0 && !_isSuspect)
        {
            _knownTexts.Add(_visiting, sharedBy);
        }

        return !_isSuspect;
    }

    private void Hit(int predicate, FieldValue value)
    {
        ValueMatcher matcher = _group.Matchers[predicate]!;
        bool isWitness = _group.WitnessStarts[predicate] < _group.WitnessStarts[predicate + 1];
        if (!isWitness || matcher is RegexMatcher)
        {
            // What is no witness may never be asked for, and running an expression is left until nothing else of a rule speaks against it.
            if (_memo[predicate] >> 2 != _run)
            {
                Found(predicate, Possible);
            }

            return;
        }

        if (_memo[predicate] != ((_run << 2) | (uint)Truth.True) && matcher.Matches(value))
        {
            Found(predicate, (uint)Truth.True);
        }
    }

    private void Witnessed(int predicate)
    {
        int[] starts = _group.WitnessStarts;
        for (int i = starts[predicate]; i < starts[predicate + 1]; i++)
        {
            int rule = _group.WitnessRules[i];
            if (_isCandidate[rule] != _run)
            {
                _isCandidate[rule] = _run;
                _candidates.Add(rule);
            }
        }
    }

    private Truth Evaluate(int at)
    {
        ref readonly CompiledNode node = ref _group.Nodes[at];
        switch (node.Kind)
        {
            case NodeKind.And:
                Truth least = Truth.True;
                for (int child = at + 1; child < node.End && least != Truth.False; child = _group.Nodes[child].End)
                {
                    Truth operand = Evaluate(child);
                    least = operand < least ? operand : least;
                }

                return least;
            case NodeKind.Or:
                Truth greatest = Truth.False;
                for (int child = at + 1; child < node.End && greatest != Truth.True; child = _group.Nodes[child].End)
                {
                    Truth operand = Evaluate(child);
                    greatest = operand > greatest ? operand : greatest;
                }

                return greatest;
            case NodeKind.Not:
                return (Truth)((int)Truth.True - (int)Evaluate(at + 1));
            case NodeKind.Certain:
                return Evaluate(at + 1) == Truth.True ? Truth.True : Truth.False;
            case NodeKind.Constant:
                return (Truth)node.Value;
            default:
                return Test(node.Value);
        }
    }

    private Truth Test(int predicate)
    {
        uint known = _memo[predicate];
        if (known >> 2 != _run)
        {
            known = Find(predicate);
        }

        if ((known & 3) == Possible)
        {
            bool isRemembered = known >> 2 == _run && _hitOf[predicate] >= 0;
            known = (uint)_predicates.Evaluate(_group.Predicates[predicate], _event);
            if (isRemembered)
            {
                _values.Settle(_hitOf[predicate], known);
            }
        }

        known &= 3;
        _memo[predicate] = (_run << 2) | known;
        return (Truth)known;
    }

    // A truth, or Possible.
    private uint Find(int predicate)
    {
        int filter = _group.FilterOf[predicate];
        if (filter < 0)
        {
            return Possible;
        }

        if (_lookedFor[filter] != _run)
        {
            LookFor(_group.Filters[filter], filter);
            if (_memo[predicate] >> 2 == _run)
            {
                return _memo[predicate];
            }
        }

        // What a filter looks for and did not find is not in any value.
        return _isAbsent[filter] && _event.IsUnavailable(_group.Filters[filter].Field!.Value)
            ? (uint)Truth.Unknown
            : (uint)Truth.False;
    }

    private readonly ref struct Sink(GroupRunner runner, FieldValue value) : IHitSink
    {
        private readonly FieldValue _value = value;

        public void Hit(int predicate) => runner.Hit(predicate, _value);
    }
}
