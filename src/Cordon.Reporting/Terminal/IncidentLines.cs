using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cordon.Reporting.Terminal;

/// <summary>
/// Writes lines with a label and text that hangs beside it, wrapped between words to the console's width. A word that is too long, such as a
/// path, stays whole, so that it can be copied. Everything that is handed in is made safe.
/// </summary>
internal sealed class IncidentLines(IAnsiConsole console)
{
    private const int MostColumns = 110;
    private const int LeastColumns = 40;

    private int Columns => Math.Clamp(console.Profile.Width, LeastColumns, MostColumns);

    /// <summary>An empty line.</summary>
    public void Blank() => console.WriteLine();

    /// <summary>A heading on a line of its own.</summary>
    public void Heading(string text) => Put("", 0, SafeText.OneLine(text), "bold");

    /// <summary>A label and its text; lines after the first stand under the text.</summary>
    /// <param name="indent">Columns before the label.</param>
    /// <param name="label">The label, of the program's own words; empty to stand under the one before.</param>
    /// <param name="room">Columns that the label gets.</param>
    /// <param name="text">The text, made safe here.</param>
    /// <param name="style">A style for the text of the first line, or empty.</param>
    public void Labelled(int indent, string label, int room, string text, string style = "")
    {
        string lead = new string(' ', indent) + label.PadRight(room);
        int width = Columns - indent - room;
        foreach (string line in Wrap(SafeText.OneLine(text), width))
        {
            Put(lead, label.Length, line, style);
            lead = new string(' ', indent + room);
        }
    }

    private void Put(string lead, int label, string text, string style)
    {
        string escaped = Markup.Escape(text);
        string markup =
            (label > 0 ? $"[grey]{Markup.Escape(lead)}[/]" : lead)
            + (style.Length > 0 ? $"[{style}]{escaped}[/]" : escaped);
        console.Write(new Unwrapped(new Markup(markup)));
        console.WriteLine();
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        string line = "";
        int used = 0;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int cells = new Segment(word).CellCount();
            if (used > 0 && used + 1 + cells > width)
            {
                yield return line;
                (line, used) = ("", 0);
            }

            (line, used) = used == 0 ? (word, cells) : ($"{line} {word}", used + 1 + cells);
        }

        yield return line;
    }
}
