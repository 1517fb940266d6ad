using System.Buffers;
using System.Text;

namespace Cordon.Reporting.Files;

/// <summary>
/// RFC 4180 rows that are safe to open in a spreadsheet: every cell is quoted, none begins a formula, none holds a control
/// character.
/// </summary>
internal static class Csv
{
    // Excel, LibreOffice and Google Sheets take these as the start of a formula; the full-width forms too.
    private static readonly SearchValues<char> FormulaStarts = SearchValues.Create("=+-@|%\uFF1D\uFF0B\uFF0D\uFF20");

    // Quotes, which are doubled, and what would end a line or do worse, for which a blank is written.
    private static readonly SearchValues<char> Special = SearchValues.Create([
        '"',
        '\u2028',
        '\u2029',
        .. Enumerable.Range(0, 0xA0).Select(static c => (char)c).Where(char.IsControl),
    ]);

    /// <summary>Adds one row, ended by CR LF.</summary>
    public static void AppendRow(StringBuilder row, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                row.Append(',');
            }

            AppendCell(row, cells[i]);
        }

        row.Append("\r\n");
    }

    private static void AppendCell(StringBuilder row, string cell)
    {
        row.Append('"');
        ReadOnlySpan<char> seen = cell.AsSpan().TrimStart();
        if (seen.Length < cell.Length || (!seen.IsEmpty && FormulaStarts.Contains(seen[0])))
        {
            // A leading apostrophe makes it text; leading blanks are guarded as well, since some programs trim them first.
            row.Append('\'');
        }

        ReadOnlySpan<char> rest = cell;
        for (int next; (next = rest.IndexOfAny(Special)) >= 0; rest = rest[(next + 1)..])
        {
            row.Append(rest[..next]).Append(rest[next] == '"' ? "\"\"" : " ");
        }

        row.Append(rest).Append('"');
    }
}
