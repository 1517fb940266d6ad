namespace Cordon.Telemetry.Json;

/// <summary>
/// Finds the records of a log that is an array of objects, or objects one behind the other, on however many lines. Brackets and quotes are
/// counted; whether what lies between is JSON is for who reads it.
/// </summary>
internal static class ObjectSplitter
{
    /// <summary>Finds the next object.</summary>
    /// <param name="buffer">Stands behind the last one, and behind this one afterwards.</param>
    /// <param name="length">The object's length, which lies before <see cref="RecordBuffer.Start"/>.</param>
    /// <param name="stray">How many bytes that are neither blank nor part of an array's writing were passed over before it.</param>
    /// <returns>False at the end of the stream.</returns>
    /// <remarks>An object that is longer than the limit, or never ends, gives a length of -1, and what follows its first line is looked at anew.</remarks>
    public static bool Next(RecordBuffer buffer, out int length, out int stray)
    {
        stray = 0;
        while (true)
        {
            int begin = buffer.Rest.IndexOf((byte)'{');
            int passed = begin < 0 ? buffer.Rest.Length : begin;
            foreach (byte one in buffer.Rest[..passed])
            {
                stray += one
                    is (byte)' '
                        or (byte)'\t'
                        or (byte)'\r'
                        or (byte)'\n'
                        or (byte)','
                        or (byte)'['
                        or (byte)']'
                    ? 0
                    : 1;
            }

            buffer.Skip(passed);
            if (begin >= 0)
            {
                break;
            }

            if (!buffer.Grow())
            {
                length = 0;
                return false;
            }
        }

        length = EndOf(buffer);
        if (length > JsonLimits.MaxRecord)
        {
            buffer.Skip(length);
            length = -1;
        }
        else if (length < 0)
        {
            buffer.Skip(1);
            LineSplitter.Pass(buffer);
        }
        else
        {
            buffer.Skip(length);
        }

        return true;
    }

    // The length of the object at the start of the buffer; -1 where it does not end.
    private static int EndOf(RecordBuffer buffer)
    {
        int depth = 0;
        bool isText = false;
        for (int at = 0; ; at++)
        {
            if (at >= buffer.Rest.Length && (at > JsonLimits.MaxRecord || !buffer.Grow()))
            {
                return -1;
            }

            byte one = buffer.Bytes[buffer.Start + at];
            if (isText)
            {
                if (one == (byte)'\\')
                {
                    at++;
                }

                isText = one != (byte)'"';
                continue;
            }

            switch (one)
            {
                case (byte)'"':
                    isText = true;
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}' or (byte)']' when --depth == 0:
                    return at + 1;
            }
        }
    }
}
