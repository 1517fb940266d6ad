using Cordon.Events;

namespace Cordon.Intelligence.Indicators;

/// <summary>Finds indicators in the texts of events. Nothing is allocated where nothing is found.</summary>
internal sealed class IndicatorReader : IIndicatorReader
{
    private const int MaxShared = 1 << 16;

    private readonly IndicatorIndex _index;
    private readonly IndicatorTexts _texts;
    private readonly IndicatorJson _json;
    private readonly HashSet<int> _cleanShared = [];
    private readonly List<int> _found = [];
    private readonly TextVisitor _onText;
    private readonly FieldVisitor _onField;
    private LogEvent? _event;
    private List<IndicatorMatch>? _matches;

    public IndicatorReader(IndicatorIndex index)
    {
        _index = index;
        _texts = new IndicatorTexts(new IndicatorForms(index, Take));
        _json = new IndicatorJson(index);
        _onText = OnText;
        _onField = OnField;
    }

    public void Read(LogEvent logEvent, List<IndicatorMatch> matches)
    {
        // Nearly all events hold none, and what is written in JSON shows that at once.
        if (_index.Count == 0 || (logEvent.Json is { IsEmpty: false } json && !_json.MayHold(json)))
        {
            return;
        }

        (_event, _matches) = (logEvent, matches);
        _found.Clear();
        if (!logEvent.VisitTexts(_onText))
        {
            logEvent.Visit(_onField);
        }

        (_event, _matches) = (null, null);
    }

    private bool OnField(ReadOnlySpan<char> name, FieldValue value)
    {
        if (value.Kind == FieldKind.Text)
        {
            _texts.Look(value.Text);
        }

        return true;
    }

    private bool OnText(ReadOnlySpan<char> text, int sharedBy)
    {
        if (sharedBy == 0)
        {
            _texts.Look(text);
        }
        else if (!_cleanShared.Contains(sharedBy))
        {
            int before = _found.Count;
            _texts.Look(text);
            if (_found.Count == before && _cleanShared.Count < MaxShared)
            {
                _cleanShared.Add(sharedBy);
            }
        }

        return true;
    }

    private void Take(IndicatorKind kind, byte key, int first, ReadOnlySpan<char> seen)
    {
        if (_found.Contains(first))
        {
            return;
        }

        _found.Add(first);
        string known = IndicatorText.Of(kind, key, _index.ValueOf(first));
        DateOnly? day = _event!.Time is { } time ? DateOnly.FromDateTime(time) : null;
        if (IndicatorText.MatchOf(_index, first, kind, known, seen.ToString(), day) is { } match)
        {
            _matches!.Add(match);
        }
    }
}
