using System.Text;
using Cordon.Stix.Taxii;

namespace Cordon.Stix.Tests.Taxii;

/// <summary>The client against a scripted server on loopback that does what servers do, and what hostile ones may.</summary>
public sealed class TaxiiClientTests
{
    private const string Path = "/api1/collections/c1/";
    private static readonly TaxiiOptions Options = new()
    {
        Retries = 2,
        LongestWait = TimeSpan.FromMilliseconds(1),
        Patience = TimeSpan.FromMilliseconds(500),
        WholeAnswer = TimeSpan.FromSeconds(20),
        MaxAnswerBytes = 1 << 20,
    };

    private static string One(int number) =>
        $$"""{"type":"indicator","spec_version":"2.1","id":"indicator--00000000-0000-4000-8000-{{number:D12}}","created":"2026-01-01T00:00:00.000Z","modified":"2026-01-01T00:00:00.000Z"}""";

    private static string Page(IEnumerable<int> numbers, bool more = false, string? next = null) =>
        $$"""{"more":{{(more ? "true" : "false")}}{{(next is null ? "" : $",\"next\":\"{next}\"")}},"objects":[{{string.Join(',', numbers.Select(One))}}]}""";

    private static async Task<(List<int> Got, string Position, TaxiiException? Fault)> ReadAsync(
        ScriptedServer server,
        TaxiiOptions? options = null,
        string from = ""
    )
    {
        using var client = new TaxiiClient(server.At(Path), options ?? Options, TimeProvider.System);
        var collection = new TaxiiCollection("c1", "", true, server.At(Path));
        List<int> got = [];
        string position = from;
        try
        {
            await foreach (
                TaxiiPage page in client.ObjectsAsync(
                    collection,
                    new TaxiiPosition(from),
                    TestContext.Current.CancellationToken
                )
            )
            {
                got.AddRange(
                    page.Objects.Select(o => int.Parse(o.Id[^12..], System.Globalization.CultureInfo.InvariantCulture))
                );
                position = page.Position.AddedAfter;
            }

            return (got, position, null);
        }
        catch (TaxiiException fault)
        {
            return (got, position, fault);
        }
    }

