using Cordon.Incidents;
using Cordon.Reporting.Page;
using Cordon.Reporting.Tests.Fakes;
using Microsoft.Playwright;

namespace Cordon.Browser.Tests;

/// <summary>One browser and the pages that the tests open in it; nothing is started where no browser is installed.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cordon-browser-").FullName;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (InstalledBrowser.Path is not { } path)
        {
            return;
        }

        WritePage("full", FakeReports.All());
        WritePage("empty", []);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Opens a page; skips the calling test where no browser is installed.</summary>
    /// <param name="name"><c>full</c> or <c>empty</c>.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="width">The window's width in pixels.</param>
    /// <param name="scripts">Whether scripts run.</param>
    internal async Task<OpenPage> OpenAsync(
        string name,
        ColorScheme scheme = ColorScheme.Light,
        int width = 1200,
        bool scripts = true
    )
    {
        Assert.SkipWhen(
            _browser is null,
            "no browser: install chromium, or set CORDON_BROWSER to the path of a Chromium to run this test"
        );
        IBrowserContext context = await _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ColorScheme = scheme,
                JavaScriptEnabled = scripts,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        return await OpenPage.OpenAsync(context, new Uri(PathOf(name)).AbsoluteUri);
    }

    private string PathOf(string name) => Path.Combine(_folder, name + ".html");

    private void WritePage(string name, IReadOnlyList<OrganisationReport> reports)
    {
        using FileStream file = File.Create(PathOf(name));
        ReportPage.Write(
            file,
            reports,
            new ReportFigures
            {
                ScannedAt = FakeReports.ScannedAt,
                Version = "0.0.0",
                Scan = FakeFigures.Of(),
            },
            warnings: reports.Count > 0 ? FakeWarnings.Of(reports) : null
        );
    }
}
