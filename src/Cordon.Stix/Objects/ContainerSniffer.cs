using System.Text.Json;

namespace Cordon.Stix;

/// <summary>Tells a bundle or an envelope, whose objects are read one by one, from an object.</summary>
internal static class ContainerSniffer
{
    /// <summary>What it is.</summary>
    internal enum Verdict
    {
        /// <summary>It can't be told yet.</summary>
        NeedsMore,

        /// <summary>A bundle or an envelope: it has a list <c>objects</c>.</summary>
        Container,

        /// <summary>Anything else.</summary>
        Object,
    }

    /// <summary>Looks at the beginning of a JSON object.</summary>
    /// <param name="bytes">From its bracket.</param>
    /// <param name="isAll">Whether no more come.</param>
    /// <param name="inside">Of a container: where its list of objects begins, behind the bracket.</param>
    public static Verdict Look(ReadOnlySpan<byte> bytes, bool isAll, out int inside)
    {
        inside = 0;
        var reader = new Utf8JsonReader(bytes, isAll, default);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return isAll ? Verdict.Object : Verdict.NeedsMore;
            }

            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject)
                {
                    return Verdict.Object;
                }

                bool isObjects = reader.ValueTextEquals("objects"u8);
                bool isType = reader.ValueTextEquals("type"u8);
                if (!reader.Read())
                {
                    break;
                }

                // Observations of STIX 2.0 have "objects" too, as a map.
                if (isObjects && reader.TokenType == JsonTokenType.StartArray)
                {
                    inside = (int)reader.BytesConsumed;
                    return Verdict.Container;
                }

                if (isType && reader.TokenType == JsonTokenType.String && !reader.ValueTextEquals("bundle"u8))
                {
                    return Verdict.Object;
                }

                if (!reader.TrySkip())
                {
                    break;
                }
            }
        }
        catch (JsonException)
        {
            return Verdict.Object;
        }

        return isAll ? Verdict.Object : Verdict.NeedsMore;
    }

    /// <summary>The length of a property that stands behind the list of objects, with its value; 0 where it does not end within the bytes.</summary>
    /// <param name="bytes">From the quote of its name.</param>
    /// <param name="isAll">Whether no more come.</param>
    /// <param name="isObjects">Whether it is another list of objects: its length is then that up to the first of them.</param>
    public static int MemberLength(ReadOnlySpan<byte> bytes, bool isAll, out bool isObjects)
    {
        isObjects = false;
        // A name by itself is not JSON: it is read as what stands within an object.
        byte[] wrapped = [(byte)'{', .. bytes];
        var reader = new Utf8JsonReader(wrapped, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
            {
                return 0;
            }

            bool isNamed = reader.ValueTextEquals("objects"u8);
            if (!reader.Read())
            {
                return 0;
            }

            if (isNamed && reader.TokenType == JsonTokenType.StartArray)
            {
                isObjects = true;
                return (int)reader.BytesConsumed - 1;
            }

            return reader.TrySkip() ? (int)reader.BytesConsumed - 1 : 0;
        }
        catch (JsonException fault)
        {
            throw new FormatException($"a property behind the objects is broken: {fault.Message}", fault);
        }
    }
}
