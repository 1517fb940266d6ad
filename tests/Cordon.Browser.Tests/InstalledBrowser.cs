namespace Cordon.Browser.Tests;

/// <summary>The browser of this machine; none is ever downloaded.</summary>
internal static class InstalledBrowser
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>Its path, <c>CORDON_BROWSER</c> first; null where there is none.</summary>
    public static string? Path { get; } =
        Environment.GetEnvironmentVariable("CORDON_BROWSER") is { Length: > 0 } named
            ? File.Exists(named)
                ? named
                : null
            : Array.Find(Places, File.Exists);
}
