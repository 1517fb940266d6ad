using System.Buffers.Binary;
using Cordon.Events.Sorting;

namespace Cordon.Events.Tests;

public sealed class DiskSorterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-sort-");

    private string Prefix => Path.Combine(_folder.FullName, "run");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(4_000)]
    [InlineData(DiskSorter.DefaultRunBytes)]
    public void Items_come_by_key_and_equal_keys_as_they_were_added(int runBytes)
    {
        const int Items = 500;
        var random = new Random(11);
        List<(long Key, int Number, int Length)> added = [];
        using var sorter = new DiskSorter(Prefix, runBytes);
        for (int i = 0; i < Items; i++)
        {
            (long Key, int Number, int Length) one = (random.Next(-20, 20), i, random.Next(4, 60));
            added.Add(one);
            sorter.Add(one.Key, ItemOf(one.Number, one.Length));
        }

        Assert.Equal(Items, sorter.Count);
        List<(long, int, int)> sorted = [];
        foreach ((long key, ReadOnlyMemory<byte> item) in sorter.Sorted())
        {
            sorted.Add((key, BinaryPrimitives.ReadInt32LittleEndian(item.Span), item.Length));
        }

        Assert.Equal(added.OrderBy(a => a.Key).ThenBy(a => a.Number), sorted);
        Assert.Equal(runBytes < DiskSorter.DefaultRunBytes, _folder.EnumerateFiles().Any());
    }

    [Fact]
    public void An_item_larger_than_a_run_is_kept()
    {
        using var sorter = new DiskSorter(Prefix, runBytes: 10);
        sorter.Add(2, ItemOf(2, 1_000));
        sorter.Add(1, ItemOf(1, 5_000));
        sorter.Add(3, []);
        Assert.Equal([5_000, 1_000, 0], sorter.Sorted().Select(s => s.Item.Length));
    }

    [Fact]
    public void Nothing_added_is_nothing_sorted()
    {
        using var sorter = new DiskSorter(Prefix);
        Assert.Empty(sorter.Sorted());
    }

    [Fact]
    public void Files_are_gone_afterwards_also_where_the_enumeration_was_left()
    {
        using (var sorter = new DiskSorter(Prefix, runBytes: 40))
        {
            for (int i = 0; i < 50; i++)
            {
                sorter.Add(-i, ItemOf(i, 30));
            }

            Assert.Equal(-49, sorter.Sorted().First().Key);
            Assert.NotEmpty(_folder.EnumerateFiles());
        }

        Assert.Empty(_folder.EnumerateFiles());
    }

    private static byte[] ItemOf(int number, int length)
    {
        byte[] item = new byte[length];
        BinaryPrimitives.WriteInt32LittleEndian(item, number);
        return item;
    }
}
