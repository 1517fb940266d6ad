using Cordon.Sigma.Compilation;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>A key that comes again is known, and no other is taken for it.</summary>
public sealed class RecordMemoryTests
{
    // In units of 4 bytes; a key's plan and length take two.
    private const int Room = 2_560 * 1_024;
    private const int Header = 2;

    private readonly RecordMemory _memory = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(77)]
    public void What_was_noted_is_found_with_its_key_and_plan_alone(int length)
    {
        byte[] key = Key(length, 1);
        Assert.Equal(-1, _memory.Find(1, key, out ulong hash));
        Add(2, Key(length + 3, 2), 9);
        _memory.Add(1, key, hash, [5, 6, 7]);
        Add(1, Key(length + 5, 3), 8);
        int first = _memory.Find(1, key, out ulong again);
        Assert.Equal(hash, again);
        Assert.Equal([5, 6, 7], _memory.Items.Slice(first, 3).ToArray());
        Assert.Equal(-1, _memory.Find(2, key, out _));
        Assert.Equal(-1, _memory.Find(1, [.. key, 0], out _));
        Assert.Equal([9], Items(2, Key(length + 3, 2), 1));
        Assert.Equal([8], Items(1, Key(length + 5, 3), 1));
    }

    [Fact]
    public void Every_byte_of_a_key_tells()
    {
        byte[] key = Key(77, 1);
        Add(1, key, 5);
        ulong hash = RecordMemory.HashOf(key, 1);
        for (int i = 0; i < key.Length; i++)
        {
            byte[] other = [.. key];
            other[i] ^= 1;
            Assert.Equal(-1, _memory.Find(1, other, out ulong otherHash));
            Assert.NotEqual(hash, otherHash);
        }

        Assert.NotEqual(hash, RecordMemory.HashOf(key, 2));
    }

    [Fact]
    public void Numbers_of_keys_are_spread_evenly()
    {
        // Short keys, keys that differ in one place, in their length or in what they are for.
        HashSet<ulong> all = [];
        int[] slots = new int[256];
        for (int length = 0; length < 80; length++)
        {
            for (byte one = 0; one < 50; one++)
            {
                byte[] key = new byte[length];
                if (length > 0)
                {
                    key[one * length / 50] = one;
                }

                ulong hash = RecordMemory.HashOf(key, length == 0 ? one : 7u);
                slots[hash >> 56] += all.Add(hash) ? 1 : 0;
            }
        }

        Assert.InRange(all.Count, 3_990, 4_000);
        Assert.All(slots, static n => Assert.InRange(n, 3, 36));
    }

    [Fact]
    public void Many_keys_are_known_at_the_same_time()
    {
        for (int i = 0; i < 3_000; i++)
        {
            Add(1, BitConverter.GetBytes(i), i);
        }

        int known = 0;
        for (int i = 0; i < 3_000; i++)
        {
            int first = _memory.Find(1, BitConverter.GetBytes(i), out _);
            Assert.True(first < 0 || _memory.Items[first] == i);
            known += first < 0 ? 0 : 1;
        }

        // Two keys may fall on one place; the later one stays.
        Assert.InRange(known, 2_300, 3_000);
    }

    [Fact]
    public void When_there_is_no_room_for_a_key_everything_is_forgotten()
    {
        // With its item.
        byte[] half = new byte[((Room / 2) - Header - 1) * sizeof(int)];
        Add(1, half, 1);
        Add(2, half, 2);
        Assert.Equal([1], Items(1, half, 1));
        Assert.Equal([2], Items(2, half, 1));
        Add(3, [7], 3);
        Assert.Equal(-1, _memory.Find(1, half, out _));
        Assert.Equal(-1, _memory.Find(2, half, out _));
        Assert.Equal([3], Items(3, [7], 1));
        Add(4, half, 4);
        Assert.Equal([3], Items(3, [7], 1));
        Assert.Equal([4], Items(4, half, 1));
    }

    [Fact]
    public void When_there_is_no_room_for_items_everything_is_forgotten()
    {
        // A key of one byte takes a unit.
        _memory.Find(1, [1], out ulong hash);
        _memory.Add(1, [1], hash, new int[Room - (2 * (Header + 1)) - 1]);
        Add(2, [2], 2);
        Assert.True(_memory.Find(1, [1], out _) >= 0);
        Assert.Equal([2], Items(2, [2], 1));
        Add(3, [3], 3);
        Assert.Equal(-1, _memory.Find(1, [1], out _));
        Assert.Equal(-1, _memory.Find(2, [2], out _));
        Assert.Equal([3], Items(3, [3], 1));
    }

    [Fact]
    public void More_items_than_there_is_room_for_are_not_noted()
    {
        const int Most = Room - Header - 1;
        _memory.Find(1, [1], out ulong hash);
        _memory.Add(1, [1], hash, new int[Most + 1]);
        Assert.Equal(-1, _memory.Find(1, [1], out _));
        _memory.Add(1, [1], hash, new int[Most]);
        Assert.Equal(Header + 1, _memory.Find(1, [1], out _));
    }

    [Fact]
    public void Where_numbers_are_equal_keys_are_told_apart_by_themselves()
    {
        byte[] key = Key(24, 1);
        _memory.Find(1, key, out ulong hash);
        _memory.Add(1, Key(24, 2), hash, [5]);
        Assert.Equal(-1, _memory.Find(1, key, out _));
        _memory.Add(2, key, hash, [6]);
        Assert.Equal(-1, _memory.Find(1, key, out _));
        _memory.Add(1, [.. key, 0], hash, [7]);
        Assert.Equal(-1, _memory.Find(1, key, out _));
        _memory.Add(1, key, hash, [8]);
        Assert.Equal([8], Items(1, key, 1));
    }

    private int[] Items(int plan, byte[] key, int count) =>
        _memory.Items.Slice(_memory.Find(plan, key, out _), count).ToArray();

    private void Add(int plan, byte[] key, int item)
    {
        Assert.Equal(-1, _memory.Find(plan, key, out ulong hash));
        _memory.Add(plan, key, hash, [item]);
    }

    private static byte[] Key(int length, int seed)
    {
        byte[] key = new byte[length];
        new Random(seed).NextBytes(key);
        return key;
    }
}
