using Cordon.Evtx.Writing;
using Cordon.Samples.Events;

namespace Cordon.Samples.Logs;

/// <summary>
/// What the file server sent to the collector while it happened: security and system records in one file, without templates, as
/// forwarding writes them. The intruder emptied the log at home and not here.
/// </summary>
internal static class CollectorForwarded
{
    public static byte[] Make()
    {
        var chance = new Chance(0x434F4C4C);
        var theft = new FileServerTheft(EvtxRecordForm.RawElements, chance);
        var book = new LogBook();
        for (var day = 1; day <= 4; day++)
        {
            var date = new DateTime(2021, 2, day, 0, 0, 0, DateTimeKind.Utc);
            for (var i = 0; i < 3; i++)
            {
                var time = chance.Within(date.AddHours(7), TimeSpan.FromHours(11));
                book.Add(theft.Visit(time, chance.Pick(Laboratory.Staff), chance.Pick(Laboratory.Desks)));
                book.Add(
                    theft.FilesUsed(time.AddMinutes(1), chance.Pick(Laboratory.Staff), chance.Pick(Laboratory.Desks))
                );
            }

            book.Add(theft.BackupRuns(date.AddHours(2).AddMinutes(chance.Between(0, 9))));
            book.Add(theft.Housekeeping(date.AddHours(2.2)));
            book.Add(theft.Updates(date.AddHours(4.7)));
        }

        book.Add(theft.Theft());
        book.Add(theft.LogEmptied(FileServerTheft.Emptied));
        return book.Write(firstRecordId: 30_551);
    }
}
