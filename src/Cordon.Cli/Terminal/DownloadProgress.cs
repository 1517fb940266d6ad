using Cordon.Reporting;

namespace Cordon.Cli.Terminal;

/// <summary>One line on standard error that is written over while a download runs; silent where that is no terminal.</summary>
internal sealed class DownloadProgress : IDisposable
{
    private const long Step = 1 << 18;

    private readonly bool _isWanted = !Console.IsErrorRedirected;
    private long _next;
    private int _shown;

    /// <summary>Shows how much has come.</summary>
    /// <param name="bytes">So far.</param>
    /// <param name="all">All there is; null where it is not known.</param>
    public void Show(long bytes, long? all)
    {
        if (_isWanted && bytes >= _next)
        {
            _next = bytes + Step;
            string text = all is { } whole ? $"{Wording.Bytes(bytes)} of {Wording.Bytes(whole)}" : Wording.Bytes(bytes);
            Console.Error.Write("\r" + text.PadRight(_shown));
            _shown = text.Length;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_shown > 0)
        {
            Console.Error.Write("\r" + new string(' ', _shown) + "\r");
        }
    }
}
