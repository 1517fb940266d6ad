namespace Cordon.Telemetry.Json;

/// <summary>Finds the records of a log that has one a line.</summary>
internal static class LineSplitter
{
    /// <summary>Finds the next line.</summary>
    /// <param name="buffer">Stands at the beginning of a line, and behind it afterwards.</param>
    /// <param name="length">The line's length, which lies before <see cref="RecordBuffer.Start"/>, with its end.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <remarks>A line that is longer than the limit is passed over: its length is then -1.</remarks>
    public static bool Next(RecordBuffer buffer, out int length)
    {
        int looked = 0;
        while (true)
        {
            int end = buffer.Rest[looked..].IndexOf((byte)'\n');
            if (end >= 0)
            {
                length = looked + end + 1;
                buffer.Skip(length);
                length = length > JsonLimits.MaxRecord ? -1 : length;
                return true;
            }

            looked = buffer.Rest.Length;
            if (looked > JsonLimits.MaxRecord)
            {
                Pass(buffer);
                length = -1;
                return true;
            }

            if (!buffer.Grow())
            {
                length = buffer.Rest.Length;
                buffer.Skip(length);
                return length > 0;
            }
        }
    }

    /// <summary>Passes over the rest of a line.</summary>
    public static void Pass(RecordBuffer buffer)
    {
        while (true)
        {
            int end = buffer.Rest.IndexOf((byte)'\n');
            buffer.Skip(end < 0 ? buffer.Rest.Length : end + 1);
            if (end >= 0 || !buffer.Grow())
            {
                return;
            }
        }
    }
}
