using Cordon.Sigma.Tests.Support;

namespace Cordon.Sigma.Tests.Language;

/// <summary>Where Sigma engines differ: one test for each reading that docs/rules.md states.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("tool –list now")]
    [InlineData("tool /list now")]
    [InlineData("tool —list now")]
    [InlineData("tool ―list now")]
    [InlineData("tool -list now")]
    public void Windash_takes_all_five_dashes_for_one_another(string value)
    {
        Assert.True(Sample.Fires("Line|windash|contains: ' -list '", ("Line", value)));
        Assert.True(Sample.Fires("Line|contains|windash: ' /list '", ("Line", value)));
        Assert.False(Sample.Fires("Line|contains: ' -list '", ("Line", value.Replace('-', '/'))));
    }

    [Fact]
    public void Windash_works_inside_words_and_beside_wildcards()
    {
        Assert.True(Sample.Fires("Line|windash: 'a-*/z?'", ("Line", "a—middle-zq")));
        Assert.False(Sample.Fires("Line|windash: 'a-*/z?'", ("Line", "a+middle-zq")));
        Assert.False(Sample.Fires("Line|windash: 'a-b'", ("Line", "a--b")));
    }

    [Fact]
    public void Base64offset_cuts_by_bytes_where_characters_are_longer()
    {
        foreach (string before in new[] { "", "x", "xy", "xyz" })
        {
            string line = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(before + "größe€" + "tail"));
            Assert.True(Sample.Fires("Line|base64offset|contains: 'größe€'", ("Line", $"run {line} now")));
        }
    }

    [Theory]
    [InlineData(@"'\temp\'", @"C:\temp\x")]
    [InlineData(@"'\temp\\'", @"C:\temp\x")]
    public void A_backslash_at_the_end_does_not_escape_the_wildcard_of_contains(string value, string text)
    {
        Assert.True(Sample.Fires($"Path|contains: {value}", ("Path", text)));
        Assert.False(Sample.Fires($"Path|contains: {value}", ("Path", @"C:\temp")));
        Assert.True(Sample.Fires($"Path|startswith: {value}", ("Path", @"\temp\x")));
        Assert.False(Sample.Fires($"Path|startswith: {value}", ("Path", @"\temp*")));
    }

    [Fact]
    public void Wildcards_fit_the_whole_value_and_only_re_is_unanchored()
    {
        Assert.False(Sample.Fires("Name: Sec?rity", ("Name", "MySecurityLog")));
        Assert.True(Sample.Fires("Name: Sec?rity", ("Name", "SECURITY")));
        Assert.False(Sample.Fires("Name: a*z", ("Name", "xaz")));
        Assert.True(Sample.Fires("Name|re: Sec.rity", ("Name", "MySecurityLog")));
    }

    [Fact]
    public void Modifiers_may_stand_in_any_order()
    {
        foreach (string key in new[] { "Name|cased|contains", "Name|contains|cased" })
        {
            Assert.True(Sample.Fires($"{key}: Tool", ("Name", "myTool1")));
            Assert.False(Sample.Fires($"{key}: Tool", ("Name", "mytool1")));
        }

        foreach (string key in new[] { "Name|all|contains", "Name|contains|all" })
        {
            Assert.True(Sample.Fires($"{key}: [a, b]", ("Name", "xbxax")));
            Assert.False(Sample.Fires($"{key}: [a, b]", ("Name", "xbx")));
        }
    }

    [Fact]
    public void Neq_means_that_no_value_of_the_field_equals_any_of_the_rules()
    {
        Assert.True(Sample.Fires("User|neq: [root, admin]", ("User", "guest"), ("User", "nobody")));
        Assert.False(Sample.Fires("User|neq: [root, admin]", ("User", "guest"), ("User", "ADMIN")));
        Assert.False(Sample.Fires("User|neq|all: [root, admin]", ("User", "guest"), ("User", "admin")));
        Assert.True(Sample.Fires("User|neq: root", ("Other", "x")));
    }

    [Fact]
    public void Null_empty_and_missing_are_three_states()
    {
        (string, object?)[] isNull = [("Field", null)];
        (string, object?)[] isEmpty = [("Field", "")];
        (string, object?)[] isMissing = [("Other", "x")];
        (string, object?)[] isText = [("Field", "x")];

        Assert.Equal((true, false, false, false), Of("Field: null"));
        Assert.Equal((true, false, false, false), Of("Field:"));
        Assert.Equal((false, true, false, false), Of("Field: ''"));
        Assert.Equal((false, false, true, false), Of("Field|exists: false"));
        Assert.Equal((true, true, false, true), Of("Field|exists: true"));
        Assert.Equal((false, true, false, true), Of("Field: '*'"));
        Assert.Equal((false, false, false, true), Of("Field: '?*'"));
        Assert.Equal((false, true, true, true), Of("Field|neq: null"));

        (bool, bool, bool, bool) Of(string selection) =>
            (
                Sample.Fires(selection, isNull),
                Sample.Fires(selection, isEmpty),
                Sample.Fires(selection, isMissing),
                Sample.Fires(selection, isText)
            );
    }

    [Theory]
    [InlineData("(?=x)a")]
    [InlineData("(?!x)a")]
    [InlineData("(?<=x)a")]
    [InlineData("(?<!x)a")]
    [InlineData("(?>x+)a")]
    [InlineData(@"(a)\1")]
    [InlineData(@"(?<n>a)\k<n>")]
    [InlineData("(a)(?(1)b|c)")]
    [InlineData(@"\Ga")]
    public void Regular_expressions_that_need_backtracking_are_refused(string pattern)
    {
        SigmaProblem problem = Sample.HasProblem(
            Sample.Rule($"selection:\n    A|re: '{pattern}'\ncondition: selection"),
            ProblemSeverity.Error,
            ProblemCodes.Regex,
            7,
            15
        );
        Assert.Contains("linear time", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Regular_expressions_and_cased_see_the_value_in_its_own_case()
    {
        Assert.False(Sample.Fires("Name|re: abc", ("Name", "ABC")));
        Assert.True(Sample.Fires("Name|re: ABC", ("Name", "xABCx")));
        Assert.True(Sample.Fires("Name|re|i: abc", ("Name", "ABC")));
        Assert.True(Sample.Fires("Name|re: (?i)abc", ("Name", "ABC")));
        Assert.False(Sample.Fires("Name|cased: abc", ("Name", "Abc")));
        Assert.True(Sample.Fires("Name: abc", ("Name", "Abc")));
    }

    [Fact]
    public void Every_rule_that_is_not_loaded_is_reported()
    {
        string good = Sample.Rule("selection:\n    A: 1\ncondition: selection");
        string bad = Sample.Rule("selection:\n    A|contians: 1\ncondition: selection");
        RuleSet set = RuleSet.Parse($"{good}\n---\n{bad}\n---\n{good}");
        Assert.Equal((3, 2, 1), (set.DocumentCount, set.Rules.Count, set.RefusedCount));
        SigmaProblem problem = Assert.Single(set.Problems);
        Assert.Contains("did you mean 'contains'", problem.Message, StringComparison.Ordinal);
    }
}
