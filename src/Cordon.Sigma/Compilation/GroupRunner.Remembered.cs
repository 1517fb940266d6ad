using System.Runtime.InteropServices;
using Cordon.Sigma.Evaluation;

namespace Cordon.Sigma.Compilation;

/// <content>Events some of whose values came together before: what these decide is not worked out again.</content>
/// <remarks>
/// For a key are noted the predicates that its values fulfil, and which of the rules it concerns are true, false, or depend on more. Of
/// those that depend on more it is noted what they wait for, where that is something that filters find: until it is found they are not tried.
/// </remarks>
internal sealed partial class GroupRunner
{
    private const int MaxKey = 4_096;

    // Before the items themselves: how many there are of each, and whether the texts that the view adds are known to be harmless.
    private const int Counts = 7;

    private readonly RecordMemory _records = new();
    private readonly byte[] _key = new byte[MaxKey];
    private readonly List<int> _learned = [];
    private readonly List<int> _heldByKey = [];
    private readonly List<int> _falseByKey = [];
    private readonly List<int> _undecided = [];

    // A rule, how many predicates it waits for, and these; then the next.
    private readonly List<int> _waiting = [];
    private readonly List<int> _items = [];
    private KeyPlan _plan = null!;
    private bool _isLearning;

    private void RunRemembered(KeyPlan plan, ReadOnlySpan<byte> key, List<int> held)
    {
        _plan = plan;
        int first = _records.Find(plan.Number, key, out ulong hash);
        if (first >= 0)
        {
            Recall(first, held);
            plan.Known();
            return;
        }

        Learn(key, held);
        _records.Add(plan.Number, key, hash, CollectionsMarshal.AsSpan(_items));
        plan.Unknown(key);
    }

    private void Recall(int first, List<int> held)
    {
        ReadOnlySpan<int> counts = _records.Items.Slice(first, Counts);
        int at = first + Counts;
        int hits = at;
        int absent = at += counts[0];
        ReadOnlySpan<int> heldByKey = _records.Items.Slice(at += counts[1], counts[2]);
        ReadOnlySpan<int> falseByKey = _records.Items.Slice(at += counts[2], counts[3]);
        ReadOnlySpan<int> undecided = _records.Items.Slice(at += counts[3], counts[4]);
        ReadOnlySpan<int> waiting = _records.Items.Slice(at + counts[4], counts[5]);
        _knowsMade = counts[6] != 0;
        foreach (int rule in heldByKey)
        {
            _isCandidate[rule] = _run;
            held.Add(_group.RuleIds[rule]);
        }

        if (undecided.Length == 0 && _plan.OtherFilters.Length + _plan.OtherComparisons.Length == 0)
        {
            return;
        }

        foreach (int rule in falseByKey)
        {
            _isCandidate[rule] = _run;
        }

        foreach (int rule in undecided)
        {
            _isCandidate[rule] = _run;
            _candidates.Add(rule);
        }

        for (int i = 0; i < waiting.Length; i += 2 + waiting[i + 1])
        {
            _isCandidate[waiting[i]] = _run;
        }

        foreach (int filter in _plan.OtherFilters)
        {
            LookFor(_group.Filters[filter], filter);
        }

        Compare(_plan.OtherComparisons);
        AddFound(waiting);
        if (_candidates.Count == 0)
        {
            return;
        }

        for (int hit = hits; hit < hits + counts[0]; hit++)
        {
            int item = _records.Items[hit];
            _memo[item >> 2] = (_run << 2) | ((uint)item & 3);
            _hitOf[item >> 2] = -2 - hit;
        }

        foreach (int filter in _plan.KeyFilters)
        {
            _isAbsent[filter] = false;
        }

        foreach (int filter in _records.Items.Slice(absent, counts[1]))
        {
            _isAbsent[filter] = true;
        }

        foreach (int rule in _candidates)
        {
            if (Evaluate(_group.RuleStarts[rule]) == Truth.True)
            {
                held.Add(_group.RuleIds[rule]);
            }
        }
    }

