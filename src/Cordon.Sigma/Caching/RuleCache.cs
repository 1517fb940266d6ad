using Cordon.Events;
using Cordon.Sigma.Loading;

namespace Cordon.Sigma.Caching;

/// <summary>What earlier loads of the same paths gave, for one load. Safe for concurrent use.</summary>
internal sealed class RuleCache
{
    /// <summary>For fewer files a pack is not worth its place: they are parsed in a few milliseconds.</summary>
    internal const int MinFiles = 64;

    private readonly PackFolder _folder;
    private readonly ContentHash _key;
    private readonly SigmaOptions _options;
    private readonly RulePack? _pack;
    private volatile bool _isFaulty;

    private RuleCache(PackFolder folder, ContentHash key, SigmaOptions options, RulePack? pack)
    {
        _folder = folder;
        _key = key;
        _options = options;
        _pack = pack;
    }

    /// <summary>Whether what is kept turned out to be something that cannot be.</summary>
    public bool IsFaulty => _isFaulty;

    /// <summary>Opens what is kept for a load of paths; empty where nothing is.</summary>
    public static RuleCache Open(string folder, IReadOnlyList<string> paths, SigmaOptions options, FieldTable fields)
    {
        var packs = new PackFolder(folder);
        ContentHash key = CacheKey.Of(paths, options);
        RulePack? pack = null;
        try
        {
            pack = packs.Read(key) is { } bytes ? RulePack.Open(bytes, key, options, fields) : null;
        }
        catch (PackFaultException)
        {
            // The files are parsed and the pack is written anew.
        }

        return new RuleCache(packs, key, options, pack);
    }

    /// <summary>What a file gave when it last had these bytes; null where that is not known.</summary>
    public FileContent? Find(ContentHash file, string path)
    {
        if (_isFaulty)
        {
            return null;
        }

        try
        {
            return _pack?.Find(file, path);
        }
        catch (PackFaultException)
        {
            _isFaulty = true;
            return null;
        }
    }

    /// <summary>Keeps what the files gave, unless that is what was kept already.</summary>
    public void Keep(IReadOnlyList<FileContent> contents)
    {
        HashSet<ContentHash> files =
        [
            .. contents.Where(static c => c.Hash is not null).Select(static c => c.Hash!.Value),
        ];
        bool isCurrent = !_isFaulty && _pack is not null && _pack.Count == files.Count && files.All(_pack.Knows);
        if (isCurrent || files.Count < MinFiles)
        {
            return;
        }

        var builder = new RulePackBuilder();
        foreach (FileContent content in contents)
        {
            if (content.Hash is { } hash)
            {
                builder.Add(hash, content);
                if (builder.Size > PackFolder.MaxPackSize)
                {
                    return;
                }
            }
        }

        byte[] pack = builder.Finish(_key).ToArray();
        if (IsReadable(pack))
        {
            _folder.Write(_key, pack);
        }
    }

    // Rules are laid out from a pack long after it was opened, when it is too late to parse their files.
    private bool IsReadable(byte[] pack)
    {
        try
        {
            RulePack.Open(pack, _key, _options, new FieldTable()).Check();
            return true;
        }
        catch (PackFaultException)
        {
            return false;
        }
    }
}
