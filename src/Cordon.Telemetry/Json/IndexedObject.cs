using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Cordon.Telemetry.Json;

/// <summary>
/// An object that is asked for many members, most of which it does not have: their names are indexed once. Used again for the next object.
/// Members are found as <see cref="JsonMembers"/> finds them. For one thread.
/// </summary>
internal sealed class IndexedObject
{
    private const int LeastSlots = 64;

    // Whoever writes the names may choose them so that they fall together.
    private const int MostTogether = 32;

    private JsonProperty[] _members = new JsonProperty[LeastSlots / 2];
    private int[] _slots = new int[LeastSlots];
    private int _count;
    private bool _isIndexed;
    private bool _isOdd;
    private IndexedObject? _properties;
    private bool _hasProperties;

    /// <summary>Makes one for a value.</summary>
    public IndexedObject(JsonElement element) => Element = element;

    /// <summary>Makes one whose value comes later.</summary>
    public IndexedObject() { }

    /// <summary>The value itself; setting it makes this an index of that.</summary>
    public JsonElement Element
    {
        get;
        set
        {
            field = value;
            _isIndexed = false;
        }
    }

    /// <summary>What is below its member <c>properties</c>; null where that is no object.</summary>
    public IndexedObject? Properties
    {
        get
        {
            Index();
            return _hasProperties ? _properties : null;
        }
    }

    /// <inheritdoc cref="JsonMembers.Find"/>
    public JsonElement? Find(params ReadOnlySpan<string> path) =>
        path.IsEmpty ? Element
        : Member(path[0]) is not { } first ? null
        : first.Find(path[1..]);

    /// <inheritdoc cref="JsonMembers.Has"/>
    public bool Has(string name) => Member(name) is not null;

    /// <inheritdoc cref="JsonMembers.Text"/>
    public string Text(params ReadOnlySpan<string> path) => Find(path) is { } found ? JsonMembers.TextOf(found) : "";

    /// <inheritdoc cref="JsonMembers.Items"/>
    public IEnumerable<JsonElement> Items(params ReadOnlySpan<string> path) =>
        Find(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray().AsEnumerable() : [];

    private JsonElement? Member(string name)
    {
        Index();
        if (_isOdd || !Ascii.IsValid(name))
        {
            return Element.ValueKind == JsonValueKind.Object ? JsonMembers.Member(Element, name) : null;
        }

        for (int slot = HashOf(name) & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            int member = _slots[slot] - 1;
            if (member < 0)
            {
                return null;
            }

            if (Ascii.EqualsIgnoreCase(JsonMarshal.GetRawUtf8PropertyName(_members[member]), name))
            {
                return _members[member].Value;
            }
        }
    }

    private void Index()
    {
        if (_isIndexed)
        {
            return;
        }

        (_isIndexed, _isOdd, _count, _hasProperties) = (true, false, 0, false);
        Array.Clear(_slots);
        if (Element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in Element.EnumerateObject())
            {
                if (!TryAdd(member))
                {
                    _isOdd = true;
                    break;
                }
            }
        }

        if (Member("properties") is { ValueKind: JsonValueKind.Object } properties)
        {
            (_properties ??= new IndexedObject()).Element = properties;
            _hasProperties = true;
        }
    }

    // Escaped names, others than ASCII's, and names that differ in case alone are left to whoever compares them one by one.
    private bool TryAdd(JsonProperty member)
    {
        ReadOnlySpan<byte> name = JsonMarshal.GetRawUtf8PropertyName(member);
        if (!Ascii.IsValid(name) || name.Contains((byte)'\\'))
        {
            return false;
        }

        if (_count == _members.Length)
        {
            Grow();
        }

        int slot = HashOf(name) & (_slots.Length - 1);
        for (int met = 0; _slots[slot] != 0; met++)
        {
            if (
                met == MostTogether
                || Ascii.EqualsIgnoreCase(JsonMarshal.GetRawUtf8PropertyName(_members[_slots[slot] - 1]), name)
            )
            {
                return false;
            }

            slot = (slot + 1) & (_slots.Length - 1);
        }

        _members[_count] = member;
        _slots[slot] = ++_count;
        return true;
    }

    private void Grow()
    {
        Array.Resize(ref _members, _members.Length * 2);
        _slots = new int[_slots.Length * 2];
        for (int i = 0; i < _count; i++)
        {
            int slot = HashOf(JsonMarshal.GetRawUtf8PropertyName(_members[i])) & (_slots.Length - 1);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i + 1;
        }
    }

    // Letters of both cases alike; some signs too, which costs a comparison.
    private static int HashOf(ReadOnlySpan<byte> name)
    {
        uint hash = (uint)name.Length;
        foreach (byte one in name)
        {
            hash = (hash ^ (one | 0x20u)) * 16_777_619;
        }

        return (int)(hash ^ (hash >> 15));
    }

    private static int HashOf(string name)
    {
        uint hash = (uint)name.Length;
        foreach (char one in name)
        {
            hash = (hash ^ (one | 0x20u)) * 16_777_619;
        }

        return (int)(hash ^ (hash >> 15));
    }
}
