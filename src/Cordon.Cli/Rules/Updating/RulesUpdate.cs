using System.Security.Cryptography;
using Cordon.Cli.Terminal;
using Cordon.Events;
using Cordon.Reporting;
using Cordon.Reporting.Terminal;
using Cordon.Sigma;

namespace Cordon.Cli.Rules.Updating;

/// <summary>Gets a release of rules, checks it, and puts it in the place of the one before: whole or not at all.</summary>
internal sealed class RulesUpdate(RuleStore store, UpdateLimits limits, TimeProvider time, TextWriter output)
{
    /// <summary>Fewer rules than this share of those before is more likely a broken release than a change of mind.</summary>
    private const double LeastShare = 0.8;

    /// <summary>Runs an update.</summary>
    /// <param name="from">An address or a file; null for SigmaHQ's latest release.</param>
    /// <param name="isForced">Whether far fewer rules than before are taken too.</param>
    /// <param name="cancel">Ends it; the rules before then stay.</param>
    /// <exception cref="UpdateException">It can't be done; the rules before stay.</exception>
    /// <exception cref="IOException">The store can't be written; the rules before stay.</exception>
    public async Task RunAsync(string? from, bool isForced, CancellationToken cancel)
    {
        var source = ReleaseSource.Of(from);
        using IDisposable only = store.Lock();
        string staged = store.Stage();
        try
        {
            string archive = Path.Combine(staged, "release.archive");
            string name = await FetchAsync(source, archive, cancel).ConfigureAwait(false);
            string content = Path.Combine(staged, "content");
            Directory.CreateDirectory(content);
            string hash;
            int files;
            using (var stream = new FileStream(archive, FileMode.Open, FileAccess.Read))
            {
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
                stream.Position = 0;
                files = ReleaseArchive.Unpack(stream, content, limits, cancel);
            }

            output.WriteLine($"sha256 {hash}");
            Swap(
                content,
                new InstalledRelease(
                    hash[..16],
                    store.FolderOf(hash[..16]),
                    name,
                    source.Text,
                    time.GetUtcNow().UtcDateTime,
                    files
                ),
                isForced
            );
        }
        finally
        {
            store.DiscardStage();
        }
    }

    /// <summary>Goes back to the release before.</summary>
    /// <exception cref="UpdateException">There is none.</exception>
    public void RollBack()
    {
        using IDisposable only = store.Lock();
        output.WriteLine(SafeText.OneLine($"now in use: {store.RollBack()}", 300));
    }

    private void Swap(string content, InstalledRelease release, bool isForced)
    {
        InstalledRelease? before = CurrentOrNone();
        RuleSet after = Load(content);
        if (after.Rules.Count == 0)
        {
            throw new UpdateException(
                $"not one of the {Wording.Counted(release.Files, "rule file")} can be used; nothing was changed"
            );
        }

        RuleSet? old = before is null ? null : Load(before.Folder);
        if (!isForced && old is not null && after.Rules.Count < old.Rules.Count * LeastShare)
        {
            throw new UpdateException(
                $"the release has {Wording.Count(after.Rules.Count)} usable rules, the one in use {Wording.Count(old.Rules.Count)}; nothing was changed (--force takes it all the same)"
            );
        }

        release = release with { Files = after.FileCount };
        output.WriteLine(
            SafeText.OneLine($"{release.Release}: {Wording.Counted(after.Rules.Count, "rule")} can be used", 300)
        );
        new RuleChanges(old, after).Write(before is null, content, output);
        if (before?.Name == release.Name)
        {
            output.WriteLine("this release is already in use");
            return;
        }

        store.Install(content, release);
        output.WriteLine(SafeText.OneLine($"now in use: {release.Folder}", 500));
        if (before is not null)
        {
            output.WriteLine(SafeText.OneLine($"kept for --rollback: {before}", 300));
        }
    }

    // Rules in use that are not whole are a reason to update, not to refuse it.
    private InstalledRelease? CurrentOrNone()
    {
        try
        {
            return store.Current();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static RuleSet Load(string folder) =>
        RuleSet.Load([folder], SigmaOptions.Default with { Fields = new FieldTable() });

    private async Task<string> FetchAsync(ReleaseSource source, string archive, CancellationToken cancel)
    {
        if (source.Address is null)
        {
            if (Directory.Exists(source.Text))
            {
                throw new UpdateException(
                    $"'{source.Text}' is a folder; a scan takes one as it is: cordon scan LOGS --rules {source.Text}"
                );
            }

            File.Copy(source.Text, archive);
            return Path.GetFileName(source.Text);
        }

        output.WriteLine(SafeText.OneLine($"from {source.Address}", 500));
        using var target = new FileStream(archive, FileMode.CreateNew, FileAccess.Write);
        using var progress = new DownloadProgress();
        IReadOnlyList<Uri> asked = await new ReleaseDownload(source, limits, time)
            .GetAsync(target, progress.Show, cancel)
            .ConfigureAwait(false);
        return NameOf(asked);
    }

    // …/releases/download/r2026-07-01/sigma_all_rules.zip names the release that "latest" stood for.
    private static string NameOf(IReadOnlyList<Uri> asked)
    {
        foreach (Uri address in asked.Reverse())
        {
            string[] parts = address.AbsolutePath.Split('/');
            int at = Array.LastIndexOf(parts, "download");
            if (at > 0 && parts[at - 1] == "releases" && at + 2 < parts.Length)
            {
                return Uri.UnescapeDataString(parts[at + 1]);
            }
        }

        return Uri.UnescapeDataString(asked[0].Segments[^1].Trim('/')) is { Length: > 0 } name ? name : asked[0].Host;
    }
}
