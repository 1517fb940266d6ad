namespace Cordon.Evtx.Rendering;

/// <summary>What one record may take while it is rendered. Where the budget is spent, content is left out and the rest closed properly.</summary>
internal struct RenderBudget(EvtxOptions options)
{
    // A fragment may be shown wherever a template names its slot, hence nodes are counted as they are shown.
    private readonly int _maxNodes = Math.Max(16, options.MaxNodes);
    private readonly int _maxBytes = Math.Max(1_024, options.MaxRenderedBytes);
    private readonly int _maxDepth = 2 * Math.Clamp(options.MaxDepth, 1, 256);
    private int _nodes;
    private int _depth;

    public bool IsSpent { get; private set; }

    public bool TakeNode(int bytesWritten)
    {
        if (++_nodes > _maxNodes || bytesWritten > _maxBytes)
        {
            IsSpent = true;
        }

        return !IsSpent;
    }

    public bool HasRoomFor(int bytesWritten, int more)
    {
        bool fits = !IsSpent && (long)bytesWritten + more <= _maxBytes;
        IsSpent |= !fits;
        return fits;
    }

    public bool Enter()
    {
        if (_depth >= _maxDepth)
        {
            IsSpent = true;
            return false;
        }

        _depth++;
        return true;
    }

    public void Leave() => _depth--;
}
