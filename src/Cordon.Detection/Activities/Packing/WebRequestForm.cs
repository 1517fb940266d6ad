using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Requests as bytes.</summary>
internal static class WebRequestForm
{
    public static void Write(PackedWriter writer, WebRequest one)
    {
        writer.Text(one.System);
        writer.Text(one.Domain);
        writer.Text(one.Url);
        writer.Text(one.Method);
        writer.Text(one.Account);
        writer.Text(one.Client);
        writer.Text(one.UserAgent);
        writer.Number(one.Status);
        writer.Number(one.BytesOut);
        writer.Flag(one.IsBlocked);
    }

    public static WebRequest Read(PackedReader reader, ActivityHead head) =>
        new()
        {
            Origin = head.Origin,
            Time = head.Time,
            Id = head.Id,
            System = reader.Text(),
            Domain = reader.Text(),
            Url = reader.Text(),
            Method = reader.Text(),
            Account = reader.Text(),
            Client = reader.Text(),
            UserAgent = reader.Text(),
            Status = (int?)reader.NumberOrNull(),
            BytesOut = reader.NumberOrNull(),
            IsBlocked = reader.FlagOrNull(),
        };
}
