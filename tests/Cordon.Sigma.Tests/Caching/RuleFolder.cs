using System.Text;
using Cordon.Sigma.Tests.Compilation;
using Cordon.Sigma.Tests.Fuzzing;
using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Caching;

/// <summary>A folder of rule files of every kind, whole and broken, and beside it one for what is kept of them.</summary>
internal sealed class RuleFolder : IDisposable
{
    private const int Random = 60;
    private const int Broken = 150;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cordon-cache-");

    public RuleFolder()
    {
        Directory.CreateDirectory(Rules);
        Write("everything.yml", Everything);
        Write("several.yml", string.Join("\n---\n", RuleFuzzer.Unbroken));
        Write("same.yml", Everything);
        File.WriteAllBytes(
            At("utf16.yml"),
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Sample.Rule("s:\n    A: 1\ncondition: s"))]
        );
        File.WriteAllBytes(At("no-text.yml"), [0xC3, 0x28]);
        var random = new RandomRules(11);
        for (int i = 0; i < Random; i++)
        {
            Write($"random-{i}.yml", random.Rule());
        }

        for (int i = 0; i < Broken; i++)
        {
            Write($"broken-{i}.yml", RuleFuzzer.Broken(7, i));
        }
    }

    /// <summary>A rule with every kind of test, and every key, that Sigma and Cordon know.</summary>
    public static string Everything { get; } =
        """
            title: Everything
            id: 11111111-2222-4333-8444-777777777777
            name: everything
            related:
                - id: 11111111-2222-4333-8444-666666666666
                  type: derived
            status: deprecated
            description: "Neither \u00E9 nor \u2603 is ASCII."
            license: CC0-1.0
            references:
                - https://example.org/a
            author: A. Nalyst
            date: 2026-01-31
            modified: 2026/02/01
            taxonomy: other
            tags:
                - attack.t1543.003
                - attack.privilege_escalation
            logsource:
                product: windows
                category: process_creation
                service: sysmon
                definition: Needs nothing.
                vendor: example
            detection:
                words:
                    - needle
                    - 'b?d*'
                text:
                    A|contains|all: [x, 'y*z', 'a\*b']
                    B|cased: Case
                    C|windash|contains: ' -x'
                    D: ''
                    E|wide|base64offset|contains: word
                numbers:
                    - A: 5
                    - B: -1.5
                    - C|gt: 9223372036854775807
                    - D|lte: 0.25
                    - E|hour|gte: 5
                    - F|week: 53
                expressions:
                    A|re: 'a+b?'
                    B|re|i|m|s: '^x.y$'
                    C|re|startswith: 'x{3}'
                    D|re: '(?<n>x)|y'
                networks:
                    A|cidr: 10.0.0.0/8
                    B|cidr: 2001:db8::/33
                    C|cidr: 0.0.0.0/0
                others:
                    A|exists: true
                    B|exists: false
                    C: null
                    D|fieldref: E
                    F|fieldref|endswith|cased: G
                    H|neq: [a, b]
                    I: true
                _hidden:
                    A: b
                condition:
                    - words and (text or not numbers) and text
                    - all of them
            fields:
                - AccountName
            falsepositives:
                - Odd administrators
            level: high
            scope:
                - server
            own: anything
            ---
            title: Alias
            name: alias
            correlation:
                type: value_percentile
                rules:
                    - everything
                    - 11111111-2222-4333-8444-666666666666
                group-by: [user, host]
                timespan: 90m
                condition:
                    field: Size
                    gt: 0.5
                    lte: 10
                aliases:
                    user:
                        everything: User
                generate: true
            level: low
            ---
            title: Near one another
            name: near
            level: high
            correlation:
                type: temporal
                rules: [everything, alias]
                group-by: [host]
                timespan: 5m
                condition: everything and not alias
            ---
            title: Not here
            logsource:
                product: windows
            filter:
                rules: [everything]
                selection:
                    User|startswith: svc
                condition: not selection
            """;

    /// <summary>The rules.</summary>
    public string Rules => Path.Combine(_folder.FullName, "rules");

    /// <summary>Where what they give is kept. Made by the first load.</summary>
    public string Kept => Path.Combine(_folder.FullName, "kept");

    /// <summary>Options with which what files give is kept.</summary>
    public SigmaOptions Options => SigmaOptions.Default with { CacheFolder = Kept };

    /// <summary>The only pack that is there.</summary>
    public string Pack => Assert.Single(Directory.GetFiles(Kept));

    public void Dispose() => _folder.Delete(recursive: true);

    public string At(string name) => Path.Combine(Rules, name);

    public void Write(string name, string text) => File.WriteAllBytes(At(name), Encoding.UTF8.GetBytes(text));

    /// <summary>Loads the rules from their files alone.</summary>
    public string Plain(SigmaOptions? options = null) => Picture.Of(RuleSet.Load([Rules], options));

    /// <summary>Loads the rules with what is kept.</summary>
    public string Cached(SigmaOptions? options = null) =>
        Picture.Of(RuleSet.Load([Rules], (options ?? SigmaOptions.Default) with { CacheFolder = Kept }));
}
