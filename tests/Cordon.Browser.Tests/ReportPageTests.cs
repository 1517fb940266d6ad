using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Cordon.Browser.Tests;

/// <summary>The report as a real browser shows it.</summary>
public sealed class ReportPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("full", ColorScheme.Light, 1200)]
    [InlineData("full", ColorScheme.Dark, 1200)]
    [InlineData("full", ColorScheme.Light, 390)]
    [InlineData("empty", ColorScheme.Light, 1200)]
    [InlineData("empty", ColorScheme.Dark, 1200)]
    public async Task Axe_finds_nothing(string name, ColorScheme scheme, int width)
    {
        await using OpenPage opened = await browser.OpenAsync(name, scheme, width);
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        AxeResult result = await opened.Page.RunAxe();
        Assert.Empty(
            result.Violations.Select(static v =>
                $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Take(3).Select(static n => n.Html))}"
            )
        );
    }

    [Fact]
    public async Task Nothing_is_asked_for_but_the_page_and_nothing_goes_wrong()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        await UseEverythingAsync(opened.Page);
        Assert.Single(opened.Requests);
        Assert.Empty(opened.Errors);
    }

    [Fact]
    public async Task Hostile_text_does_nothing_and_becomes_no_element()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        await UseEverythingAsync(opened.Page);
        Assert.Equal("undefined", await opened.Page.EvaluateAsync<string>("typeof window.pwned"));
        Assert.Equal(
            0,
            await opened
                .Page.Locator(
                    "img, iframe, object, embed, link, form, base, [style], [onerror], [onload], [onmouseover]"
                )
                .CountAsync()
        );
        Assert.Equal(1, await opened.Page.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal(
            0,
            await opened.Page.EvaluateAsync<int>(
                "[...document.querySelectorAll('a')].filter(a => !a.getAttribute('href').startsWith('#') || !document.querySelector(a.getAttribute('href'))).length"
            )
        );
    }

    [Fact]
    public async Task Without_scripts_everything_can_be_read_and_the_tools_stay_away()
    {
        await using OpenPage opened = await browser.OpenAsync("full", scripts: false);
        IPage page = opened.Page;
        Assert.False(await page.Locator("#tools").IsVisibleAsync());
        Assert.False(await page.Locator("#theme").IsVisibleAsync());
        Assert.Equal(7, await page.Locator("article.incident:visible").CountAsync());
        ILocator finding = page.Locator("#finding-1-1");
        Assert.False(await finding.Locator("table").IsVisibleAsync());
        await finding.Locator("summary").ClickAsync();
        Assert.True(await finding.Locator("table").IsVisibleAsync());
        Assert.Empty(opened.Errors);
    }

    [Fact]
    public async Task Incidents_can_be_searched_filtered_and_ordered()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        IPage page = opened.Page;
        await page.FillAsync("#search", "who-int.example");
        Assert.Equal(["Health-agency lure to 2 recipients"], await TitlesAsync(page));
        Assert.Equal("1 of 7 incidents shown", await page.Locator("#shown").TextContentAsync());
        await page.FillAsync("#search", "");
        await page.SelectOptionAsync("#outcome", "not-an-attack");
        Assert.Single(await TitlesAsync(page));
        await page.SelectOptionAsync("#outcome", "");
        await page.SelectOptionAsync("#organisation", "0");
        Assert.Equal(3, (await TitlesAsync(page)).Count);
        await page.SelectOptionAsync("#order", "first");
        Assert.Equal("Health-agency lure to 2 recipients", (await TitlesAsync(page))[0]);
        await page.SelectOptionAsync("#order", "rank");
        Assert.Equal("Password spray against 14 accounts", (await TitlesAsync(page))[0]);
    }

    [Fact]
    public async Task A_link_to_a_finding_opens_it()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        IPage page = opened.Page;
        await page.Locator("#incident-1 a[href='#finding-1-2']").First.ClickAsync();
        await page.Locator("#finding-1-2 table").WaitForAsync();
        Assert.True(await page.Locator("#finding-1-2 table").IsVisibleAsync());
    }

    [Fact]
    public async Task The_theme_can_be_turned_over()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        string before = await BackgroundAsync(opened.Page);
        await opened.Page.ClickAsync("#theme");
        Assert.NotEqual(before, await BackgroundAsync(opened.Page));
        Assert.Equal("true", await opened.Page.GetAttributeAsync("#theme", "aria-pressed"));
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(390)]
    public async Task The_page_never_has_to_be_moved_sideways(int width)
    {
        await using OpenPage opened = await browser.OpenAsync("full", width: width);
        await opened.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        Assert.True(
            await opened.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }

    [Fact]
    public async Task Print_shows_the_evidence_that_is_closed_on_the_screen()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        ILocator evidence = opened.Page.Locator("details.target:not([open]) .reasons").First;
        Assert.False(await evidence.IsVisibleAsync());
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await evidence.IsVisibleAsync());
        Assert.False(await opened.Page.Locator("#tools").IsVisibleAsync());
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(390)]
    public async Task Whom_to_warn_can_be_read_without_broken_words(int width)
    {
        await using OpenPage opened = await browser.OpenAsync("full", width: width);
        ILocator row = opened.Page.Locator(".warnings tbody tr", new() { HasText = "Example Cold Chain" });
        foreach (ILocator cell in await row.Locator("th, td").AllAsync())
        {
            LocatorBoundingBoxResult? box = await cell.BoundingBoxAsync();
            Assert.True(box!.Width > 100, $"a cell is {box.Width} pixels wide");
        }
    }

    [Fact]
    public async Task Print_shows_why_somebody_must_be_warned()
    {
        await using OpenPage opened = await browser.OpenAsync("full");
        ILocator reason = opened.Page.Locator("#incident-1 .reasons", new() { HasText = "sent them 3 mails" });
        Assert.False(await reason.IsVisibleAsync());
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.True(await reason.IsVisibleAsync());
    }

    private static async Task UseEverythingAsync(IPage page)
    {
        await page.ClickAsync("#expand");
        await page.ClickAsync("#collapse");
        await page.ClickAsync("#expand");
        await page.FillAsync("#search", "<img src=x onerror=alert(1)>");
        await page.FillAsync("#search", "");
        await page.EvaluateAsync(
            "document.querySelectorAll('main *').forEach(e => { e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})); })"
        );
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(IPage page) =>
        await page.Locator("article.incident:visible h3 > span:first-of-type").AllTextContentsAsync();

    private static Task<string> BackgroundAsync(IPage page) =>
        page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
