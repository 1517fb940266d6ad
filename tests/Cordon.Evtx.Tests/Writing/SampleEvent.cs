using Cordon.Evtx.Writing;
using CsCheck;

namespace Cordon.Evtx.Tests.Writing;

/// <summary>An event made at random, with the fields that its EventData has to show.</summary>
internal sealed record SampleEvent(EvtxWriteEvent Event, IReadOnlyList<(string? Name, SampleValue Value)> Data)
{
    private static readonly Gen<string?> Name = Gen.Frequency(
        (6, SampleValue.Text.Select(text => (string?)(text.Length == 0 ? "x" : text))),
        (1, SampleValue.Text.Select(_ => (string?)null))
    );

    private static readonly Gen<EvtxRecordForm> Form = Gen.OneOf(
        Gen.Const(EvtxRecordForm.Nested),
        Gen.Const(EvtxRecordForm.Inline)
    );

    private static readonly Gen<BinXmlFragmentForm> Fragment = Gen.OneOf(
        Gen.Const(BinXmlFragmentForm.HeaderAndTemplate),
        Gen.Const(BinXmlFragmentForm.Template)
    );

    /// <summary>Events in templates, so that every value keeps its type.</summary>
    public static readonly Gen<SampleEvent> Any =
        from system in System()
        from form in Form
        from fragment in Fragment
        from data in Gen.Select(Name, SampleValue.Any).Array[0, 12]
        select new SampleEvent(With(system, form, fragment, data), data);

    /// <summary>Checks many series of events, always the same ones: CsCheck fixes the first draw of a run only.</summary>
    public static void CheckMany(int count, Action<SampleEvent[]> check) =>
        Any.Array[1, 40]
            .Array[count]
            .Sample(series => Array.ForEach(series, check), iter: 1, threads: 1, seed: "0000KGdkbqU1");

    private static Gen<EvtxWriteEvent> System() =>
        from ids in Gen.Select(Gen.UShort, Gen.UShort.Nullable(), Gen.Byte.Nullable(), Gen.Byte.Nullable())
        from numbers in Gen.Select(Gen.UShort.Nullable(), Gen.Byte.Nullable(), Gen.ULong.Nullable())
        from ticks in Gen.Long[0, 2_500_000_000_000_000_000]
        from guids in Gen.Select(Gen.Guid.Nullable(), Gen.Guid.Nullable(), Gen.Guid.Nullable())
        from process in Gen.Select(Gen.UInt.Nullable(), Gen.UInt.Nullable())
        from texts in Gen.Select(SampleValue.Text, SampleValue.Text, SampleValue.Text)
        select new EvtxWriteEvent
        {
            EventId = ids.Item1,
            Qualifiers = ids.Item2,
            Version = ids.Item3,
            Level = ids.Item4,
            Task = numbers.Item1,
            Opcode = numbers.Item2,
            Keywords = numbers.Item3,
            Time = new DateTime(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(ticks),
            ProviderGuid = guids.Item1,
            ActivityId = guids.Item2,
            RelatedActivityId = guids.Item3,
            ProcessId = process.Item1,
            ThreadId = process.Item2,
            ProviderName = texts.Item1,
            Channel = texts.Item2,
            // Empty text that belongs to a template leaves no trace, so this one is never empty.
            Computer = "lab" + texts.Item3,
        };

    private static EvtxWriteEvent With(
        EvtxWriteEvent system,
        EvtxRecordForm form,
        BinXmlFragmentForm fragment,
        IReadOnlyList<(string? Name, SampleValue Value)> data
    )
    {
        var eventData = EvtxPayload.EventData([.. data.Select(item => (item.Name, item.Value.Value))]);
        return new EvtxWriteEvent
        {
            EventId = system.EventId,
            Qualifiers = system.Qualifiers,
            Version = system.Version,
            Level = system.Level,
            Task = system.Task,
            Opcode = system.Opcode,
            Keywords = system.Keywords,
            Time = system.Time,
            ProviderGuid = system.ProviderGuid,
            ActivityId = system.ActivityId,
            RelatedActivityId = system.RelatedActivityId,
            ProcessId = system.ProcessId,
            ThreadId = system.ThreadId,
            ProviderName = system.ProviderName,
            Channel = system.Channel,
            Computer = system.Computer,
            Payload = [new BinXmlFragment(eventData.Template, eventData.Values, fragment)],
            Form = form,
        };
    }
}
