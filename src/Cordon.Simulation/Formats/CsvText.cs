using System.Text;
using Cordon.Simulation.Logs;

namespace Cordon.Simulation.Formats;

/// <summary>Rows of CSV (RFC 4180), with line feeds.</summary>
internal static class CsvText
{
    /// <summary>Writes a row.</summary>
    public static void Row(ByteSink sink, params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder();
        for (int i = 0; i < cells.Length; i++)
        {
            if (i > 0)
            {
                row.Append(',');
            }

            if (cells[i].AsSpan().IndexOfAny(",\"\n\r") >= 0)
            {
                row.Append('"').Append(cells[i].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                row.Append(cells[i]);
            }
        }

        sink.Text(row.Append('\n').ToString());
    }
}