    [Fact]
    public async Task Pages_are_followed_by_next_alone_and_the_time_is_kept()
    {
        using var server = new ScriptedServer(
            (path, n) =>
                n switch
                {
                    0 => Answer.Ok(Page([1, 2], true, "a&b"), "2026-01-02T00:00:00.000000Z"),
                    1 => Answer.Ok(Page([3], true, "c"), "2026-01-03T00:00:00.000000Z"),
                    _ => Answer.Ok(Page([4]), "2026-01-04T00:00:00.000000Z"),
                }
        );
        (List<int> got, string position, TaxiiException? fault) = await ReadAsync(server, from: "2026-01-01T00:00:00Z");
        Assert.Null(fault);
        Assert.Equal([1, 2, 3, 4], got);
        Assert.Equal("2026-01-04T00:00:00.000000Z", position);
        string[] asked = [.. server.Asked];
        Assert.Contains("added_after=2025-12-31T23%3A59%3A59.999000Z", asked[0], StringComparison.Ordinal);
        Assert.Contains("next=a%26b", asked[1], StringComparison.Ordinal);
        Assert.All(asked.Skip(1), a => Assert.DoesNotContain("added_after", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_next_it_goes_on_by_time_and_objects_added_together_are_not_lost()
    {
        // Objects 2 and 3 were added at the same time and lie on two pages.
        using var server = new ScriptedServer(
            (path, n) =>
                n == 0 ? Answer.Ok(Page([1, 2], more: true), "2026-01-02T00:00:00Z")
                : path.Contains("added_after=2026-01-01T23", StringComparison.Ordinal)
                    ? Answer.Ok(Page([2, 3]), "2026-01-02T00:00:00Z")
                : Answer.Ok(Page([]))
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1, 2, 3], got);
    }

    public static TheoryData<string> Loops => ["same-next", "no-way", "repeated", "empty", "still"];

    [Theory]
    [MemberData(nameof(Loops))]
    public async Task A_server_that_never_ends_is_left_with_what_was_good(string how)
    {
        using var server = new ScriptedServer(
            (_, n) =>
                n == 0
                    ? Answer.Ok(
                        Page([1, 2], true, how is "no-way" or "still" ? null : "n0"),
                        how == "still" ? "2026-01-02T00:00:00Z" : ""
                    )
                    : how switch
                    {
                        "same-next" => Answer.Ok(Page([n + 10], true, "n0")),
                        "repeated" => Answer.Ok(Page([1, 2], true, "n" + n)),
                        "empty" => Answer.Ok($$"""{"more":true,"next":"n{{n}}"}"""),
                        _ => Answer.Ok(Page([1, 2], true), "2026-01-02T00:00:00Z"),
                    }
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.NotNull(fault);
        Assert.Contains("more", fault.Message, StringComparison.Ordinal);
        Assert.Equal([1, 2], got.Take(2));
        Assert.InRange(server.Asked.Count, 1, 6);
    }

    [Fact]
    public async Task A_single_empty_page_in_between_is_passed()
    {
        using var server = new ScriptedServer(
            (_, n) =>
                n switch
                {
                    0 => Answer.Ok(Page([1], true, "a")),
                    1 => Answer.Ok("""{"more":true,"next":"b"}"""),
                    _ => Answer.Ok(Page([2])),
                }
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1, 2], got);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task An_answer_that_says_later_is_asked_again_and_a_long_wait_is_bounded(int status)
    {
        using var server = new ScriptedServer(
            (_, n) => n == 0 ? new Answer(status, "") { Headers = "Retry-After: 86400\r\n" } : Answer.Ok(Page([1]))
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1], got);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task A_date_to_come_back_at_is_taken_and_one_that_is_past_is_no_wait()
    {
        using var server = new ScriptedServer(
            (_, n) =>
                n switch
                {
                    0 => new Answer(503, "") { Headers = "Retry-After: Thu, 01 Jan 2015 00:00:00 GMT\r\n" },
                    1 => new Answer(429, "") { Headers = "Retry-After: Fri, 31 Dec 9999 23:59:59 GMT\r\n" },
                    _ => Answer.Ok(Page([1])),
                }
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1], got);
    }

    public static TheoryData<int, string> Refusals =>
        new()
        {
            { 400, "answers 400" },
            { 401, "name and password" },
            { 403, "does not allow" },
            { 404, "there is nothing" },
            { 406, "does not speak TAXII 2.1" },
            { 500, "answers 500" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_a_server_refuses_is_not_asked_again_and_says_why(int status, string why)
    {
        using var server = new ScriptedServer((_, _) => new Answer(status, ""));
        (_, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.NotNull(fault);
        Assert.Contains(why, fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task A_server_that_drips_is_left_when_an_answer_took_too_long_and_is_not_asked_again()
    {
        using var server = new ScriptedServer((_, _) => Answer.Ok("{") with { IsDripping = true });
        (_, _, TaxiiException? fault) = await ReadAsync(
            server,
            Options with
            {
                WholeAnswer = TimeSpan.FromMilliseconds(300),
            }
        );
        Assert.NotNull(fault);
        Assert.Contains("took too long", fault.Message, StringComparison.Ordinal);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task All_answers_together_are_bounded_in_time()
    {
        using var dripping = new ScriptedServer((_, _) => Answer.Ok("{") with { IsDripping = true });
        (_, _, TaxiiException? fault) = await ReadAsync(
            dripping,
            Options with
            {
                WholeReading = TimeSpan.FromMilliseconds(300),
            }
        );
        Assert.Contains("all together", fault?.Message, StringComparison.Ordinal);

        // A wait that would end after the time is not begun.
        using var later = new ScriptedServer((_, _) => new Answer(503, "") { Headers = "Retry-After: 3600\r\n" });
        (_, _, fault) = await ReadAsync(
            later,
            Options with
            {
                WholeReading = TimeSpan.FromMinutes(1),
                LongestWait = TimeSpan.FromHours(2),
            }
        );
        Assert.Contains("longer than 1 minutes, and it answers 503", fault?.Message, StringComparison.Ordinal);
        Assert.Single(later.Asked);

        using var endless = new ScriptedServer((_, n) => Answer.Ok(Page([n], true, "n" + n)));
        (List<int> got, _, fault) = await ReadAsync(
            endless,
            Options with
            {
                WholeReading = TimeSpan.FromMilliseconds(300),
            }
        );
        Assert.Contains("longer", fault?.Message, StringComparison.Ordinal);
        Assert.NotEmpty(got);
    }

    [Fact]
    public async Task Pages_without_end_are_bounded_in_number()
    {
        using var server = new ScriptedServer((_, n) => Answer.Ok(Page([n], true, "n" + n)));
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server, Options with { MaxPages = 5 });
        Assert.Contains("more than 5 pages", fault?.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2, 3, 4], got);
    }

    [Fact]
    public async Task An_answer_that_ends_too_soon_is_asked_for_again()
    {
        using var server = new ScriptedServer(
            (_, n) => n == 0 ? Answer.Ok(Page([1])) with { IsCutShort = true } : Answer.Ok(Page([1, 2]))
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1, 2], got);

        using var never = new ScriptedServer((_, _) => Answer.Ok(Page([1])) with { IsCutShort = true });
        (got, _, fault) = await ReadAsync(never);
        Assert.Contains("asked 3 times", fault?.Message, StringComparison.Ordinal);
        Assert.Empty(got);
        Assert.Equal(3, never.Asked.Count);
    }

    [Fact]
    public async Task A_server_that_always_says_later_is_asked_no_more_than_allowed()
    {
        using var server = new ScriptedServer((_, _) => new Answer(503, ""));
        (_, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.NotNull(fault);
        Assert.Equal(3, server.Asked.Count);
    }

    public static TheoryData<string> Hostile =>
        [
            "giant",
            "bomb",
            "bombs",
            "cut-gzip",
            "no-gzip",
            "silent",
            "redirect",
            "moved",
            "type",
            "version",
            "no-type",
            "json",
            "list",
            "deep",
            "packing",
            "status",
        ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_second_page_costs_nothing_of_the_first(string how)
    {
        using var other = new ScriptedServer((_, _) => Answer.Ok(Page([99])));
        using var server = new ScriptedServer(
            (_, n) =>
                n == 0
                    ? Answer.Ok(Page([1, 2], true, "a"), "2026-01-02T00:00:00Z")
                    : how switch
                    {
                        "giant" => Answer.Ok("{\"x\":\"" + new string('a', 2 << 20) + "\"}"),
                        "bomb" => new Answer(200, "")
                        {
                            Raw = Answer.Gzip(new byte[64 << 20]),
                            Headers = "Content-Encoding: gzip\r\n",
                        },
                        "bombs" => new Answer(200, "")
                        {
                            Raw = Answer.Gzip(Answer.Gzip(new byte[64 << 20])),
                            Headers = "Content-Encoding: gzip, gzip\r\n",
                        },
                        "cut-gzip" => new Answer(200, "")
                        {
                            Raw = Answer.Gzip(Encoding.UTF8.GetBytes(Page([3])))[..^20],
                            Headers = "Content-Encoding: gzip\r\n",
                        },
                        "no-gzip" => Answer.Ok(Page([3])) with { Headers = "Content-Encoding: gzip\r\n" },
                        "moved" => new Answer(308, "") { Headers = "Location: /elsewhere/\r\n" },
                        "version" => Answer.Ok(Page([3])) with { Type = "application/taxii+json;version=2.0" },
                        "deep" => Answer.Ok(new string('[', 100_000)),
                        "silent" => Answer.Ok(Page([3])) with { IsSilent = true },
                        "redirect" => new Answer(302, "") { Headers = $"Location: {other.At(Path)}\r\n" },
                        "type" => Answer.Ok(Page([3])) with { Type = "text/html" },
                        "no-type" => Answer.Ok(Page([3])) with { Type = "" },
                        "json" => Answer.Ok("{\"objects\":[{\"type\""),
                        "list" => Answer.Ok("[]"),
                        "packing" => Answer.Ok(Page([3])) with { Headers = "Content-Encoding: br\r\n" },
                        _ => new Answer(500, "x"),
                    }
        );
        (List<int> got, string position, TaxiiException? fault) = await ReadAsync(server);
        Assert.NotNull(fault);
        Assert.Equal([1, 2], got);
        Assert.Equal("2026-01-02T00:00:00Z", position);
        Assert.Empty(other.Asked);
    }

    [Fact]
    public async Task An_object_that_can_not_be_read_costs_itself_and_packed_answers_are_read()
    {
        byte[] body = Encoding.UTF8.GetBytes($$"""{"objects":[{{One(1)}},{"no":"object"},7,{{One(1)}},{{One(2)}}]}""");
        using var server = new ScriptedServer(
            (_, _) => new Answer(200, "") { Raw = Answer.Gzip(body), Headers = "Content-Encoding: gzip\r\n" }
        );
        (List<int> got, _, TaxiiException? fault) = await ReadAsync(server);
        Assert.Null(fault);
        Assert.Equal([1, 2], got);
    }

    [Fact]
    public async Task Secrets_go_to_the_server_and_into_no_message()
    {
        using var server = new ScriptedServer((_, _) => new Answer(401, "who are you"));
        (_, _, TaxiiException? fault) = await ReadAsync(server, Options with { Authorization = "Bearer s3cret" });
        Assert.NotNull(fault);
        Assert.DoesNotContain("s3cret", fault.ToString(), StringComparison.Ordinal);
        Assert.Contains("Authorization: Bearer s3cret", Assert.Single(server.Heads), StringComparison.Ordinal);
        Assert.Contains(
            "Accept: application/taxii+json;version=2.1",
            Assert.Single(server.Heads),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Discovery_leads_to_roots_of_the_same_server_and_their_collections_only()
    {
        using var other = new ScriptedServer(
            (_, _) => Answer.Ok("""{"collections":[{"id":"stolen","can_read":true}]}""")
        );
        using var server = new ScriptedServer(
            (path, _) =>
                path switch
                {
                    "/taxii2/" => Answer.Ok($$"""{"title":"t","api_roots":["/api1/","{{other.At("/evil/")}}"]}"""),
                    "/api1/collections/" => Answer.Ok(
                        """{"collections":[{"id":"c1","title":"One","can_read":true},{"id":"c2","can_read":false},{"id":"../x","can_read":true}]}"""
                    ),
                    _ => new Answer(404, ""),
                }
        );
        using var client = new TaxiiClient(
            server.At("/taxii2"),
            Options with
            {
                Authorization = "Bearer s",
            },
            TimeProvider.System
        );
        IReadOnlyList<TaxiiCollection> found = await client.CollectionsAsync(TestContext.Current.CancellationToken);
        Assert.Equal([("c1", true), ("c2", false)], found.Select(c => (c.Id, c.CanRead)));
        Assert.Equal(server.At(Path), found[0].Address);
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData("http://taxii.example/taxii2/")]
    [InlineData("https://me:secret@taxii.example/taxii2/")]
    [InlineData("ftp://taxii.example/")]
    public void Addresses_that_are_not_asked_are_refused_at_once(string address)
    {
        TaxiiException fault = Assert.Throws<TaxiiException>(() =>
            new TaxiiClient(new Uri(address), Options, TimeProvider.System).Dispose()
        );
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }
}
