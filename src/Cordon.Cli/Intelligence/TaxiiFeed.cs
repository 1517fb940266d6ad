using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cordon.Stix;
using Cordon.Stix.Taxii;

namespace Cordon.Cli.Intelligence;

/// <summary>
/// What was read of one collection so far: its objects, page by page behind one another, and how far that is. A page counts once it is on disk and the state says so; what
/// an interrupted call left behind that is cut off, and the next call goes on there.
/// </summary>
internal sealed class TaxiiFeed
{
    private readonly string _objects;
    private readonly string _state;

    /// <summary>The feed of a collection.</summary>
    /// <param name="store">The folder of imports.</param>
    /// <param name="collection">The collection.</param>
    public TaxiiFeed(string store, TaxiiCollection collection)
    {
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(collection.Address.AbsoluteUri)))[
            ..16
        ];
        string folder = Path.Combine(store, "taxii", name);
        Directory.CreateDirectory(folder);
        _objects = Path.Combine(folder, "objects.json");
        _state = Path.Combine(folder, "state.json");
    }

    /// <summary>The file of all objects; not there where there are none.</summary>
    public string Objects => _objects;

    /// <summary>Reads on, and adds what is new.</summary>
    /// <returns>How many objects were added.</returns>
    /// <exception cref="TaxiiException">A page could not be had; the ones before are kept.</exception>
    /// <exception cref="IOException">The feed can't be written.</exception>
    public async Task<int> ReadOnAsync(TaxiiClient client, TaxiiCollection collection, CancellationToken cancel)
    {
        (string addedAfter, long length) = ReadState();
        int added = 0;
        var file = new FileStream(_objects, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            if (length > file.Length)
            {
                // The state tells of more than there is: read from the beginning.
                (addedAfter, length) = ("", 0);
            }

            file.SetLength(length);
            HashSet<(string, StixTimestamp?)> known =
            [
                .. new StixReader(file).Objects().Select(static o => (o.Id, o.Modified ?? o.Created)),
            ];
            await foreach (
                TaxiiPage page in client
                    .ObjectsAsync(collection, new TaxiiPosition(addedAfter), cancel)
                    .ConfigureAwait(false)
            )
            {
                StixObject[] fresh = [.. page.Objects.Where(o => known.Add((o.Id, o.Modified ?? o.Created)))];
                if (fresh.Length > 0)
                {
                    file.Position = file.Length;
                    WritePage(file, fresh);
                    file.Flush(flushToDisk: true);
                }

                added += fresh.Length;
                WriteState(page.Position.AddedAfter, file.Length);
            }
        }

        return added;
    }

    /// <summary>Whether anything was read.</summary>
    public bool HasObjects => File.Exists(_objects) && new FileInfo(_objects).Length > 0;

    private static void WritePage(Stream file, StixObject[] objects)
    {
        using (var json = new Utf8JsonWriter(file))
        {
            json.WriteStartObject();
            json.WriteString("type", "bundle");
            json.WriteStartArray("objects");
            foreach (StixObject one in objects)
            {
                one.WriteTo(json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        file.WriteByte((byte)'\n');
    }

    private (string AddedAfter, long Length) ReadState()
    {
        if (!File.Exists(_state))
        {
            return ("", 0);
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(_state));
            return (
                document.RootElement.GetProperty("added_after").GetString() ?? "",
                document.RootElement.GetProperty("length").GetInt64()
            );
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return ("", 0);
        }
    }

    private void WriteState(string addedAfter, long length)
    {
        using (var stream = new FileStream(_state + ".new", FileMode.Create, FileAccess.Write))
        {
            using (var json = new Utf8JsonWriter(stream))
            {
                json.WriteStartObject();
                json.WriteString("added_after", addedAfter);
                json.WriteNumber("length", length);
                json.WriteEndObject();
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(_state + ".new", _state, overwrite: true);
    }
}
