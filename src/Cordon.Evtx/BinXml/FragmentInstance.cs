using Cordon.Evtx.Fields;
using Cordon.Evtx.Values;

namespace Cordon.Evtx.BinXml;

/// <summary>One substitution of a template instance: where its bytes lie in the chunk.</summary>
internal struct ValueSlot
{
    public int Offset;

    public int Length;

    public EvtxValueType Type;

    /// <summary>For nested binary XML: index of its first fragment in the document, else -1.</summary>
    public int Child;
}

/// <summary>A fragment of the current record: a program and the values that go into it. Instances are used again and again.</summary>
internal sealed class FragmentInstance
{
    private ValueSlot[] _slots = [];
    private SystemMap? _ownMap;

    /// <summary>The shared program, or null where <see cref="Own"/> holds the nodes.</summary>
    public BinXmlProgram? Program { get; private set; }

    /// <summary>Nodes of a fragment that is no template, compiled for this record alone.</summary>
    public ProgramBuffer Own { get; } = new();

    public byte[] Literals { get; private set; } = [];

    public ReadOnlySpan<ProgramNode> Nodes => Program is null ? Own.Nodes : Program.Nodes;

    public int SlotCount { get; private set; }

    public Span<ValueSlot> Slots => _slots.AsSpan(0, SlotCount);

    /// <summary>Nested fragments were found for at least one slot.</summary>
    public bool HasChildren => FirstChildSlot >= 0;

    /// <summary>The first slot for which nested fragments were found, or -1.</summary>
    public int FirstChildSlot { get; set; } = -1;

    /// <summary>What kinds of values the slots hold.</summary>
    public ValueKinds Kinds { get; set; }

    /// <summary>For some slot of binary XML no fragment was found.</summary>
    public bool HasUnreadChildren { get; set; }

    /// <summary>The fragment that follows in the same value, or -1.</summary>
    public int Next { get; set; } = -1;

    /// <summary>How deep the fragment lies in others; 0 for the record's own.</summary>
    public int Depth { get; set; }

    public SystemMap System
    {
        get
        {
            if (Program is not null)
            {
                return Program.System;
            }

            _ownMap ??= new SystemMap();
            _ownMap.Fill(Own.Nodes);
            return _ownMap;
        }
    }

    public void Use(BinXmlProgram program)
    {
        Program = program;
        Literals = program.Literals;
    }

    public void UseOwn(byte[] literals)
    {
        Program = null;
        Literals = literals;
    }

    public void Reset(int depth)
    {
        SlotCount = 0;
        FirstChildSlot = -1;
        HasUnreadChildren = false;
        Kinds = default;
        Next = -1;
        Depth = depth;
    }

    public void SetSlotCount(int count)
    {
        if (_slots.Length < count)
        {
            Array.Resize(ref _slots, Math.Max(count, Math.Max(16, _slots.Length * 2)));
        }

        SlotCount = count;
    }
}
