using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Mails as bytes.</summary>
internal static class MailForm
{
    public static void Write(PackedWriter writer, Mail one)
    {
        writer.Text(one.MessageId);
        writer.Text(one.From);
        writer.Text(one.FromName);
        writer.Text(one.ReturnPath);
        writer.Text(one.ReplyTo);
        writer.Texts(one.Recipients);
        writer.Text(one.Subject);
        writer.Text(one.Text);
        writer.List(one.Links, WriteLink);
        writer.List(one.Attachments, WriteAttachment);
        writer.Number((int)one.Status);
        writer.Text(one.SenderAddress);
        writer.Flag(one.IsInternal);
        writer.Text(one.StatusText);
        writer.Texts(one.Authentication);
        writer.Text(one.AuthenticatedDomain);
        writer.Text(one.Mailer);
        writer.List(one.Verdicts, WriteVerdict);
        writer.Text(one.ReceivedBy);
        writer.Texts(one.Traits);
        writer.Flag(one.IsWhole);
    }

    public static Mail Read(PackedReader reader, ActivityHead head) =>
        new()
        {
            Origin = head.Origin,
            Time = head.Time,
            Id = head.Id,
            MessageId = reader.Text(),
            From = reader.Text(),
            FromName = reader.Text(),
            ReturnPath = reader.Text(),
            ReplyTo = reader.Text(),
            Recipients = reader.Texts(),
            Subject = reader.Text(),
            Text = reader.Text(),
            Links = reader.List(ReadLink),
            Attachments = reader.List(ReadAttachment),
            Status = (MailStatus)reader.Number(),
            SenderAddress = reader.Text(),
            IsInternal = reader.FlagOrNull(),
            StatusText = reader.Text(),
            Authentication = reader.TextTable(),
            AuthenticatedDomain = reader.Text(),
            Mailer = reader.Text(),
            Verdicts = reader.List(ReadVerdict),
            ReceivedBy = reader.Text(),
            Traits = reader.Texts(),
            IsWhole = reader.Flag(),
        };

    private static void WriteLink(PackedWriter writer, MailLink one)
    {
        writer.Text(one.Target);
        writer.Text(one.Text);
    }

    private static MailLink ReadLink(PackedReader reader) => new(reader.Text(), reader.Text());

    private static void WriteAttachment(PackedWriter writer, MailAttachment one)
    {
        writer.Text(one.Name);
        writer.Text(one.DeclaredType);
        writer.Text(one.Kind);
        writer.Number(one.Bytes);
        writer.Text(one.Sha256);
        writer.Texts(one.Traits);
    }

    private static MailAttachment ReadAttachment(PackedReader reader) =>
        new(reader.Text(), reader.Text(), reader.Text(), reader.Number(), reader.Text(), reader.Texts());

    private static void WriteVerdict(PackedWriter writer, MailVerdict one)
    {
        writer.Text(one.Server);
        writer.Texts(one.Results);
        writer.Text(one.Domain);
    }

    private static MailVerdict ReadVerdict(PackedReader reader) =>
        new(reader.Text(), reader.TextTable(), reader.Text());
}
