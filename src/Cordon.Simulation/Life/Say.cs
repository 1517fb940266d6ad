using Cordon.Simulation.Chances;
using Cordon.Simulation.Records;
using Cordon.Simulation.Sector;

namespace Cordon.Simulation.Life;

/// <summary>Makes events of a person and the devices.</summary>
internal static class Say
{
    /// <summary>A sign-in with the person's own computer or phone.</summary>
    public static SignInEvent SignIn(
        DateTime time,
        Person person,
        Device device,
        Endpoint from,
        CloudApp app,
        string session,
        int code = 0,
        string factor = ""
    ) =>
        new(time)
        {
            Account = person.Account,
            Name = person.Name,
            UserId = person.Id,
            From = from,
            Agent = device.Agent,
            Browser = device.Browser,
            System = device.System,
            DeviceId = code == 0 ? device.Id : "",
            App = app,
            Code = code,
            Factor = factor,
            Session = session,
            ClientApp = device.Name.Length > 0 ? "Browser" : "Mobile Apps and Desktop clients",
        };

    /// <summary>A token that is renewed.</summary>
    public static SignInEvent Renewal(
        DateTime time,
        Person person,
        Device device,
        Endpoint from,
        CloudApp app,
        string session
    ) =>
        SignIn(time, person, device, from, app, session, 0, "claim") with
        {
            IsInteractive = false,
            ClientApp = "Mobile Apps and Desktop clients",
        };

    /// <summary>What an administrator does in the directory.</summary>
    public static DirectoryEvent Change(
        DateTime time,
        string what,
        Person actor,
        Person target,
        Endpoint from,
        string detail = ""
    ) =>
        new(time)
        {
            What = what,
            Actor = actor.Account,
            ActorId = actor.Id,
            Target = target.Account,
            TargetId = target.Id,
            Detail = detail,
            From = from,
            Agent = actor.Computer.Agent,
        };

    /// <summary>Something done in the mailbox or with files.</summary>
    public static ActivityEvent Did(
        DateTime time,
        string operation,
        Person person,
        Endpoint from,
        string session,
        string agent,
        string @object = ""
    ) =>
        new(time)
        {
            Operation = operation,
            Account = person.Account,
            From = from,
            Session = session,
            Agent = agent,
            Object = @object,
        };

    /// <summary>The member's administrator who answers.</summary>
    public static Person Administrator(Member member) => member.People.First(static p => p.IsAdministrator);

    /// <summary>An identifier for a session.</summary>
    public static string Session(Chance chance) => chance.Guid().ToString();
}
