using System.Buffers;
using System.IO.Compression;
using System.Text;
using Cordon.Evtx;
using Cordon.Simulation.Attempts;
using Cordon.Simulation.Truth;

namespace Cordon.Simulation.Tests;

/// <summary>The tests that read the same sectors.</summary>
[CollectionDefinition(nameof(SectorFixture))]
public sealed class SectorCollection : ICollectionFixture<SectorFixture>;

/// <summary>Two small sectors, one of each profile, written once for all tests that read them.</summary>
public sealed class SectorFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("cordon-sectors-").FullName;

    public SectorFixture()
    {
        foreach (string profile in Simulator.Profiles)
        {
            var request = new SimulationRequest
            {
                Members = 24,
                Days = 12,
                Seed = 7,
                Profile = profile,
                Folder = Path.Combine(_root, profile),
            };
            Sectors.Add(new WrittenSector(request.Folder, Simulator.Results(request)));
        }
    }

    internal List<WrittenSector> Sectors { get; } = [];

    internal IEnumerable<(WrittenSector Sector, MemberResult Member)> Members =>
        Sectors.SelectMany(static s => s.Members.Select(m => (s, m)));

    internal IEnumerable<(
        WrittenSector Sector,
        MemberResult Member,
        TruthAttempt Truth,
        AttemptDraft Draft
    )> Attempts =>
        Members.SelectMany(static m => m.Member.Attempts.Select(a => (m.Sector, m.Member, a.Truth, a.Draft)));

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

/// <summary>A sector on disk.</summary>
internal sealed record WrittenSector(string Folder, MemberResult[] Members)
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>All files below a folder of a member, unpacked, with event logs as JSON; read once.</summary>
    public string TextOf(MemberResult member, string folder)
    {
        string path = Path.Combine(Folder, member.Truth.Folder, folder);
        if (!_texts.TryGetValue(path, out string? text))
        {
            text = Directory.Exists(path) ? string.Concat(Files(path).Select(static f => ReadText(f) + "\n")) : "";
            _texts.Add(path, text);
        }

        return text;
    }

    public static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    public static string ReadText(string path)
    {
        if (path.EndsWith(".evtx", StringComparison.Ordinal))
        {
            return ReadEvents(path, out _);
        }

        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using var reader = new StreamReader(plain, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return reader.ReadToEnd();
    }

    public static string ReadEvents(string path, out int damages)
    {
        int count = 0;
        var output = new ArrayBufferWriter<byte>();
        using EvtxFile file = EvtxFile.Open(path);
        var reader = new EvtxReader { Damaged = _ => count++ };
        for (long chunk = 0; chunk < file.ChunkCount; chunk++)
        {
            while (reader.Open(file, chunk) && reader.Read())
            {
                reader.Current.WriteJson(output);
                output.Write("\n"u8);
                while (reader.Read())
                {
                    reader.Current.WriteJson(output);
                    output.Write("\n"u8);
                }

                break;
            }
        }

        damages = count + file.Damage.Count;
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
