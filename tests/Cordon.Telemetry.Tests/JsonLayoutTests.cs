using System.Globalization;
using System.Text;
using Cordon.Events;
using Cordon.Telemetry.Discovery;

namespace Cordon.Telemetry.Tests;

/// <summary>How records lie in files, what is broken in them, and pieces that are read at the same time.</summary>
public sealed class JsonLayoutTests : IDisposable
{
    private const string A = """{"Channel":"S","EventID":1,"Image":"a"}""";
    private const string B = """{"Channel":"S","EventID":2,"Image":"b}{\"[]"}""";
    private readonly JsonFile _file = new();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData($"{A}\n{B}\n")]
    [InlineData($"{A}\r\n{B}")]
    [InlineData($"\n\n{A}\n\n  {B}  \n\n")]
    [InlineData($"[{A},{B}]")]
    [InlineData($"[\n  {A},\n  {B}\n]\n")]
    [InlineData($"{A}{B}")]
    [InlineData($"{A}\n,\n{B}")]
    [InlineData($"{A},\n{B},\n")]
    [InlineData("{\n  \"Channel\": \"S\",\n  \"EventID\": 1,\n  \"Image\": \"a\"\n}\n" + B)]
    public void Records_are_found_however_they_lie(string text)
    {
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText(text);
        Assert.Empty(report.Problems);
        Assert.Equal(["S|S||"[..2], "S|"], events.Select(static e => e.Head[..2]));
        Assert.Equal(["Image=a", "Image=b}{\"[]"], events.Select(static e => e.Asked[2]));
        Assert.Equal((2L, "json"), (report.Records, report.Format));
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.All(events, e => Assert.Equal((byte)'{', bytes[e.Position]));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_says_how_text_is_written(string name)
    {
        string text = $"{A}\n{B.Replace("b}", "ж中😀", StringComparison.Ordinal)}\n";
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText(text, Encoding.GetEncoding(name));
        Assert.Empty(report.Problems);
        Assert.Equal(["Image=a", "Image=ж中😀{\"[]"], events.Select(static e => e.Asked[2]));
    }

    [Theory]
    [InlineData("{\"Channel\":\"S\",\"EventID\":9,", 0)]
    [InlineData("{\"Channel\":\"S\" \"EventID\":9}", 0)]
    [InlineData("plain text", 0)]
    [InlineData("[1,2]", 0)]
    [InlineData("{\"Channel\":\"S\",\"EventID\":9}}", 0)]
    [InlineData("{\"Channel\":\"\u0001\"}", 0)]
    [InlineData("{\"\\ud800\":1}", 0)]
    public void A_broken_line_costs_itself_and_is_told_with_its_place(string line, int before)
    {
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText($"{A}\n{line}\n{B}\n");
        Assert.Equal(["Image=a", "Image=b}{\"[]"], events.Select(static e => e.Asked[2]));
        ReadProblem problem = Assert.Single(report.Problems);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"byte {A.Length + 1 + before}"), problem.Place);
        Assert.True(problem.IsLoss);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_beyond_the_limit_is_a_broken_record()
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70);
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText($"{A}\n{deep}\n{B}\n");
        Assert.Equal(2, events.Count);
        Assert.Single(report.Problems);
    }

    [Fact]
    public void Values_beyond_the_limit_are_left_out_and_told()
    {
        string many = string.Join(',', Enumerable.Range(0, 12_000).Select(static i => $"\"m{i}\":{i}"));
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText(
            $"{{\"Channel\":\"S\",\"EventID\":1,{many}}}\n{A}\n"
        );
        Assert.Equal(2, events.Count);
        Assert.Equal(10_000, events[0].All.Length);
        Assert.Contains("10000", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n", "\n")]
    [InlineData("[", ",\n")]
    public void A_record_that_is_too_long_is_passed_over(string start, string between)
    {
        string giant = $"{{\"Channel\":\"S\",\"EventID\":3,\"Image\":\"{new string('x', 17 * 1024 * 1024)}\"}}";
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText($"{start}{A}{between}{giant}{between}{B}");
        Assert.Equal(["Image=a", "Image=b}{\"[]"], events.Select(static e => e.Asked[2]));
        Assert.Contains("longer than", Assert.Single(report.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_array_that_is_cut_keeps_its_whole_records()
    {
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText($"[{A},{B},{A[..20]}");
        Assert.Equal(2, events.Count);
        Assert.Single(report.Problems);
    }

    [Fact]
    public void Objects_that_never_end_do_not_cost_days()
    {
        string text = "[" + A + "\n" + string.Concat(Enumerable.Repeat("{\n", 200_000));
        (List<JsonFile.Seen> events, SourceReport report) = _file.ReadText(text);
        Assert.Single(events);
        Assert.Contains("passed over", report.Problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pieces_of_a_long_file_hold_every_record_once()
    {
        var text = new StringBuilder();
        var random = new Random(3);
        const int Records = 30_000;
        for (int i = 0; i < Records; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{{\"Channel\":\"S\",\"EventID\":1,\"EventRecordID\":{i},\"Image\":\"{new string('é', random.Next(300))}\"}}\n"
            );
        }

        string path = _file.Write(text.ToString());
        var fields = new FieldTable();
        EventPart[] parts = [.. new LogReader(fields).Open(LogFinder.Find([path]))];
        Assert.True(parts.Length > 2, $"{parts.Length} parts");
        Assert.Equal(new FileInfo(path).Length, parts.Sum(static p => p.Bytes));
        Assert.Equal([.. Enumerable.Repeat(false, parts.Length - 1), true], parts.Select(static p => p.IsLast));
        List<ulong?>[] seen = [.. parts.Select(static _ => new List<ulong?>())];
        Parallel.For(0, parts.Length, i => parts[i].Read(e => seen[i].Add(e.RecordId)));
        Assert.Equal(Enumerable.Range(0, Records).Select(static i => (ulong?)i), seen.SelectMany(static s => s));
    }

    [Theory]
    [InlineData("{\"rule\":{\"id\":\"x\"},\"event\":{\"channel\":\"Security\"}}\n")]
    [InlineData("{}")]
    [InlineData("[{\"a\":1},{\"b\":2}]")]
    public void Json_of_something_else_is_no_log(string text)
    {
        FoundLog found = Assert.Single(LogFinder.Find([_file.Write(text)]));
        Assert.Equal(LogFormat.Unknown, found.Format);
        Assert.Contains("not of Windows events", found.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(A, LogFormat.Json)]
    [InlineData("\ufeff  [ " + A + "]", LogFormat.Json)]
    [InlineData("{\"broken", LogFormat.Json)]
    [InlineData("{ not json }", LogFormat.Unknown)]
    [InlineData("[section]\nkey=value", LogFormat.Unknown)]
    [InlineData("title: {", LogFormat.Unknown)]
    public void Files_are_told_by_their_content(string text, LogFormat format) =>
        Assert.Equal(format, Assert.Single(LogFinder.Find([_file.Write(text)])).Format);

    [Fact]
    public void Whatever_is_broken_ends_without_an_exception()
    {
        string whole = $"[{A},\n{B},\n{A}]\n{B}\n{A}\n";
        byte[] bytes = Encoding.UTF8.GetBytes(whole);
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            byte[] broken = [.. seed % 2 == 0 ? bytes : bytes.AsSpan(1)];
            for (int i = random.Next(4); i >= 0; i--)
            {
                broken[random.Next(broken.Length)] =
                    seed % 3 == 0 ? (byte)random.Next(256) : "{}[]\",:\\\n"u8[random.Next(9)];
            }

            broken = broken[..random.Next(1, broken.Length)];
            (List<JsonFile.Seen> events, SourceReport report) = _file.Read(_file.Write(broken));
            Assert.True(events.Count <= 8);
            Assert.Equal(events.Count, report.Records);
        }
    }
}
