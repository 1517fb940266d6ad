using System.Text;
using System.Text.Json;
using Cordon.Events;
using Cordon.Reporting.Files;

namespace Cordon.Reporting.Tests;

public sealed class FindingJsonTests
{
    [Fact]
    public void Writes_one_finding_a_line_in_the_documented_shape()
    {
        DateTime time = Make.At(3).AddTicks(1234567);
        JsonElement line = Lines(
            Make.Finding(
                time,
                fields: [SnapshotField.OfText("CommandLine", "cmd /c \"x\""), SnapshotField.OfInteger("Size", 7)]
            )
        )[0];
        Assert.Equal(
            ["id", "time", "rule", "techniques", "event", "fields"],
            line.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("2021-02-16T08:03:00.1234567Z", line.GetProperty("time").GetString());
        Assert.Equal("high", line.GetProperty("rule").GetProperty("level").GetString());
        Assert.Equal("sigma", line.GetProperty("rule").GetProperty("kind").GetString());
        Assert.Equal("T1059.001", line.GetProperty("techniques")[0].GetString());
        Assert.Equal(
            ["source", "record", "channel", "provider", "code", "computer"],
            line.GetProperty("event").EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("cmd /c \"x\"", line.GetProperty("fields").GetProperty("CommandLine").GetString());
        Assert.Equal(7, line.GetProperty("fields").GetProperty("Size").GetInt32());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Fields_keep_their_order_and_those_of_one_name_are_one_list(int others)
    {
        SnapshotField[] fields =
        [
            SnapshotField.OfText("Same", "a"),
            .. Enumerable.Range(0, others).Select(i => SnapshotField.OfInteger($"F{i}", i)),
            SnapshotField.OfText("Same", "b"),
        ];
        JsonElement whole = Lines(Make.Finding(Make.At(1), fields: fields))[0].GetProperty("fields");
        JsonElement distinct = Lines(Make.Finding(Make.At(1), fields: fields[..^1]))[0].GetProperty("fields");
        string[] names = [.. fields[..^1].Select(f => f.Name)];
        Assert.Equal(names, whole.EnumerateObject().Select(p => p.Name));
        Assert.Equal(names, distinct.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["a", "b"], whole.GetProperty("Same").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal("a", distinct.GetProperty("Same").GetString());
    }

    [Fact]
    public void A_correlation_says_what_it_rests_on()
    {
        JsonElement line = Lines(Make.Correlation())[0];
        Assert.Equal("sigma-correlation", line.GetProperty("rule").GetProperty("kind").GetString());
        Assert.Equal("2021-02-16T08:01:00.0000000Z", line.GetProperty("time").GetString());
        Assert.Equal("10.0.0.9", line.GetProperty("fields").GetProperty("IpAddress").GetString());
        JsonElement rest = line.GetProperty("correlation");
        Assert.Equal(["first", "last", "count", "figure", "events"], rest.EnumerateObject().Select(p => p.Name));
        Assert.Equal("2021-02-16T08:01:00.0000000Z", rest.GetProperty("first").GetString());
        Assert.Equal("2021-02-16T08:09:00.0000000Z", rest.GetProperty("last").GetString());
        Assert.Equal(212, rest.GetProperty("count").GetInt64());
        Assert.Equal(31, rest.GetProperty("figure").GetDouble());
        Assert.Equal(
            ["2021-02-16T08:01:00.0000000Z", "2021-02-16T08:09:00.0000000Z"],
            rest.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("time").GetString())
        );
        Assert.Equal(
            ["time", "source", "record", "channel", "provider", "code", "computer"],
            rest.GetProperty("events")[0].EnumerateObject().Select(p => p.Name)
        );
    }

    [Fact]
    public void A_correlation_without_a_figure_has_none()
    {
        Finding finding = Make.Correlation();
        finding = finding with { Correlation = finding.Correlation! with { Figure = null } };
        Assert.False(Lines(finding)[0].GetProperty("correlation").TryGetProperty("figure", out _));
    }

    [Fact]
    public void Keeps_every_value_of_a_name_that_repeats_and_null_apart_from_empty()
    {
        JsonElement fields = Lines(
            Make.Finding(
                fields:
                [
                    SnapshotField.OfText("Data", "one"),
                    SnapshotField.OfText("Empty", ""),
                    SnapshotField.OfText("Data", "two"),
                    SnapshotField.OfNull("Nothing"),
                ]
            )
        )[0]
            .GetProperty("fields");
        Assert.Equal(["one", "two"], fields.GetProperty("Data").EnumerateArray().Select(v => v.GetString()));
        Assert.Equal("", fields.GetProperty("Empty").GetString());
        Assert.Equal(JsonValueKind.Null, fields.GetProperty("Nothing").ValueKind);
    }

    [Fact]
    public void Stays_one_line_and_valid_whatever_the_event_holds()
    {
        string evil = "\u001b]0;x\u0007\r\n\u2028\"}{\uD800\0";
        JsonElement line = Assert.Single(Lines(Make.Finding(fields: [SnapshotField.OfText(evil, evil)])));
        Assert.Single(line.GetProperty("fields").EnumerateObject());
    }

    [Fact]
    public void Says_null_where_the_event_says_nothing()
    {
        JsonElement line = Lines(Make.Finding(time: null))[0];
        Assert.Equal(JsonValueKind.Null, line.GetProperty("time").ValueKind);
    }

    [Fact]
    public void Says_why_and_whom_it_concerns_where_that_is_known()
    {
        Finding finding = Make.Finding() with
        {
            Reason = "14 accounts in 3 rounds",
            Entities =
            [
                new FindingEntity(new Observable(ObservableKind.Account, "a@lab.example"), EntityRole.Target),
                new FindingEntity(new Observable(ObservableKind.UserAgent, "curl"), EntityRole.Source),
            ],
        };
        JsonElement line = Lines(finding)[0];
        Assert.Equal("14 accounts in 3 rounds", line.GetProperty("reason").GetString());
        Assert.Equal(
            ["target account a@lab.example", "source user-agent curl"],
            line.GetProperty("entities")
                .EnumerateArray()
                .Select(static e =>
                    $"{e.GetProperty("role").GetString()} {e.GetProperty("kind").GetString()} {e.GetProperty("name").GetString()}"
                )
        );
    }

    private static List<JsonElement> Lines(params Finding[] findings)
    {
        using var stream = new MemoryStream();
        using (var json = new FindingJson(stream))
        {
            foreach (Finding finding in findings)
            {
                json.Write(finding);
            }
        }

        string text = Encoding.UTF8.GetString(stream.ToArray());
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        return [.. text[..^1].Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
