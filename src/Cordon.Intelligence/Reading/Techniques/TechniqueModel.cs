using System.IO.Compression;
using Cordon.Intelligence.Reading.Models;

namespace Cordon.Intelligence.Reading.Techniques;

/// <summary>The weights of a linear classifier of sentences: for each feature and technique, and what each technique starts from.</summary>
internal sealed class TechniqueModel
{
    private const uint Magic = 0x31544352;
    private readonly Dictionary<uint, (int Start, int Count)> _features;
    private readonly byte[] _labels;
    private readonly sbyte[] _weights;
    private readonly float _scale;

    private TechniqueModel(
        string[] techniques,
        float[] bases,
        Dictionary<uint, (int Start, int Count)> features,
        byte[] labels,
        sbyte[] weights,
        float scale
    )
    {
        Techniques = techniques;
        Bases = bases;
        (_features, _labels, _weights, _scale) = (features, labels, weights, scale);
    }

    /// <summary>The numbers of the techniques that it tells.</summary>
    public IReadOnlyList<string> Techniques { get; }

    /// <summary>What each technique's score starts from; a score above 0 says that the sentence tells of it.</summary>
    public IReadOnlyList<float> Bases { get; }

    /// <summary>Makes a model of trained weights.</summary>
    public static TechniqueModel Of(
        string[] techniques,
        float[] bases,
        IEnumerable<KeyValuePair<uint, float[]>> weights,
        float least
    )
    {
        KeyValuePair<uint, float[]>[] all = [.. weights.OrderBy(static w => w.Key)];
        float scale = all.SelectMany(static w => w.Value).Select(MathF.Abs).DefaultIfEmpty(1).Max() / 127;
        var features = new Dictionary<uint, (int, int)>();
        var labels = new List<byte>();
        var values = new List<sbyte>();
        foreach ((uint feature, float[] each) in all)
        {
            int start = labels.Count;
            for (int label = 0; label < each.Length; label++)
            {
                sbyte value = (sbyte)Math.Clamp(MathF.Round(each[label] / scale), -127, 127);
                if (value != 0 && MathF.Abs(each[label]) >= least)
                {
                    labels.Add((byte)label);
                    values.Add(value);
                }
            }

            if (labels.Count > start)
            {
                features[feature] = (start, labels.Count - start);
            }
        }

        return new TechniqueModel(techniques, bases, features, [.. labels], [.. values], scale);
    }

    /// <summary>A sentence's scores, by technique.</summary>
    public float[] Score(IReadOnlyCollection<KeyValuePair<uint, float>> features)
    {
        var scores = Bases.ToArray();
        foreach ((uint feature, float value) in features)
        {
            if (_features.TryGetValue(feature, out (int Start, int Count) at))
            {
                for (int i = at.Start; i < at.Start + at.Count; i++)
                {
                    scores[_labels[i]] += _weights[i] * _scale * value;
                }
            }
        }

        return scores;
    }

    /// <summary>Writes it, packed.</summary>
    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Magic);
        writer.Write(Techniques.Count);
        for (int i = 0; i < Techniques.Count; i++)
        {
            writer.Write(Techniques[i]);
            writer.Write(Bases[i]);
        }

        writer.Write(_scale);
        writer.Write(_features.Count);
        uint last = 0;
        KeyValuePair<uint, (int Start, int Count)>[] ordered = [.. _features.OrderBy(static f => f.Key)];
        foreach ((uint feature, (int start, int count)) in ordered)
        {
            writer.Write7BitEncodedInt64(feature - last);
            writer.Write((byte)count);
            last = feature;
        }

        foreach ((_, (int start, int count)) in ordered)
        {
            for (int i = start; i < start + count; i++)
            {
                writer.Write(_labels[i]);
                writer.Write(_weights[i]);
            }
        }
    }

    /// <summary>Reads what <see cref="Write" /> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static TechniqueModel Read(Stream stream)
    {
        using BinaryReader reader = ModelFile.Open(stream, Magic, "techniques");

        var techniques = new string[reader.ReadInt32()];
        var bases = new float[techniques.Length];
        for (int i = 0; i < techniques.Length; i++)
        {
            techniques[i] = reader.ReadString();
            bases[i] = reader.ReadSingle();
        }

        float scale = reader.ReadSingle();
        int count = reader.ReadInt32();
        var features = new Dictionary<uint, (int, int)>(count);
        uint last = 0;
        int start = 0;
        for (int i = 0; i < count; i++)
        {
            last += (uint)reader.Read7BitEncodedInt64();
            int weights = reader.ReadByte();
            features[last] = (start, weights);
            start += weights;
        }

        var labels = new byte[start];
        var values = new sbyte[start];
        for (int i = 0; i < start; i++)
        {
            labels[i] = reader.ReadByte();
            values[i] = reader.ReadSByte();
        }

        return new TechniqueModel(techniques, bases, features, labels, values, scale);
    }
}
