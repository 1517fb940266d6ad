using System.Globalization;

namespace Cordon.Cli.Terminal;

/// <summary>One line on standard error, <c>12 of 100 members</c>, that is written over; silent where that is no terminal. For several threads.</summary>
internal sealed class CountProgress(string what, int all, bool isWanted) : IDisposable
{
    private readonly bool _isWanted = isWanted && !Console.IsErrorRedirected;
    private readonly Lock _gate = new();
    private int _most;
    private int _shown;
    private bool _isEnded;

    /// <summary>Shows how many are done; what comes late from another thread never counts back.</summary>
    public void Show(int done)
    {
        if (!_isWanted)
        {
            return;
        }

        lock (_gate)
        {
            if (_isEnded || done <= _most)
            {
                return;
            }

            _most = done;
            string text = string.Create(CultureInfo.InvariantCulture, $"{done} of {all} {what}");
            Console.Error.Write("\r" + text.PadRight(_shown));
            _shown = text.Length;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (!_isEnded && _shown > 0)
            {
                Console.Error.Write("\r" + new string(' ', _shown) + "\r");
            }

            _isEnded = true;
        }
    }
}
