using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Activities as bytes. A test holds that every member of every kind comes back.</summary>
internal static class ActivityForm
{
    private enum Kind
    {
        SignIn,
        Action,
        Mail,
        WebRequest,
    }

    /// <summary>Writes an activity.</summary>
    /// <exception cref="NotSupportedException">Its kind has no form.</exception>
    public static void Write(PackedWriter writer, Activity activity)
    {
        Kind kind = activity switch
        {
            SignIn => Kind.SignIn,
            AccountAction => Kind.Action,
            Mail => Kind.Mail,
            WebRequest => Kind.WebRequest,
            _ => throw new NotSupportedException($"{activity.GetType().Name} has no packed form"),
        };
        writer.Number((int)kind);
        Write(writer, activity.Origin);
        writer.Time(activity.Time);
        writer.Text(activity.Id);
        switch (activity)
        {
            case SignIn signIn:
                SignInForm.Write(writer, signIn);
                break;
            case AccountAction action:
                AccountActionForm.Write(writer, action);
                break;
            case Mail mail:
                MailForm.Write(writer, mail);
                break;
            case WebRequest request:
                WebRequestForm.Write(writer, request);
                break;
        }
    }

    /// <summary>Reads an activity.</summary>
    public static Activity Read(PackedReader reader)
    {
        var kind = (Kind)reader.Number();
        EventOrigin origin = ReadOrigin(reader);
        var head = new ActivityHead(origin, reader.Time(), reader.TextOrNull());
        return kind switch
        {
            Kind.SignIn => SignInForm.Read(reader, head),
            Kind.Action => AccountActionForm.Read(reader, head),
            Kind.Mail => MailForm.Read(reader, head),
            _ => WebRequestForm.Read(reader, head),
        };
    }

    private static void Write(PackedWriter writer, EventOrigin origin)
    {
        writer.Text(origin.Source);
        writer.Number(origin.Position);
        writer.Number((long?)origin.RecordId);
        writer.Text(origin.Product);
        writer.Text(origin.Channel);
        writer.Text(origin.Provider);
        writer.Text(origin.Computer);
        writer.Number(origin.Code);
        writer.Time(origin.Time);
        writer.Flag(origin.IsRecovered);
    }

    // Initializers run in the order in which they stand.
    private static EventOrigin ReadOrigin(PackedReader reader) =>
        new()
        {
            Source = reader.Text(),
            Position = reader.Number(),
            RecordId = (ulong?)reader.NumberOrNull(),
            Product = reader.Text(),
            Channel = reader.Text(),
            Provider = reader.Text(),
            Computer = reader.Text(),
            Code = reader.NumberOrNull(),
            Time = reader.TimeOrNull(),
            IsRecovered = reader.Flag(),
        };
}
