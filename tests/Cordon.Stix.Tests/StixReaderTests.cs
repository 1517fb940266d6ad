using System.Text;

namespace Cordon.Stix.Tests;

public sealed class StixReaderTests
{
    private const string A = """{"type":"a","id":"a--1","text":"}]\"{"}""";
    private const string B = """{"id":"b--1","objects":{"0":{}},"type":"b"}""";

    public static TheoryData<string> Forms =>
        [
            $$"""{"type":"bundle","id":"bundle--1","objects":[{{A}},{{B}}]}""",
            $$$"""{"objects":[{{{A}}}, {{{B}}} ],"id":"bundle--1","type":"bundle","x":{"objects":[1]}}""",
            $$"""{"more":true,"next":"2","objects":[{{A}},{{B}}]}""",
            $"[{A},{B}]",
            $"{A}\n{B}\n",
            $$"""[{"type":"bundle","objects":[{{A}}]},{"type":"bundle","objects":[{{B}}]}]""",
        ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Objects_are_found_in_every_form(string text) =>
        Assert.Equal(["a--1", "b--1"], Read(Encoding.UTF8.GetBytes(text)).Select(o => o.Id));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Bytes_that_come_one_at_a_time_make_no_difference(string text)
    {
        using var drops = new DropStream(Encoding.UTF8.GetBytes(text));
        Assert.Equal(["a--1", "b--1"], new StixReader(drops).Objects().Select(o => o.Id));
    }

    [Fact]
    public void An_object_that_cannot_be_used_costs_only_itself()
    {
        List<StixReadProblem> problems = [];
        string text =
            $$"""{"type":"bundle","objects":[{"type":"a"},{{A}},{"id":tru},{"type":"a","id":"a--2","id":"a--3"},{{B}}]}""";
        IReadOnlyList<StixObject> read = Read(Encoding.UTF8.GetBytes(text), problems);
        Assert.Equal(["a--1", "b--1"], read.Select(o => o.Id));
        Assert.Equal([28, 28 + 13 + A.Length + 1, 28 + 13 + A.Length + 1 + 11], problems.Select(p => (int)p.Offset));
    }

    [Fact]
    public void An_object_beyond_the_limit_is_passed_over()
    {
        List<StixReadProblem> problems = [];
        string text = $$"""[{{A}},{"type":"a","id":"a--2","x":"{{new string('x', 3_000_000)}}"},{{B}}]""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var reader = new StixReader(stream, StixLimits.Default with { MaxObjectBytes = 100_000 }, problems.Add);
        Assert.Equal(["a--1", "b--1"], reader.Objects().Select(o => o.Id));
        Assert.Contains("longer than", Assert.Single(problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_is_nested_too_deeply_is_told()
    {
        List<StixReadProblem> problems = [];
        string deep = $$"""{"type":"a","id":"a--2","x":{{new string('[', 500)}}{{new string(']', 500)}}}""";
        Assert.Single(Read(Encoding.UTF8.GetBytes($"{A}{deep}"), problems));
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("""{"type":"bundle","objects":[{"type":"a","id":"a--1"}""", 1)]
    [InlineData("""{"type":"bundle","objects":[{"type":"a","id":"a--1"},""", 1)]
    [InlineData("""{"type":"bundle","objects":[{"type":"a","id":"a--1"}]""", 1)]
    [InlineData("""{"type":"bundle","objects":[{"type":"a","id":"a--""", 1)]
    [InlineData("""{"type":"bundle","objects":[""", 1)]
    [InlineData("""[{"type":"a","id":"a--1"}""", 1)]
    [InlineData("""{"type":"a","id":"a--1","x":"abc""", 1)]
    [InlineData("{", 1)]
    [InlineData("", 0)]
    public void That_a_stream_ends_too_early_is_told_once(string text, int told)
    {
        List<StixReadProblem> problems = [];
        Assert.True(Read(Encoding.UTF8.GetBytes(text), problems).Count <= 1);
        Assert.Equal(told, problems.Count);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_stream_that_is_whole_has_no_problem(string text)
    {
        List<StixReadProblem> problems = [];
        Read(Encoding.UTF8.GetBytes(text), problems);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("<html>")]
    [InlineData("[1, 2]")]
    public void What_is_not_JSON_of_objects_is_told(string text) =>
        Assert.Throws<FormatException>(() => Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Changed_bytes_never_do_more_than_be_told()
    {
        byte[] bytes = Encoding.UTF8.GetBytes($$"""{"type":"bundle","id":"bundle--1","objects":[{{A}},{{B}}],"x":1}""");
        var random = new Random(20_210_216);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] changed = [.. bytes];
            for (int k = random.Next(1, 4); k > 0; k--)
            {
                changed[random.Next(changed.Length)] = (byte)"{}[]\",:\\ax0"[random.Next(11)];
            }

            try
            {
                Read(changed[..random.Next(changed.Length + 1)], []);
            }
            catch (FormatException)
            {
                // Told.
            }
        }
    }

    private static IReadOnlyList<StixObject> Read(byte[] bytes, List<StixReadProblem>? problems = null)
    {
        using var stream = new MemoryStream(bytes);
        return
        [
            .. new StixReader(stream, null, problems is null ? p => Assert.Fail(p.Reason) : problems.Add).Objects(),
        ];
    }

    private sealed class DropStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(1, count));
    }
}
