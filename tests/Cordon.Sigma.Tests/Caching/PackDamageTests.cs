using System.Text;
using Cordon.Events;
using Cordon.Sigma.Caching;
using Cordon.Sigma.Evaluation;
using Cordon.Sigma.Loading;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Caching;

public sealed class PackDamageTests(ITestOutputHelper output) : IDisposable
{
    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pack_that_is_damaged_cut_or_longer_is_not_used_and_is_written_anew()
    {
        string plain = _folder.Cached();
        string pack = _folder.Pack;
        byte[] good = File.ReadAllBytes(pack);
        byte[][] bad =
        [
            [],
            [1],
            good[..40],
            good[..(good.Length / 2)],
            good[..^1],
            [.. good, 0],
            [.. good[1..]],
            new byte[good.Length],
            .. Enumerable.Range(0, 8).Select(i => Flipped(good, i * (good.Length - 1) / 7)),
        ];
        foreach (byte[] bytes in bad)
        {
            File.WriteAllBytes(pack, bytes);
            Assert.Equal(plain, _folder.Cached());
            Assert.Equal(good, File.ReadAllBytes(pack));
        }
    }

    [Fact]
    public void Any_single_bit_that_changes_is_noticed()
    {
        (byte[] good, ContentHash key) = Make();
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bad = [.. good];
            bad[random.Next(bad.Length)] ^= (byte)(1 << random.Next(8));
            Assert.Throws<PackFaultException>(() => RulePack.Open(bad, key, SigmaOptions.Default, new FieldTable()));
        }
    }

    [Fact]
    public void A_pack_of_another_format_or_for_something_else_is_not_opened()
    {
        (byte[] good, ContentHash key) = Make();
        RulePack.Open(good, key, SigmaOptions.Default, new FieldTable());
        byte[] newer = [.. good];
        newer[RulePack.Mark.Length]++;
        Seal(newer);
        Assert.Throws<PackFaultException>(() => RulePack.Open(newer, key, SigmaOptions.Default, new FieldTable()));
        Assert.Throws<PackFaultException>(() =>
            RulePack.Open(good, ContentHash.Of("other"u8), SigmaOptions.Default, new FieldTable())
        );
    }

    /// <summary>For a longer run set CORDON_FUZZ_ITERATIONS, and CORDON_FUZZ_SEED for another one.</summary>
    [Fact]
    public void A_pack_made_to_do_harm_gives_rules_or_a_fault_and_nothing_else()
    {
        int seed = Read("CORDON_FUZZ_SEED", 20261124);
        int iterations = Read("CORDON_FUZZ_ITERATIONS", 3_000);
        (byte[] good, ContentHash key) = Make();
        int faults = 0;
        int read = 0;
        for (int i = 0; i < iterations; i++)
        {
            byte[] bad = Changed(good, new Random(unchecked((seed * 1_000_003) + i)));
            Seal(bad);
            try
            {
                var table = new FieldTable();
                RulePack pack = RulePack.Open(bad, key, SigmaOptions.Default, table);
                EventSnapshot sample = Sample.Event(table, ("A", "xxx"), ("B", "x\ny"), ("C", "10.1.2.3"), ("D", 5));
                for (int file = 0; file < pack.Count; file++)
                {
                    FileContent? content = pack.FindAt(file, "x.yml");
                    read += content?.Documents.Count ?? 0;
                    foreach (SigmaRule rule in content?.Documents.OfType<SigmaRule>() ?? [])
                    {
                        Assert.NotEmpty($"{rule} {rule.Condition}");
                        _ = new SigmaInterpreter().Evaluate(rule.Condition, sample);
                    }
                }
            }
            catch (Exception e) when (e is PackFaultException or KeptRulesException)
            {
                faults++;
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}, iteration {i}: {e.Message}", e);
            }
        }

        output.WriteLine($"seed {seed}, {iterations} packs: {faults} faults, {read} documents read");
        Assert.True(faults > iterations / 20);
        Assert.True(read > iterations);
    }

    [Fact]
    public void Where_one_entry_cannot_be_none_of_the_others_is_believed()
    {
        string plain = _folder.Cached();
        string pack = _folder.Pack;
        byte[] good = File.ReadAllBytes(pack);
        byte[] bad = [.. good];
        // The last entry's last byte: a correlation's or filter's list that is now longer than its entry.
        bad[^(ContentHash.Size + 1)] = 0xFF;
        Seal(bad);
        File.WriteAllBytes(pack, bad);
        Assert.Equal(plain, _folder.Cached());
        Assert.Equal(good, File.ReadAllBytes(pack));
    }

    [Theory]
    [InlineData("a+b?", "a+b(")]
    [InlineData("^x.y$", "(.)\\1")]
    [InlineData("^x.y$", "(?=x)")]
    public void An_expression_that_loading_would_refuse_is_no_rule(string good, string bad)
    {
        string plain = _folder.Cached();
        byte[] whole = File.ReadAllBytes(_folder.Pack);
        byte[] pack = File.ReadAllBytes(_folder.Pack);
        Assert.Equal(good.Length, bad.Length);
        int at = pack.AsSpan().IndexOf(PackText.Encode(good));
        Encoding.Latin1.GetBytes(bad).CopyTo(pack, at + 1);
        Seal(pack);
        Assert.Throws<PackFaultException>(() => Open(pack).Check());
        File.WriteAllBytes(_folder.Pack, pack);
        // Somebody made it, hash and all: neither is another rule run, nor is this one left out.
        KeptRulesException refused = Assert.Throws<KeptRulesException>(() => _folder.Cached());
        Assert.Contains("--no-cache", refused.Message, StringComparison.Ordinal);
        File.Delete(_folder.Pack);
        Assert.Equal(plain, _folder.Cached());
        Assert.Equal(whole, File.ReadAllBytes(_folder.Pack));
    }

    private RulePack Open(byte[] pack) =>
        RulePack.Open(pack, CacheKey.Of([_folder.Rules], SigmaOptions.Default), SigmaOptions.Default, new FieldTable());

    private (byte[] Pack, ContentHash Key) Make()
    {
        ContentHash key = ContentHash.Of("key"u8);
        var builder = new RulePackBuilder();
        foreach (
            string name in new[] { "everything.yml", "several.yml", "random-1.yml", "random-2.yml", "no-text.yml" }
        )
        {
            byte[] bytes = File.ReadAllBytes(_folder.At(name));
            List<SigmaProblem> problems = [];
            string? text = RuleText.Decode(bytes, name, problems);
            FileContent content = text is null
                ? FileContent.OfProblem(problems[0])
                : FileContent.Read(text, name, SigmaOptions.Default, new FieldTable());
            builder.Add(ContentHash.Of(bytes), content);
        }

        return (builder.Finish(key).ToArray(), key);
    }

    private static byte[] Changed(byte[] good, Random random)
    {
        List<byte> bad = [.. good];
        // Mostly single bytes beyond the head, where the interesting ones are.
        for (int changes = 1 + (random.Next(6) / random.Next(1, 7)); changes > 0; changes--)
        {
            int at = random.Next(RulePack.HeadSize, bad.Count - ContentHash.Size);
            switch (random.Next(6))
            {
                case 0:
                    bad.RemoveRange(at, Math.Min(random.Next(1, 9), bad.Count - ContentHash.Size - at));
                    break;
                case 1:
                    bad.InsertRange(at, bad.GetRange(at, Math.Min(8, bad.Count - at)));
                    break;
                case 2:
                    bad[at] = 0xFF;
                    break;
                case 3:
                    bad[at] = (byte)random.Next(8);
                    break;
                default:
                    bad[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bad];
    }

    private static byte[] Flipped(byte[] good, int at)
    {
        byte[] bad = [.. good];
        bad[at] ^= 0x10;
        return bad;
    }

    private static void Seal(byte[] pack) =>
        ContentHash
            .Of(pack.AsSpan(0, pack.Length - ContentHash.Size))
            .WriteTo(pack.AsSpan(pack.Length - ContentHash.Size));

    private static int Read(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out int value) ? value : otherwise;
}
