namespace Cordon.Telemetry.Auditd;

/// <summary>What an audit log has said so far of processes, so that their children can be told whose they are. For one thread and one log.</summary>
/// <remarks>
/// The log does not say when a process ended, and its number is given again: what was said long ago is not believed. The oldest are forgotten where there are
/// very many.
/// </remarks>
internal sealed class AuditProcesses
{
    /// <summary>The longest command line that is remembered, in characters.</summary>
    public const int MaxCommand = 2_048;

    private const int MaxProcesses = 10_000;
    private static readonly TimeSpan Believed = TimeSpan.FromHours(12);

    private readonly Dictionary<(string Node, string Process), Known> _known = [];
    private readonly Queue<(string Node, string Process)> _order = new();

    /// <summary>What is known of a process.</summary>
    /// <param name="Image">Its file.</param>
    /// <param name="Command">Its command line; empty where it is not known.</param>
    /// <param name="Time">When it was said.</param>
    public sealed record Known(string Image, string Command, DateTime Time);

    /// <summary>What was said of a process not long before a time; null where nothing was.</summary>
    public Known? Find(string node, string process, DateTime time) =>
        _known.TryGetValue((node, process), out Known? known) && (time - known.Time).Duration() <= Believed
            ? known
            : null;

    /// <summary>Keeps what an event says of a process.</summary>
    /// <param name="node">The host.</param>
    /// <param name="process">The process' number.</param>
    /// <param name="image">Its file.</param>
    /// <param name="command">Its command line; null where the event says nothing of it.</param>
    /// <param name="time">When.</param>
    public void Keep(string node, string process, string image, string? command, DateTime time)
    {
        (string, string) key = (node, process);
        if (_known.TryGetValue(key, out Known? before))
        {
            command ??= before.Image == image ? before.Command : "";
        }
        else
        {
            if (_order.Count == MaxProcesses)
            {
                _known.Remove(_order.Dequeue());
            }

            _order.Enqueue(key);
        }

        _known[key] = new Known(image, command is null or { Length: > MaxCommand } ? "" : command, time);
    }
}
