using System.Globalization;

namespace Cordon.Telemetry.Containers;

/// <summary>What one file may still unpack to, with all that lies within. Safe for concurrent use.</summary>
internal sealed class UnpackBudget(ContainerLimits limits, long packedBytes)
{
    private readonly long _most = Math.Min(
        limits.MaxTotalBytes,
        Math.Max(limits.FreeBytes, Saturated(packedBytes, limits.MaxRatio))
    );
    private long _bytes;
    private int _members;

    /// <summary>The limits.</summary>
    public ContainerLimits Limits => limits;

    /// <summary>Whether nothing more of the file is to be unpacked.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Counts bytes that were unpacked.</summary>
    /// <exception cref="ContainerLimitException">They are too many.</exception>
    public void Take(int bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) > _most)
        {
            IsSpent = true;
            throw new ContainerLimitException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"it unpacks to more than {_most} bytes, which is what a file of its size may; if it is sound, unpack it yourself and name the folder"
                )
            );
        }
    }

    /// <summary>Counts a member; false where there are too many.</summary>
    public bool TakeMember() => ++_members <= limits.MaxMembers;

    private static long Saturated(long bytes, int times) =>
        bytes > long.MaxValue / times ? long.MaxValue : bytes * times;
}
