using System.Text;

namespace Cordon.Samples.Logs;

/// <summary>What the lure runs: text that only looks like it. Nothing here works, and every address is one of documentation.</summary>
internal static class Lure
{
    public const string Host = "files.careers-biologics.example";
    public const string Address = "203.0.113.77";
    public const string Library = @"C:\Users\assay.lead\AppData\Roaming\Lumen\lumenview.dat";

    /// <summary>The PowerShell that the document starts: its number, and when.</summary>
    public const uint ShellProcess = 7316;

    public static readonly DateTime ShellStarted = new DateTime(2021, 2, 2, 9, 44, 58, DateTimeKind.Utc).AddTicks(
        3_370_000
    );

    /// <summary>A sentence, and harmless.</summary>
    public const string DecodedCommand =
        "Write-Output 'Cordon sample: a loader would make a Net.WebClient here and ask 203.0.113.77 for its next stage.'";

    public static string EncodedCommand { get; } = Convert.ToBase64String(Encoding.Unicode.GetBytes(DecodedCommand));
}
