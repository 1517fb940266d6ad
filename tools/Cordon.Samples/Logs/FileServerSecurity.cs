using Cordon.Evtx.Writing;
using Cordon.Samples.Events;
using Cordon.Samples.Shape;

namespace Cordon.Samples.Logs;

/// <summary>
/// The security log of the file server as it was found: emptied by the intruder, then half a day of ordinary life. What was there
/// before lies behind the free space of the chunk. The file was copied while Windows ran, so its header is dirty.
/// </summary>
internal static class FileServerSecurity
{
    private const ulong FirstRecordId = 204_331;

    public static byte[] Make()
    {
        var before = Before();
        // Both logs begin with the same kinds of records, with values of the same length. What the old records at the end of the chunk
        // point to at its beginning (names, templates) is then still there, in the new log's writing.
        var old = LogBook.Write(before, FirstRecordId);
        var log = LogBook.Write(After(), FirstRecordId + (ulong)before.Count);
        return SeizedFile.MarkDirty(SeizedFile.LeaveOldRecords(log, old));
    }

    private static List<EvtxWriteEvent> Before()
    {
        var chance = new Chance(0x465330324F4C44);
        var theft = new FileServerTheft(EvtxRecordForm.Nested, chance);
        var time = new DateTime(2021, 2, 2, 5, 58, 0, DateTimeKind.Utc);
        List<EvtxWriteEvent> log =
        [
            theft.LogEmptied(time),
            .. theft.BackupRuns(chance.Within(time, TimeSpan.FromMinutes(2))),
        ];
        for (var i = 0; i < 26; i++)
        {
            time = time.AddMinutes(chance.Between(20, 100));
            log.AddRange(theft.Visit(time, chance.Pick(Laboratory.Staff), chance.Pick(Laboratory.Desks)));
        }

        log = [.. log.OrderBy(item => item.Time)];
        log.AddRange(theft.Theft().Where(item => item.Channel == "Security"));
        return log;
    }

    private static List<EvtxWriteEvent> After()
    {
        var chance = new Chance(0x465330324E4557);
        var theft = new FileServerTheft(EvtxRecordForm.Nested, chance);
        var time = FileServerTheft.Emptied;
        List<EvtxWriteEvent> log =
        [
            theft.LogEmptied(time),
            .. theft.BackupRuns(chance.Within(time.AddHours(4.5), TimeSpan.FromMinutes(20))),
        ];
        time = time.Date.AddHours(31);
        for (var i = 0; i < 9; i++)
        {
            time = time.AddMinutes(chance.Between(3, 40));
            log.AddRange(theft.Visit(time, chance.Pick(Laboratory.Staff), chance.Pick(Laboratory.Desks)));
        }

        return [.. log.OrderBy(item => item.Time)];
    }
}
