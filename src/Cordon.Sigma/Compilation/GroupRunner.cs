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
    private readonly FieldVisitor _textVisitor;
    private readonly List<int> _candidates = [];
    private uint[] _memo = [];
    private uint[] _isCandidate = [];
    private bool[] _isAbsent = [];
    private uint[] _lookedFor = [];
    private byte[] _folded = new byte[4096];
    private uint _run;
    private CompiledGroup _group = CompiledGroup.Empty;
    private LogEvent _event = null!;
    private FieldFilter _visiting = null!;
    private bool _isSuspect;

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

        int count = _event.Count(field);
        if (count == 0)
        {
            _isAbsent[index] = true;
            return;
        }

        int longest = 0;
        for (int i = 0; i < count; i++)
        {
            FieldValue value = _event.Value(field, i);
            longest = Math.Max(longest, value.Text.Length);
            var sink = new Sink(this, value);
            filter.Find(value, ref _folded, ref sink);
        }

        TestDirectly(filter, longest);
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

    private bool VisitText(ReadOnlySpan<char> name, FieldValue value)
    {
        var sink = new AnyHit(ref _isSuspect);
        _visiting.Find(value, ref _folded, ref sink);
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
                _memo[predicate] = (_run << 2) | Possible;
                Witnessed(predicate);
            }

            return;
        }

        uint held = (_run << 2) | (uint)Truth.True;
        if (_memo[predicate] != held && matcher.Matches(value))
        {
            _memo[predicate] = held;
            Witnessed(predicate);
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
            known = (uint)_predicates.Evaluate(_group.Predicates[predicate], _event);
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

    private readonly ref struct AnyHit(ref bool isHit) : IHitSink
    {
        private readonly ref bool _isHit = ref isHit;

        public void Hit(int predicate) => _isHit = true;
    }
}
