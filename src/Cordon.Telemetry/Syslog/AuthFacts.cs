using Cordon.Telemetry.Lines;

namespace Cordon.Telemetry.Syslog;

/// <summary>What a line says of a sign-in. Immutable.</summary>
/// <param name="Result">See <see cref="AuthResult"/>.</param>
internal sealed record AuthFacts(string Result)
{
    /// <summary>The account.</summary>
    public string User { get; init; } = "";

    /// <summary>The account that somebody becomes.</summary>
    public string Target { get; init; } = "";

    /// <summary>Where it came from.</summary>
    public string Address { get; init; } = "";

    /// <summary>The port there.</summary>
    public string Port { get; init; } = "";

    /// <summary>The way of signing in.</summary>
    public string Method { get; init; } = "";

    /// <summary>Why, in the line's words.</summary>
    public string Reason { get; init; } = "";

    /// <summary>How many attempts it stands for, at least 1.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Adds them to an event; to be called before fields of the log's own.</summary>
    public void AddTo(LineSink sink)
    {
        sink.Add(AuthFields.Result, Result);
        sink.Add(AuthFields.User, User);
        sink.Add(AuthFields.Target, Target);
        sink.Add(AuthFields.Address, Addresses.Clean(Address));
        sink.Add(AuthFields.Port, Port);
        sink.Add(AuthFields.Method, Method);
        sink.Add(AuthFields.Reason, Reason);
        if (Count > 1)
        {
            sink.Row.Add(AuthFields.Count, Count);
        }
    }
}
