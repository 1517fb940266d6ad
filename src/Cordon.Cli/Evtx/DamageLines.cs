using Cordon.Cli.Terminal;
using Cordon.Evtx;
using Cordon.Reporting;

namespace Cordon.Cli.Evtx;

/// <summary>
/// Writes what is wrong with one log to standard error: the first places one by one, the others as a number, and damage inside
/// recovered records as a number only, because nearly every one of them has lost something.
/// </summary>
internal sealed class DamageLines(string path)
{
    private const int Shown = 100;
    private long _count;
    private long _inRecovered;

    /// <summary>Takes one place of damage.</summary>
    public void Add(EvtxDamage damage, bool isInRecovered)
    {
        if (isInRecovered)
        {
            _inRecovered++;
        }
        else if (_count++ < Shown)
        {
            ErrorText.Write(damage.ToString());
        }
    }

    /// <summary>The log was read: writes the numbers.</summary>
    public void End()
    {
        if (_count > Shown)
        {
            ErrorText.Write($"{path}: … and {Wording.Count(_count - Shown)} more places of damage");
        }

        if (_inRecovered > 0)
        {
            ErrorText.Write(
                $"{path}: {Wording.Count(_inRecovered)} places in recovered records could not be read whole, as a rule because their templates were overwritten"
            );
        }
    }
}
