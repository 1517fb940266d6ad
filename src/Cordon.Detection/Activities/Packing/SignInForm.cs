using Cordon.Events.Activities;

namespace Cordon.Detection.Activities.Packing;

/// <summary>Sign-ins as bytes.</summary>
internal static class SignInForm
{
    public static void Write(PackedWriter writer, SignIn one)
    {
        writer.Text(one.System);
        writer.Text(one.Account);
        writer.Number((int)one.Verdict);
        writer.Flag(one.IsPasswordRight);
        writer.Text(one.Code);
        writer.Text(one.Reason);
        writer.Text(one.Address);
        writer.Number(one.AutonomousSystem);
        writer.Text(one.Country);
        writer.Text(one.City);
        writer.Real(one.Latitude);
        writer.Real(one.Longitude);
        writer.Text(one.UserAgent);
        writer.Text(one.Application);
        writer.Text(one.Protocol);
        writer.Text(one.Device);
        writer.Text(one.Session);
        writer.Text(one.Host);
        writer.Flag(one.IsInteractive);
        writer.Number((int)one.SecondFactor);
        writer.Text(one.Risk);
        writer.Number(one.Count);
        writer.Flag(one.IsHourly);
    }

    public static SignIn Read(PackedReader reader, ActivityHead head) =>
        new()
        {
            Origin = head.Origin,
            Time = head.Time,
            Id = head.Id,
            System = reader.Text(),
            Account = reader.Text(),
            Verdict = (SignInVerdict)reader.Number(),
            IsPasswordRight = reader.FlagOrNull(),
            Code = reader.Text(),
            Reason = reader.Text(),
            Address = reader.Text(),
            AutonomousSystem = reader.NumberOrNull(),
            Country = reader.Text(),
            City = reader.Text(),
            Latitude = reader.RealOrNull(),
            Longitude = reader.RealOrNull(),
            UserAgent = reader.Text(),
            Application = reader.Text(),
            Protocol = reader.Text(),
            Device = reader.Text(),
            Session = reader.Text(),
            Host = reader.Text(),
            IsInteractive = reader.FlagOrNull(),
            SecondFactor = (SecondFactor)reader.Number(),
            Risk = reader.Text(),
            Count = (int)reader.Number(),
            IsHourly = reader.Flag(),
        };
}
