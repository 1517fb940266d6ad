using Microsoft.Playwright;

namespace Cordon.Browser.Tests;

/// <summary>A page in a context of its own, with what it asked for and what went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private OpenPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Addresses that the page asked for, itself first.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Errors of scripts, and what the browser complains of.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>Opens an address.</summary>
    public static async Task<OpenPage> OpenAsync(IBrowserContext context, string address)
    {
        var opened = new OpenPage(context, await context.NewPageAsync());
        opened.Page.Request += (_, request) => opened.Requests.Add(request.Url);
        opened.Page.PageError += (_, error) => opened.Errors.Add(error);
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                opened.Errors.Add(message.Text);
            }
        };
        opened.Page.Dialog += async (_, dialog) =>
        {
            opened.Errors.Add("dialog: " + dialog.Message);
            await dialog.DismissAsync();
        };
        await opened.Page.GotoAsync(address);
        return opened;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