    // Of the rules that wait those for which something was found.
    private void AddFound(ReadOnlySpan<int> waiting)
    {
        while (!waiting.IsEmpty)
        {
            int count = waiting[1];
            foreach (int predicate in waiting.Slice(2, count))
            {
                uint known = _memo[predicate];
                if (known >> 2 == _run && (known & 3) != (uint)Truth.False)
                {
                    _candidates.Add(waiting[0]);
                    break;
                }
            }

            waiting = waiting[(2 + count)..];
        }
    }

    private void Learn(ReadOnlySpan<byte> key, List<int> held)
    {
        _learned.Clear();
        _heldByKey.Clear();
        _falseByKey.Clear();
        _undecided.Clear();
        _waiting.Clear();
        _isLearning = true;
        foreach (int filter in _plan.KeyFilters)
        {
            LookFor(_group.Filters[filter], filter);
        }

        _isLearning = false;
        Compare(_plan.KeyComparisons);
        int ofKey = _candidates.Count;
        foreach (int filter in _plan.OtherFilters)
        {
            LookFor(_group.Filters[filter], filter);
        }

        Compare(_plan.OtherComparisons);
        foreach (int rule in _group.Always)
        {
            EvaluateForKey(rule, held);
        }

        for (int i = 0; i < ofKey; i++)
        {
            EvaluateForKey(_candidates[i], held);
        }

        for (int i = ofKey; i < _candidates.Count; i++)
        {
            if (Evaluate(_group.RuleStarts[_candidates[i]]) == Truth.True)
            {
                held.Add(_group.RuleIds[_candidates[i]]);
            }
        }

        Note();
    }

    private void EvaluateForKey(int rule, List<int> held)
    {
        int start = _group.RuleStarts[rule];
        (Truth least, Truth greatest) = BoundsByKey(start);
        if (greatest != Truth.True)
        {
            _falseByKey.Add(rule);
        }
        else if (least == Truth.True)
        {
            _heldByKey.Add(rule);
            held.Add(_group.RuleIds[rule]);
        }
        else
        {
            Wait(rule);
            if (Evaluate(start) == Truth.True)
            {
                held.Add(_group.RuleIds[rule]);
            }
        }
    }

    private void Wait(int rule)
    {
        _waitedFor.Clear();
        if (FindWaitedFor(_group.RuleStarts[rule], _waitedFor) && _waitedFor.Count <= MostWaitedFor)
        {
            _waiting.Add(rule);
            _waiting.Add(_waitedFor.Count);
            _waiting.AddRange(_waitedFor);
        }
        else
        {
            _undecided.Add(rule);
        }
    }

    private void Note()
    {
        _items.Clear();
        _items.Add(_learned.Count);
        _items.Add(0);
        _items.Add(_heldByKey.Count);
        _items.Add(_falseByKey.Count);
        _items.Add(_undecided.Count);
        _items.Add(_waiting.Count);
        _items.Add(_plan.DecidesMade && IsMadeHarmless() ? 1 : 0);
        foreach (int predicate in _learned)
        {
            _items.Add((predicate << 2) | (int)(_memo[predicate] & 3));
        }

        foreach (int filter in _plan.KeyFilters)
        {
            if (_isAbsent[filter])
            {
                _items.Add(filter);
                _items[1]++;
            }
        }

        _items.AddRange(_heldByKey);
        _items.AddRange(_falseByKey);
        _items.AddRange(_undecided);
        _items.AddRange(_waiting);
    }

    private bool IsMadeHarmless()
    {
        foreach (int filter in _plan.OtherFilters)
        {
            if (_group.Filters[filter] is { Field: null, IsForTextsOnly: true } everywhere)
            {
                _visiting = everywhere;
                _isSuspect = false;
                if (_event is MappedEvent mapped)
                {
                    mapped.VisitMadeTexts(_textVisitor);
                }

                return !_isSuspect;
            }
        }

        return false;
    }

    private void Settle(int hit, Truth truth)
    {
        if (hit >= 0)
        {
            _values.Settle(hit, (uint)truth);
        }
        else if (hit < -1)
        {
            ref int item = ref _records.Items[-2 - hit];
            item = (item & ~3) | (int)truth;
        }
    }
}
