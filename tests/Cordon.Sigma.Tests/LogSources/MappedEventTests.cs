using Cordon.Events;

namespace Cordon.Sigma.Tests.LogSources;

public class MappedEventTests
{
    private static readonly LogSourceTarget Target = Assert.Single(
        Given.Resolve("windows/process_creation/security").Targets
    );

    [Fact]
    public void Visits_made_fields_and_then_those_that_none_of_them_hides()
    {
        MappedEvent shown = Shown(
            ("NewProcessName", @"C:\a.exe"),
            ("ProcessId", "0x10"),
            ("CommandLine", ""),
            ("Twice", "1"),
            ("Twice", "2")
        );
        List<string> seen = [];

        shown.Visit(
            (name, value) =>
            {
                seen.Add($"{name}={value.Text}");
                return true;
            }
        );

        Assert.Equal([@"Image=C:\a.exe", "ParentProcessId=16", @"NewProcessName=C:\a.exe", "Twice=1", "Twice=2"], seen);
    }

    [Fact]
    public void Stops_visiting_when_told()
    {
        MappedEvent shown = Shown(("NewProcessName", "a"), ("Other", "b"), ("Another", "c"));

        for (int stopAfter = 1; stopAfter <= 3; stopAfter++)
        {
            int seen = 0;
            shown.Visit((_, _) => ++seen < stopAfter);
            Assert.Equal(stopAfter, seen);
        }
    }

    [Fact]
    public void Forgets_the_event_before()
    {
        FieldTable table = new();
        EventSnapshot first = Event(table, ("NewProcessId", "0x10"), ("TargetUserName", "a name that is rather long"));
        EventSnapshot second = Event(table, ("NewProcessId", "0x11"), ("TargetUserName", "short"));
        EventSnapshot third = Event(table);
        MappedEvent shown = new(table, [Target]);

        Assert.Equal("16", shown.Show(first, Target).Read("ProcessId"));
        Assert.Equal("a name that is rather long", shown.Read("User"));
        Assert.Equal("17", shown.Show(second, Target).Read("ProcessId"));
        Assert.Equal("short", shown.Read("User"));
        Assert.Equal("(unavailable)", shown.Show(third, Target).Read("ProcessId"));
        Assert.Equal("(unavailable)", shown.Read("User"));
    }

    [Fact]
    public void Keeps_values_of_different_fields_apart()
    {
        MappedEvent shown = Shown(("NewProcessId", "0x10"), ("ProcessId", "0x20"), ("TargetUserName", "eve"));
        FieldValue id = shown.Value(shown.Fields.Intern("ProcessId"));
        FieldValue parent = shown.Value(shown.Fields.Intern("ParentProcessId"));
        FieldValue user = shown.Value(shown.Fields.Intern("User"));

        Assert.Equal("16", id.Text.ToString());
        Assert.Equal("32", parent.Text.ToString());
        Assert.Equal("eve", user.Text.ToString());
    }

    [Fact]
    public void Shows_where_the_event_comes_from()
    {
        MappedEvent shown = Shown();

        Assert.Equal(EventOrigin.Of(shown.Inner), EventOrigin.Of(shown));
    }

    [Fact]
    public void Holds_values_of_any_length()
    {
        string name = new('x', 100_000);

        Assert.Equal($@"D\{name}", Shown(("TargetDomainName", "D"), ("TargetUserName", name)).Read("User"));
    }

    [Fact]
    public void Refuses_an_event_of_another_table() =>
        Assert.Throws<ArgumentException>(() => new MappedEvent(new FieldTable(), [Target]).Show(Event(new()), Target));

    [Fact]
    public void Has_nothing_to_show_at_first() =>
        Assert.Throws<InvalidOperationException>(() => new MappedEvent(new FieldTable(), [Target]).Code);

    [Fact]
    public void Allocates_nothing_once_it_is_warm()
    {
        FieldTable table = new();
        EventSnapshot made = Event(
            table,
            ("NewProcessName", @"C:\a.exe"),
            ("NewProcessId", "0x10"),
            ("TargetDomainName", "LAB"),
            ("TargetUserName", "eve"),
            ("TargetLogonId", "0x99"),
            ("MandatoryLabel", "S-1-16-4096")
        );
        FieldId[] fields = [.. Target.Fields.Select(mapping => table.Intern(mapping.Name)), table.Intern("Hashes")];
        LogSourceRouter router = new(table, [Given.Resolve("windows/process_creation/-")]);
        MappedEvent shown = new(table, router.Targets);
        List<LogSourceTarget> accepted = [];
        FieldVisitor nothing = (_, _) => true;

        long lengths = 0;
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Round();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(lengths > 0);

        void Round()
        {
            router.Route(made, accepted);
            shown.Show(made, accepted[0]);
            foreach (FieldId field in fields)
            {
                lengths += shown.IsUnavailable(field) ? 0 : shown.Value(field).Text.Length;
            }

            shown.Visit(nothing);
        }
    }

    private static MappedEvent Shown(params (string Name, string? Text)[] fields)
    {
        EventSnapshot made = Event(new FieldTable(), fields);
        return new MappedEvent(made.Fields, [Target]).Show(made, Target);
    }

    private static EventSnapshot Event(FieldTable table, params (string Name, string? Text)[] fields) =>
        Given.Event("Security", Given.Auditing, 4688, table: table, fields: fields);
}
