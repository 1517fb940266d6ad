namespace Cordon.Sigma;

/// <summary>The kinds of problem that a rule file can have; docs/rules.md explains each.</summary>
public static class ProblemCodes
{
    /// <summary>A path does not exist.</summary>
    public const string PathNotFound = "path-not-found";

    /// <summary>A file cannot be read.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>A file is larger, or there are more of them, than the limits allow.</summary>
    public const string FileLimit = "file-limit";

    /// <summary>A file is not UTF-8.</summary>
    public const string Encoding = "encoding";

    /// <summary>A document is not YAML.</summary>
    public const string YamlSyntax = "yaml-syntax";

    /// <summary>A line is indented with a tab.</summary>
    public const string YamlTab = "yaml-tab";

    /// <summary>A map has the same key twice.</summary>
    public const string YamlDuplicateKey = "yaml-duplicate-key";

    /// <summary>An alias refers to nothing or to itself.</summary>
    public const string YamlAlias = "yaml-alias";

    /// <summary>A document is larger or deeper than the limits allow.</summary>
    public const string YamlLimit = "yaml-limit";

    /// <summary>A document is neither rule, correlation nor filter.</summary>
    public const string NotARule = "not-a-rule";

    /// <summary>A document uses the rule collections of Sigma 1 (<c>action</c>).</summary>
    public const string LegacyCollection = "legacy-collection";

    /// <summary>A mandatory key is missing.</summary>
    public const string Missing = "missing";

    /// <summary>A key holds a value of the wrong type.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>A key holds a value that Sigma does not know.</summary>
    public const string UnknownValue = "unknown-value";

    /// <summary>A date is not written as YYYY-MM-DD.</summary>
    public const string Date = "date";

    /// <summary>An id is not a UUID.</summary>
    public const string IdNotUuid = "id-not-uuid";

    /// <summary>Two documents have the same id or name.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>A log source is empty or not written in lower case.</summary>
    public const string LogSource = "logsource";

    /// <summary>A rule uses another taxonomy than Sigma's own.</summary>
    public const string Taxonomy = "taxonomy";

    /// <summary>A search holds nothing, or something that is no search.</summary>
    public const string EmptySearch = "empty-search";

    /// <summary>A search or value list is nested where Sigma has no nesting.</summary>
    public const string Nesting = "nesting";

    /// <summary>A list of values holds null.</summary>
    public const string NullInList = "null-in-list";

    /// <summary>A modifier is not one of Sigma's.</summary>
    public const string UnknownModifier = "unknown-modifier";

    /// <summary>A modifier goes by a name of another tool.</summary>
    public const string LegacyModifier = "legacy-modifier";

    /// <summary>Modifiers that cannot stand together, or one without what it belongs to.</summary>
    public const string ModifierConflict = "modifier-conflict";

    /// <summary>A modifier that changes nothing where it stands.</summary>
    public const string ModifierUseless = "modifier-useless";

    /// <summary>A value that a modifier cannot work on.</summary>
    public const string ModifierValue = "modifier-value";

    /// <summary><c>all</c> on a single value.</summary>
    public const string AllOnSingleValue = "all-on-single-value";

    /// <summary>A regular expression that is broken, too large or needs backtracking.</summary>
    public const string Regex = "regex";

    /// <summary>A network is not written as CIDR.</summary>
    public const string Cidr = "cidr";

    /// <summary>A placeholder without values.</summary>
    public const string Placeholder = "placeholder";

    /// <summary>A detection comes to more predicates than the limit allows.</summary>
    public const string DetectionLimit = "detection-limit";

    /// <summary>A condition that does not follow the grammar.</summary>
    public const string ConditionSyntax = "condition-syntax";

    /// <summary>A condition with the aggregations of Sigma 1 (<c>| count()</c>, <c>near</c>).</summary>
    public const string LegacyAggregation = "legacy-aggregation";

    /// <summary>A condition names a search that the detection does not have.</summary>
    public const string UnknownSearch = "unknown-search";

    /// <summary>A search that no condition uses.</summary>
    public const string UnusedSearch = "unused-search";

    /// <summary>A condition that no event can fulfil.</summary>
    public const string NeverHolds = "never-holds";

    /// <summary>A correlation that does not follow the schema.</summary>
    public const string Correlation = "correlation";

    /// <summary>A filter that does not follow the schema.</summary>
    public const string Filter = "filter";

    /// <summary>A tuning file that cannot be used, or an entry of it that does nothing.</summary>
    public const string Tuning = "tuning";

    /// <summary>A correlation or filter refers to a rule that was not loaded.</summary>
    public const string UnknownRule = "unknown-rule";

    /// <summary>There were more problems than are reported.</summary>
    public const string MoreProblems = "more-problems";
}
