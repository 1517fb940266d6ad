using System.Globalization;
using Cordon.Sigma.Loading;
using Cordon.Sigma.Yaml;

namespace Cordon.Sigma.Regression;

/// <summary>
/// Reads SigmaHQ's regression layout: <c>info.yml</c> beside a log, and the key <c>regression_tests_path</c> with which a
/// rule points to it.
/// </summary>
public sealed class RegressionInfo
{
    /// <summary>The name that every such file has.</summary>
    public const string FileName = "info.yml";

    private const string PathKey = "regression_tests_path";
    private const int MaxTests = 10_000;

    private readonly string _path;
    private readonly List<RegressionCase> _cases = [];
    private readonly List<SigmaProblem> _problems = [];

    private RegressionInfo(string path) => _path = path;

    /// <summary>The tests, in the file's order. Empty for a file that lists none yet.</summary>
    public IReadOnlyList<RegressionCase> Cases => _cases;

    /// <summary>What is wrong with the file, and with tests that are therefore not among <see cref="Cases"/>.</summary>
    public IReadOnlyList<SigmaProblem> Problems => _problems;

    /// <summary>Reads a file. Never throws for what it holds, or because it can't be read: that is in <see cref="Problems"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Limits on its size; <see cref="SigmaOptions.Default"/> where null.</param>
    public static RegressionInfo Read(string path, SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var info = new RegressionInfo(path);
        foreach (YamlMapping map in info.Documents(options ?? SigmaOptions.Default))
        {
            info.ReadTests(map);
        }

        return info;
    }

    /// <summary>The value of a rule's <c>regression_tests_path</c>, a path from the collection's root; null where the rule has none.</summary>
    public static string? PathOf(SigmaDocument rule, SigmaOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (!rule.CustomKeys.Contains(PathKey, StringComparer.Ordinal))
        {
            return null;
        }

        // Only few rules have the key, and only tests ask for it: it is not kept with every rule.
        return new RegressionInfo(rule.Path)
            .Documents(options ?? SigmaOptions.Default)
            .Where(map => map.Entries[0].Key.Line == rule.Line)
            .Select(map => map[PathKey] is YamlScalar { Value: { Length: > 0 } text } && IsInside(text) ? text : null)
            .FirstOrDefault();
    }

    private IEnumerable<YamlMapping> Documents(SigmaOptions options)
    {
        string? text = ReadText(options);
        foreach (YamlDocumentText document in text is null ? [] : YamlDocuments.Split(text))
        {
            YamlNode? root = YamlReader.Read(document, options, out YamlFault? fault);
            if (fault is not null)
            {
                Report(fault.Line, fault.Column, fault.Code, fault.Message);
            }
            else if (root is YamlMapping { Entries.Count: > 0 } map)
            {
                yield return map;
            }
            else
            {
                Report(document.FirstLine, 1, ProblemCodes.WrongType, "A description of tests is a map of keys.");
            }
        }
    }

    private string? ReadText(SigmaOptions options)
    {
        try
        {
            using var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
            byte[] buffer = new byte[(int)Math.Clamp(stream.Length, 0, options.MaxFileSize) + 1];
            int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read > options.MaxFileSize)
            {
                Report(0, 0, ProblemCodes.FileLimit, $"The file is larger than {options.MaxFileSize} bytes.");
                return null;
            }

            return RuleText.Decode(buffer.AsSpan(0, read), _path, _problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            Report(0, 0, ProblemCodes.FileUnreadable, $"The file cannot be read: {e.Message}");
            return null;
        }
    }

    private void ReadTests(YamlMapping map)
    {
        List<string> rules = [];
        foreach (YamlNode item in Items(map["rule_metadata"]))
        {
            if (item is YamlMapping rule && rule["id"] is YamlScalar { Value.Length: > 0 } id)
            {
                rules.Add(id.Value);
            }
        }

        foreach (YamlNode item in Items(map["regression_tests_info"]).Take(MaxTests))
        {
            if (item is not YamlMapping test)
            {
                Report(item.Line, item.Column, ProblemCodes.WrongType, "A test is a map of name, type and path.");
            }
            else if (rules.Count == 0)
            {
                Report(
                    item.Line,
                    item.Column,
                    ProblemCodes.Missing,
                    "The test names no rule: add 'rule_metadata' with the rule's 'id'."
                );
            }
            else
            {
                ReadTest(test, rules);
            }
        }
    }

    private void ReadTest(YamlMapping test, List<string> rules)
    {
        if (test["path"] is not YamlScalar { Value.Length: > 0 } path || !IsInside(path.Value))
        {
            Report(
                test.Line,
                test.Column,
                ProblemCodes.Missing,
                "The test needs the 'path' of its log, from the root of the collection and without '..'."
            );
            return;
        }

        long? expected = null;
        if (test["match_count"] is { } count)
        {
            if (
                count is not YamlScalar number
                || !long.TryParse(number.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value)
            )
            {
                Report(
                    count.Line,
                    count.Column,
                    ProblemCodes.WrongType,
                    "'match_count' is a whole number, 0 or more; leave it out where one match or more will do."
                );
                return;
            }

            expected = value;
        }

        _cases.Add(
            new RegressionCase(
                _path,
                test.Line,
                TextOf(test["name"]),
                rules,
                TextOf(test["type"]),
                path.Value.Replace('\\', '/'),
                expected
            )
        );
    }

    private void Report(int line, int column, string code, string message) =>
        _problems.Add(new SigmaProblem(ProblemSeverity.Error, code, _path, line, column, message));

    private static List<YamlNode> Items(YamlNode? node) => node is YamlSequence list ? list.Items : [];

    private static string TextOf(YamlNode? node) => node is YamlScalar scalar ? scalar.Value : "";

    // Whoever wrote the file must not choose what else of this machine is opened.
    private static bool IsInside(string path) =>
        !Path.IsPathRooted(path)
        && !path.Contains(':', StringComparison.Ordinal)
        && !path.Contains('\0', StringComparison.Ordinal)
        && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
