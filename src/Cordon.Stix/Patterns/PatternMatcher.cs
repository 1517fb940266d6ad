using System.Runtime.CompilerServices;

namespace Cordon.Stix.Patterns;

/// <summary>
/// Looks for observations that fulfil an observation expression, by going back where a choice leads nowhere. What is chosen is held against times and spans at
/// once, so that choices that can't lead anywhere are not followed; the number of steps is bounded all the same.
/// </summary>
internal sealed class PatternMatcher
{
    private const int MaxSteps = 2_000_000;

    private readonly Sighting[] _sightings;
    private readonly bool[] _used;
    private readonly Dictionary<Comparison, int[]> _candidates = new(ReferenceEqualityComparer.Instance);
    private int _steps;

    public PatternMatcher(IReadOnlyList<ObservedData> observations)
    {
        // What was observed several times may stand for as many observations.
        List<Sighting> sightings = [];
        foreach (ObservedData observed in observations.OrderBy(static o => o.First).ThenBy(static o => o.Last))
        {
            for (int i = 0; i < Math.Min(observed.Count, MaxRepeats); i++)
            {
                sightings.Add(new Sighting(observed, i));
            }
        }

        _sightings = [.. sightings];
        _used = new bool[_sightings.Length];
    }

    private const int MaxRepeats = 1_000;

    private delegate bool Continuation(Span span);

    private readonly record struct Sighting(ObservedData Data, int Copy);

    /// <summary>The times of what was chosen: an observation that lasted may have happened at any time between its first and its last.</summary>
    /// <param name="EarliestLast">The earliest end.</param>
    /// <param name="LatestFirst">The latest beginning.</param>
    private readonly record struct Span(StixTimestamp EarliestLast, StixTimestamp LatestFirst)
    {
        public static Span Of(ObservedData data) => new(data.Last, data.First);

        public double Seconds => LatestFirst.SecondsSince(EarliestLast);

        public Span With(Span other) =>
            new(
                other.EarliestLast < EarliestLast ? other.EarliestLast : EarliestLast,
                other.LatestFirst > LatestFirst ? other.LatestFirst : LatestFirst
            );
    }

    /// <summary>What everything that is chosen below has to keep.</summary>
    /// <param name="Start">Not before it.</param>
    /// <param name="Stop">Before it.</param>
    /// <param name="Windows">Spans of time that are open: how long each may get, and what was chosen within it.</param>
    private sealed record Limits(StixTimestamp? Start, StixTimestamp? Stop, Limits.Window? Windows)
    {
        public static Limits None { get; } = new(null, null, null);

        public sealed class Window(double seconds, Window? outer)
        {
            private readonly Stack<Span> _spans = new();

            public Window? Outer => outer;

            /// <summary>Takes one more; false where the span gets too long. To be taken back in either case.</summary>
            public bool Push(Span one)
            {
                Span all = _spans.TryPeek(out Span before) ? before.With(one) : one;
                _spans.Push(all);
                return all.Seconds <= seconds;
            }

            public bool Fits(Span one) =>
                (!_spans.TryPeek(out Span before) || before.With(one).Seconds <= seconds) && outer?.Fits(one) != false;

            public void Pop() => _spans.Pop();
        }
    }

    public bool Matches(Observation root) => Find(root, Limits.None, static _ => true);

