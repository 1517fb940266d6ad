using System.IO.Compression;
using Cordon.Intelligence.Reading.Models;

namespace Cordon.Intelligence.Reading.Tagging;

/// <summary>The weights of a linear-chain conditional random field: of features for labels, and of one label after another.</summary>
internal sealed class SequenceModel
{
    private const uint Magic = 0x31444352;
    private readonly Dictionary<uint, (int Start, int Count)> _features;
    private readonly byte[] _labels;
    private readonly sbyte[] _weights;
    private readonly float _scale;

    private SequenceModel(
        Dictionary<uint, (int Start, int Count)> features,
        byte[] labels,
        sbyte[] weights,
        float scale,
        float[] transitions
    )
    {
        _features = features;
        _labels = labels;
        _weights = weights;
        _scale = scale;
        Transitions = transitions;
    }

    /// <summary>The weight of a label after another, at <c>before * Labels.Count + label</c>.</summary>
    public float[] Transitions { get; }

    /// <summary>How many features have a weight.</summary>
    public int Features => _features.Count;

    /// <summary>Makes a model of trained weights; those that come to nothing when they are made small are left out.</summary>
    public static SequenceModel Of(IEnumerable<KeyValuePair<uint, float[]>> weights, float[] transitions, float least)
    {
        KeyValuePair<uint, float[]>[] all = [.. weights];
        float most = all.SelectMany(static w => w.Value).Select(MathF.Abs).DefaultIfEmpty(1).Max();
        float scale = most / 127;
        var features = new Dictionary<uint, (int, int)>();
        var labels = new List<byte>();
        var values = new List<sbyte>();
        foreach ((uint feature, float[] each) in all.OrderBy(static w => w.Key))
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

        return new SequenceModel(features, [.. labels], [.. values], scale, transitions);
    }

    /// <summary>Adds the weights of a feature to a token's scores.</summary>
    public void Add(uint feature, Span<float> scores)
    {
        if (_features.TryGetValue(feature, out (int Start, int Count) at))
        {
            for (int i = at.Start; i < at.Start + at.Count; i++)
            {
                scores[_labels[i]] += _weights[i] * _scale;
            }
        }
    }

    /// <summary>Writes it, packed.</summary>
    public void Write(Stream stream)
    {
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed);
        writer.Write(Magic);
        writer.Write(Transitions.Length);
        foreach (float one in Transitions)
        {
            writer.Write(one);
        }

        writer.Write(_scale);
        writer.Write(_features.Count);
        writer.Write(_weights.Length);
        uint last = 0;
        KeyValuePair<uint, (int Start, int Count)>[] ordered = [.. _features.OrderBy(static f => f.Key)];
        foreach ((uint feature, _) in ordered)
        {
            writer.Write7BitEncodedInt64(feature - last);
            last = feature;
        }

        foreach ((_, (_, int count)) in ordered)
        {
            writer.Write((byte)count);
        }

        foreach ((_, (int start, int count)) in ordered)
        {
            writer.Write(_labels.AsSpan(start, count));
        }

        foreach ((_, (int start, int count)) in ordered)
        {
            for (int i = start; i < start + count; i++)
            {
                writer.Write(_weights[i]);
            }
        }
    }

    /// <summary>Reads what <see cref="Write" /> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static SequenceModel Read(Stream stream)
    {
        using BinaryReader reader = ModelFile.Open(stream, Magic, "a tagger");

        var transitions = new float[reader.ReadInt32()];
        for (int i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadSingle();
        }

        float scale = reader.ReadSingle();
        var keys = new uint[reader.ReadInt32()];
        int weights = reader.ReadInt32();
        uint last = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            last += (uint)reader.Read7BitEncodedInt64();
            keys[i] = last;
        }

        var features = new Dictionary<uint, (int, int)>(keys.Length);
        int start = 0;
        foreach (uint key in keys)
        {
            int count = reader.ReadByte();
            features[key] = (start, count);
            start += count;
        }

        byte[] labels = reader.ReadBytes(weights);
        byte[] values = reader.ReadBytes(weights);
        return new SequenceModel(features, labels, Array.ConvertAll(values, static v => (sbyte)v), scale, transitions);
    }
}
