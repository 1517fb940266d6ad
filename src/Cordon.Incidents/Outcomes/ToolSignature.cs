using Cordon.Events.Activities;

namespace Cordon.Incidents.Outcomes;

/// <summary>What a program that signs in is known by, whatever address it comes from.</summary>
/// <param name="UserAgent">The User-Agent or workstation.</param>
/// <param name="Application">The application.</param>
/// <param name="Protocol">The way of signing in.</param>
internal readonly record struct ToolSignature(string UserAgent, string Application, string Protocol)
{
    /// <summary>Whether it tells too little to know a program by: no User-Agent.</summary>
    public bool IsEmpty => UserAgent.Length == 0;

    public static ToolSignature Of(SignIn signIn) =>
        new(signIn.UserAgent, signIn.Application, signIn.Protocol.ToLowerInvariant());
}