    private bool Find(Observation expression, Limits limits, Continuation next)
    {
        switch (expression)
        {
            case Observation.One one:
                return Choose(one, 0, limits, (_, span) => next(span));
            case Observation.Both both:
                return Find(both.Left, limits, left => Find(both.Right, limits, right => next(left.With(right))));
            case Observation.Either either:
                return Find(either.Left, limits, next) || Find(either.Right, limits, next);
            case Observation.Followed followed:
                return Find(
                    followed.Left,
                    limits,
                    left => Find(followed.Right, limits, right => IsFollowed(left, right) && next(left.With(right)))
                );
            case Observation.Within within:
                var window = new Limits.Window(within.Seconds, limits.Windows);
                return Find(
                    within.Inner,
                    limits with
                    {
                        Windows = window,
                    },
                    span => span.Seconds <= within.Seconds && next(span)
                );
            case Observation.Between between:
                return Find(
                    between.Inner,
                    limits with
                    {
                        Start = limits.Start is { } start && start > between.Start ? start : between.Start,
                        Stop = limits.Stop is { } stop && stop < between.Stop ? stop : between.Stop,
                    },
                    next
                );
            case Observation.Repeated { Inner: Observation.One single } repeated:
                return Several(single, repeated.Times, 0, null, limits, next);
            case Observation.Repeated repeated:
                return Again(repeated.Inner, repeated.Times, null, limits, next);
            default:
                throw new InvalidOperationException();
        }
    }

    // Equal choices in another order are the same, so each is taken from behind the one before.
    private bool Several(Observation.One one, int times, int from, Span? before, Limits limits, Continuation next)
    {
        if (times == 0)
        {
            return next(before!.Value);
        }

        if (!HasRoom(one, from, times, limits))
        {
            return false;
        }

        return Choose(
            one,
            from,
            limits,
            (at, span) =>
                Several(one, times - 1, at + 1, before is { } earlier ? earlier.With(span) : span, limits, next)
        );
    }

    // Whether as many are left as are still wanted, each by itself within the spans that are open.
    private bool HasRoom(Observation.One one, int from, int times, Limits limits)
    {
        int[] candidates = CandidatesOf(one.Comparison);
        for (int i = from; i < candidates.Length && candidates.Length - i >= times && times > 0; i++)
        {
            int at = candidates[i];
            if (!_used[at] && limits.Windows?.Fits(Span.Of(_sightings[at].Data)) != false)
            {
                times--;
            }
        }

        return times == 0;
    }

    private bool Again(Observation inner, int times, Span? before, Limits limits, Continuation next) =>
        times == 0
            ? next(before!.Value)
            : Find(
                inner,
                limits,
                span => Again(inner, times - 1, before is { } earlier ? earlier.With(span) : span, limits, next)
            );

    private bool Choose(Observation.One one, int from, Limits limits, Func<int, Span, bool> next)
    {
        int[] candidates = CandidatesOf(one.Comparison);
        for (int i = from; i < candidates.Length; i++)
        {
            int at = candidates[i];
            ObservedData data = _sightings[at].Data;
            if (
                _used[at]
                || (limits.Start is { } start && data.Last < start)
                || (limits.Stop is { } stop && data.First >= stop)
                // Of equal ones the first that is free stands for all.
                || (_sightings[at].Copy > 0 && !_used[at - 1])
            )
            {
                continue;
            }

            if (++_steps > MaxSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                throw new StixPatternException(
                    0,
                    $"there are too many combinations of observations to try ({_steps} were); hold the pattern against fewer observations"
                );
            }

            var span = Span.Of(data);
            bool isWithin = true;
            for (Limits.Window? window = limits.Windows; window is not null; window = window.Outer)
            {
                isWithin &= window.Push(span);
            }

            _used[at] = true;
            bool found = isWithin && next(i, span);
            _used[at] = false;
            for (Limits.Window? window = limits.Windows; window is not null; window = window.Outer)
            {
                window.Pop();
            }

            if (found)
            {
                return true;
            }
        }

        return false;
    }

    // Something on the right can have happened when everything on the left had.
    private static bool IsFollowed(Span left, Span right) => left.LatestFirst <= right.EarliestLast;

    private int[] CandidatesOf(Comparison comparison)
    {
        if (!_candidates.TryGetValue(comparison, out int[]? candidates))
        {
            List<int> found = [];
            bool holds = false;
            for (int i = 0; i < _sightings.Length; i++)
            {
                if (_sightings[i].Copy == 0)
                {
                    holds = ComparisonMatcher.Matches(comparison, _sightings[i].Data);
                }

                if (holds)
                {
                    found.Add(i);
                }
            }

            _candidates[comparison] = candidates = [.. found];
        }

        return candidates;
    }
}
