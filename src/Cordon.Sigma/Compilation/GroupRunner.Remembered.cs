using System.Runtime.InteropServices;
using Cordon.Sigma.Evaluation;

namespace Cordon.Sigma.Compilation;

/// <content>Events some of whose values came together before: what these decide is not worked out again.</content>
/// <remarks>
/// For a key are noted the predicates that its values fulfil, and which of the rules it concerns are true, false, or depend on more.
/// Whether a rule depends on more is seen by evaluating it: its truth is the key's if no predicate was asked that is about other fields.
/// </remarks>
internal sealed partial class GroupRunner
{
    private const int MaxKey = 4_096;
    private const int MaxLearned = 2_048;

    // Before the items themselves: how many there are of each.
    private const int Counts = 5;

    private readonly RecordMemory _records = new();
    private readonly byte[] _key = new byte[MaxKey];
    private readonly List<int> _learned = [];
    private readonly List<int> _heldByKey = [];
    private readonly List<int> _falseByKey = [];
    private readonly List<int> _undecided = [];
    private readonly List<int> _items = [];
    private KeyPlan _plan = null!;
    private bool _isLearning;
    private bool _isTracking;
    private bool _dependsOnMore;

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
        ReadOnlySpan<int> undecided = _records.Items.Slice(at + counts[3], counts[4]);
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

        foreach (int filter in _plan.OtherFilters)
        {
            LookFor(_group.Filters[filter], filter);
        }

        Compare(_plan.OtherComparisons);
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

    private void Learn(ReadOnlySpan<byte> key, List<int> held)
    {
        _learned.Clear();
        _heldByKey.Clear();
        _falseByKey.Clear();
        _undecided.Clear();
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
        _isTracking = true;
        _dependsOnMore = false;
        bool holds = Evaluate(_group.RuleStarts[rule]) == Truth.True;
        _isTracking = false;
        (
            _dependsOnMore ? _undecided
            : holds ? _heldByKey
            : _falseByKey
        ).Add(rule);
        if (holds)
        {
            held.Add(_group.RuleIds[rule]);
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
    }

    private void Track(int field)
    {
        if (field < 0)
        {
            _dependsOnMore = true;
        }
        else if (!_plan.IsDecided[field])
        {
            _dependsOnMore = true;
            _plan.Want(field);
        }
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
