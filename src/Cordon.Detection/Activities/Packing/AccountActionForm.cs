using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Actions as bytes.</summary>
internal static class AccountActionForm
{
    public static void Write(PackedWriter writer, AccountAction one)
    {
        writer.Text(one.System);
        writer.Number((int)one.Kind);
        writer.Text(one.Account);
        writer.Text(one.Target);
        writer.Text(one.Operation);
        writer.Flag(one.HasSucceeded);
        writer.Text(one.Address);
        writer.Text(one.UserAgent);
        writer.Text(one.Session);
        writer.Text(one.Application);
        writer.Text(one.Detail);
        writer.Texts(one.Items);
        writer.Number(one.Count);
        writer.Flag(one.IsIncomplete);
    }

    public static AccountAction Read(PackedReader reader, ActivityHead head) =>
        new()
        {
            Origin = head.Origin,
            Time = head.Time,
            Id = head.Id,
            System = reader.Text(),
            Kind = (AccountActionKind)reader.Number(),
            Account = reader.Text(),
            Target = reader.Text(),
            Operation = reader.Text(),
            HasSucceeded = reader.Flag(),
            Address = reader.Text(),
            UserAgent = reader.Text(),
            Session = reader.Text(),
            Application = reader.Text(),
            Detail = reader.Text(),
            Items = reader.Texts(),
            Count = (int)reader.Number(),
            IsIncomplete = reader.Flag(),
        };
}
