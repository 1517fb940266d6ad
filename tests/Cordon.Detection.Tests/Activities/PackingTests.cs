using System.Collections;
using System.Reflection;
using Cordon.Detection.Activities;
using Cordon.Detection.Activities.Packing;
using Cordon.Detection.Analytics;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Events.Organisations;
using CsCheck;

namespace Cordon.Detection.Tests.Activities;

public sealed class PackingTests
{
    private static readonly Type[] _kinds =
    [
        .. typeof(Activity).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Activity)) && !t.IsAbstract),
    ];

    [Fact]
    public void Every_member_of_every_kind_of_activity_comes_back() =>
        Gen.Int.Sample(
            seed =>
            {
                var filling = new Filling(new Random(seed));
                Activity[] made = [.. _kinds.SelectMany(k => Enumerable.Range(0, 3).Select(_ => filling.Make(k)))];
                using var pack = new ActivityPack();
                PackedRange first = pack.Write(made);
                PackedRange second = pack.Write([.. made.Reverse()]);
                Activity[] read = [.. pack.Read(first, [])];
                Activity[] again = [.. pack.Read(second, []).Reverse()];
                Assert.Equal(made.Select(Told), read.Select(Told));
                Assert.Equal(made.Select(Told), again.Select(Told));
            },
            iter: 200
        );

    [Fact]
    public void A_member_that_is_left_out_would_be_seen()
    {
        Assert.Equal(4, _kinds.Length);
        foreach (Type kind in _kinds)
        {
            Activity one = new Filling(new Random(1)).Make(kind);
            foreach (PropertyInfo member in Filling.Members(kind))
            {
                string before = Told(one);
                object? value = member.GetValue(one);
                Activity other = Enumerable
                    .Range(2, 20)
                    .Select(seed => new Filling(new Random(seed)).Make(kind))
                    .First(o => Told(member.GetValue(o)) != Told(value));
                member.SetValue(one, member.GetValue(other));
                Assert.NotEqual(before, Told(one));
                member.SetValue(one, value);
                Assert.Equal(before, Told(one));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    [InlineData(long.MaxValue)]
    public void A_timeline_does_not_depend_on_what_lies_on_disk(long memoryBytes)
    {
        var north = new Organisation { Name = "North" };
        var south = new Organisation { Name = "South" };
        var filling = new Filling(new Random(7));
        Activity[][] parts = [.. Enumerable.Range(0, 12).Select(_ => _kinds.Select(filling.Make).ToArray())];
        string Timeline(long memory)
        {
            using var collector = new ActivityCollector(
                new FieldTable(),
                path => path == "n" ? north : south,
                memoryBytes: memory
            );
            for (int i = 0; i < parts.Length; i++)
            {
                collector.Add(i % 3 == 0 ? "s" : "n", parts[i]);
                collector.Add(i % 3 == 0 ? "s" : "n", parts[i / 2]);
            }

            return string.Join('\n', new[] { north, south, north }.Select(o => Told(collector.TimelineOf(o))))
                + $" {collector.Duplicates}";
        }

        Assert.Equal(Timeline(1_000_000), Timeline(memoryBytes));
    }

    [Fact]
    public void What_fits_into_memory_never_touches_the_disk()
    {
        using var pack = new ActivityPack("nowhere", static _ => throw new IOException("touched"));
        using var collector = new ActivityCollector(
            new FieldTable(),
            static _ => Organisation.Unnamed,
            ActivityCollector.DefaultLimit,
            ActivityCollector.DefaultMemoryBytes,
            pack
        );
        collector.Add("a", [.. _kinds.Select(new Filling(new Random(3)).Make)]);
        Assert.Single(collector.TimelineOf(Organisation.Unnamed).Mails);
    }

    [Fact]
    public void Equal_texts_are_one_object_when_they_are_read()
    {
        using var pack = new ActivityPack();
        PackedRange range = pack.Write([.. Enumerable.Range(0, 2).Select(_ => SignIn(new string('a', 5)))]);
        SignIn[] read = [.. pack.Read(range, []).Cast<SignIn>()];
        Assert.Same(read[0].Account, read[1].Account);
    }

    [Fact]
    public void Its_file_is_nowhere_to_be_found()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-packing-");
        try
        {
            using (var pack = new ActivityPack(folder.FullName, ActivityPack.OpenTemporary))
            {
                PackedRange range = pack.Write([SignIn("a")]);
                Assert.Single(pack.Read(range, []));
                if (!OperatingSystem.IsWindows())
                {
                    Assert.Empty(folder.EnumerateFileSystemInfos());
                }
            }

            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "no-such-folder");
        using var pack = new ActivityPack(folder, ActivityPack.OpenTemporary);
        IOException fault = Assert.Throws<IOException>(() => pack.Write([SignIn("a")]));
        Assert.Contains(folder, fault.Message, StringComparison.Ordinal);
        Assert.Contains("TMPDIR", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_is_full_is_told_and_nothing_is_thrown_afterwards()
    {
        using var pack = new ActivityPack("/some/where", static _ => new BufferedStream(new FullDisk(), 1 << 16));
        IOException fault = Assert.Throws<IOException>(() =>
            pack.Write([.. Enumerable.Repeat(SignIn(new string('x', 1000)), 200)])
        );
        Assert.Contains("/some/where", fault.Message, StringComparison.Ordinal);
        Assert.Contains("No space left on device", fault.Message, StringComparison.Ordinal);
    }

    private static SignIn SignIn(string account) =>
        new()
        {
            Origin = new EventOrigin { Source = "test" },
            Time = new DateTime(2021, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            System = "entra",
            Account = account,
            Verdict = SignInVerdict.Rejected,
        };

    /// <summary>All that an object holds, as text.</summary>
    private static string Told(object? value) =>
        value switch
        {
            null => "null",
            string text => $"\"{text}\"",
            DateTime time => $"{time:O}",
            double real => $"{BitConverter.DoubleToInt64Bits(real)}",
            IConvertible plain => $"{plain}",
            IReadOnlyDictionary<string, string> table =>
                $"{{{string.Join(", ", table.Select(p => $"{p.Key}={p.Value}"))}}}",
            IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Told))}]",
            _ =>
                $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => $"{p.Name}: {Told(p.GetValue(value))}"))})",
        };

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) =>
            throw new IOException("No space left on device");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }

    /// <summary>Fills objects of any kind, member by member, so that nothing has to be said here of what they hold.</summary>
    private sealed class Filling(Random random)
    {
        private static readonly string[] _texts =
        [
            "",
            "a",
            "user@lab.example",
            "\ud800 half a character",
            "Zoë \0 Müller 病院",
            new('x', 256),
            new('y', 257),
            new('é', 3000),
        ];

        public static IEnumerable<PropertyInfo> Members(Type type) =>
            type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite);

        public Activity Make(Type kind) => (Activity)Value(kind)!;

        private object? Value(Type type)
        {
            if (Nullable.GetUnderlyingType(type) is { } inner)
            {
                return random.Next(3) == 0 ? null : Value(inner);
            }

            if (type == typeof(string))
            {
                return random.Next(2) == 0 ? _texts[random.Next(_texts.Length)] : $"text {random.Next(1000)}";
            }

            if (type.IsEnum)
            {
                Array values = Enum.GetValues(type);
                return values.GetValue(random.Next(values.Length));
            }

            if (Plain(type) is { } plain)
            {
                return plain;
            }

            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            {
                Type item = type.GetGenericArguments()[0];
                var items = Array.CreateInstance(item, random.Next(4));
                for (int i = 0; i < items.Length; i++)
                {
                    items.SetValue(Value(item), i);
                }

                return items;
            }

            if (type == typeof(IReadOnlyDictionary<string, string>))
            {
                return Enumerable
                    .Range(0, random.Next(4))
                    .ToDictionary(i => $"{(i * 7) % 4}", i => (string)Value(typeof(string))!);
            }

            ConstructorInfo constructor = type.GetConstructors().OrderBy(c => c.GetParameters().Length).Last();
            object made = constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType))]);
            foreach (PropertyInfo member in Members(type))
            {
                member.SetValue(made, Value(member.PropertyType));
            }

            return made;
        }

        private object? Plain(Type type) =>
            type == typeof(bool) ? random.Next(2) == 1
            : type == typeof(int) ? random.Next(int.MinValue, int.MaxValue)
            : type == typeof(long) ? random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(ulong) ? (ulong)random.NextInt64(long.MinValue, long.MaxValue)
            : type == typeof(double) ? random.NextDouble() * 1000
            : type == typeof(DateTime) ? new DateTime(random.NextInt64(DateTime.MaxValue.Ticks), DateTimeKind.Utc)
            : null;
    }
}
