using System.Runtime.InteropServices;
using Cordon.Events;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>Runs the rules of a group over an event: looks for witnesses, then evaluates the rules whose witness held.</summary>
/// <remarks>
/// For one thread. What predicates came to is remembered with the number of the run, so that nothing need be cleared for the next.
/// </remarks>
internal sealed partial class GroupRunner
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
    private ulong[] _noted = [];
    private ulong _noting;
    private readonly List<int> _rulesOfValue = [];
    private bool[] _isAbsent = [];
    private uint[] _listMemo = [];
    private byte[] _folded = new byte[4096];
    private uint _run;
    private CompiledGroup _group = CompiledGroup.Empty;
    private LogEvent _event = null!;
    private LogEvent _source = null!;

    // The texts that the view of the event adds are known to hold nothing that is looked for everywhere.
    private bool _knowsMade;
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
    /// <param name="group">The rules.</param>
    /// <param name="source">The event itself.</param>
    /// <param name="shown">The event as the rules see it.</param>
    /// <param name="plan">What to remember of such events; null for nothing.</param>
    /// <param name="held">Is added to.</param>
    public void Run(CompiledGroup group, LogEvent source, LogEvent shown, KeyPlan? plan, List<int> held)
    {
        Begin(group, source, shown);
        if (plan is not null)
        {
            if (plan.Fields.Length == 0)
            {
                plan.Skip();
            }
            else if (source.WriteKey(plan.Fields, _key) is var length and >= 0)
            {
                RunRemembered(plan, _key.AsSpan(0, length), held);
                return;
            }
        }

        for (int i = 0; i < group.Filters.Length; i++)
        {
            LookFor(group.Filters[i], i);
            Compare(group.Filters[i].Comparisons);
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

    private void Begin(CompiledGroup group, LogEvent source, LogEvent shown)
    {
        const uint LastRun = (uint.MaxValue / 4) - 1;
        _group = group;
        _event = shown;
        _source = source;
        _knowsMade = false;
        _candidates.Clear();
        if (_memo.Length < group.Predicates.Length)
        {
            _memo = new uint[group.Predicates.Length];
            _hitOf = new int[group.Predicates.Length];
        }

        if (_isCandidate.Length < group.RuleIds.Length)
        {
            _isCandidate = new uint[group.RuleIds.Length];
            _noted = new ulong[group.RuleIds.Length];
        }

        if (_isAbsent.Length < group.Filters.Length)
        {
            _isAbsent = new bool[group.Filters.Length];
        }

        if (_listMemo.Length < group.Lists.Length)
        {
            _listMemo = new uint[group.Lists.Length];
        }

        if (_run >= LastRun)
        {
            _run = 0;
            Array.Clear(_memo);
            Array.Clear(_isCandidate);
            Array.Clear(_listMemo);
        }

        _run++;
        _values.MakeRoom();
    }

    private void LookFor(FieldFilter filter, int index)
    {
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
            LookForOne(filter, value);
        }
        else
        {
            LookForEach(filter, field, count);
        }
    }

    private void Compare(ReadOnlySpan<int> comparisons)
    {
        foreach (int predicate in comparisons)
        {
            if (Test(predicate) == Truth.True)
            {
                Witnessed(predicate);
            }
        }
    }

    private void LookForOne(FieldFilter filter, FieldValue value)
    {
        if (!filter.MayFit(value.Text.Length))
        {
            return;
        }

        if (_values.TryFind(filter, value, out int known, out bool isWanted))
        {
            ReadOnlySpan<int> hits = _values.Hits(known, out int first);
            for (int i = 0; i < hits.Length; i++)
            {
                int predicate = hits[i] >> 2;
                _memo[predicate] = (_run << 2) | ((uint)hits[i] & 3);
                _hitOf[predicate] = first + i;
                if (_isLearning)
                {
                    _learned.Add(predicate);
                }
            }

            if (!_values.TryRules(known, out ReadOnlySpan<int> rules))
            {
                FindRules(hits);
                rules = CollectionsMarshal.AsSpan(_rulesOfValue);
                _values.AddRules(known, rules);
            }

            foreach (int rule in rules)
            {
                AddCandidate(rule);
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
                bool holds = _group.Matchers[predicate] is not { } matcher || matcher.Matches(value);
                Found(predicate, (uint)(holds ? Truth.True : Truth.False));
            }
        }

        _isAdding = false;
        if (isWanted)
        {
            _values.Finish();
        }
    }

    // Of the rules that what was found in a value is a witness for, those that can hold with this value.
    private void FindRules(ReadOnlySpan<int> hits)
    {
        _rulesOfValue.Clear();
        _noting++;
        foreach (int hit in hits)
        {
            int predicate = hit >> 2;
            if ((hit & 3) == (int)Truth.False)
            {
                continue;
            }

            for (int i = _group.WitnessStarts[predicate]; i < _group.WitnessStarts[predicate + 1]; i++)
            {
                int rule = _group.WitnessRules[i];
                if (_noted[rule] != _noting)
                {
                    _noted[rule] = _noting;
                    if (CanHold(rule, _group.FieldOf[predicate]))
                    {
                        _rulesOfValue.Add(rule);
                    }
                }
            }
        }
    }

    private void LookForEach(FieldFilter filter, FieldId field, int count)
    {
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

    // Something that was found in the value at hand.
    private void Found(int predicate, uint known) =>
        Learn(predicate, known, _isAdding ? _values.Add(predicate, known) : -1);

    private void Learn(int predicate, uint known, int hit)
    {
        _memo[predicate] = (_run << 2) | known;
        _hitOf[predicate] = hit;
        if (_isLearning)
        {
            _learned.Add(predicate);
        }

        if (known != (uint)Truth.False)
        {
            Witnessed(predicate);
        }
    }

    private void LookEverywhere(FieldFilter filter)
    {
        _visiting = filter;
        _isSuspect = false;
        LogEvent texts = _knowsMade ? _source : _event;
        if (!filter.IsForTextsOnly || !texts.VisitTexts(_textVisitor) || _isSuspect)
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
        if (matcher is RegexMatcher)
        {
            // Running an expression is left until nothing else of a rule speaks against it.
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
            AddCandidate(_group.WitnessRules[i]);
        }
    }

    private void AddCandidate(int rule)
    {
        if (_isCandidate[rule] != _run)
        {
            _isCandidate[rule] = _run;
            _candidates.Add(rule);
        }
    }

    private readonly ref struct Sink(GroupRunner runner, FieldValue value) : IHitSink
    {
        private readonly FieldValue _value = value;

        public void Hit(int predicate) => runner.Hit(predicate, _value);
    }
}
