namespace Cordon.Simulation.Evaluation;

/// <summary>
/// A target's name made comparable: an account, a mailbox and a recipient of one name are the same, with or without a domain; a host is the same
/// with or without its domain.
/// </summary>
/// <param name="IsHost">Whether it is a computer.</param>
/// <param name="Local">The name before the at sign, without a Windows domain; of a host its first label.</param>
/// <param name="Domain">What follows the at sign; empty where nothing does.</param>
internal readonly record struct TargetKey(bool IsHost, string Local, string Domain)
{
    public static TargetKey Of(string kind, string name)
    {
        string text = name.Trim().ToLowerInvariant();
        text = text[(text.LastIndexOf('\\') + 1)..];
        if (kind.Equals("host", StringComparison.OrdinalIgnoreCase))
        {
            bool isAddress = System.Net.IPAddress.TryParse(text, out _);
            int dot = isAddress ? -1 : text.IndexOf('.', StringComparison.Ordinal);
            return new TargetKey(true, (dot > 0 ? text[..dot] : text).TrimEnd('$'), "");
        }

        int at = text.LastIndexOf('@');
        return at < 0 ? new TargetKey(false, text, "") : new TargetKey(false, text[..at], text[(at + 1)..]);
    }

    /// <summary>Whether both are the same target, as far as their names tell.</summary>
    public bool Matches(TargetKey other) =>
        IsHost == other.IsHost
        && Local == other.Local
        && (Domain.Length == 0 || other.Domain.Length == 0 || Domain == other.Domain);
}
