using Cordon.Events;
using Cordon.Sigma.Expressions;

namespace Cordon.Sigma.Compilation;

/// <summary>
/// The rules that can hold for one kind of event, made ready: what to look for in which field, and what to evaluate when it is found.
/// Immutable and safe for concurrent use.
/// </summary>
/// <remarks>Rules and predicates are numbered within the group.</remarks>
internal sealed class CompiledGroup
{
    /// <summary>The group that no rule is in.</summary>
    public static CompiledGroup Empty { get; } =
        new()
        {
            RuleIds = [],
            RuleStarts = [],
            Nodes = [],
            Predicates = [],
            Matchers = [],
            FilterOf = [],
            Fields = [],
            FieldOf = [],
            FieldOfList = [],
            Filters = [],
            Lists = [],
            ListTests = [],
            Always = [],
            WitnessStarts = [0],
            WitnessRules = [],
        };

    /// <summary>Each rule's index in the rule set, ascending.</summary>
    public required int[] RuleIds { get; init; }

    /// <summary>Each rule's first node.</summary>
    public required int[] RuleStarts { get; init; }

    /// <summary>The nodes of all rules.</summary>
    public required CompiledNode[] Nodes { get; init; }

    /// <summary>The predicates, each once however many rules have it.</summary>
    public required SigmaPredicate[] Predicates { get; init; }

    /// <summary>What a value must fulfil for a predicate; null for those that are not about a value alone.</summary>
    public required ValueMatcher?[] Matchers { get; init; }

    /// <summary>The filter that finds a predicate, so that one which was not found is not true; -1 where there is none.</summary>
    public required int[] FilterOf { get; init; }

    /// <summary>The fields that predicates are about.</summary>
    public required FieldId[] Fields { get; init; }

    /// <summary>For each predicate its field's place in <see cref="Fields"/>; -1 for those that are about several fields.</summary>
    public required int[] FieldOf { get; init; }

    /// <summary>For each of <see cref="Lists"/> its field's place in <see cref="Fields"/>.</summary>
    public required int[] FieldOfList { get; init; }

    /// <summary>The witnesses that are looked for in every event, field by field.</summary>
    public required FieldFilter[] Filters { get; init; }

    /// <summary>Tests of one field of which one must hold, for <see cref="NodeKind.Any"/>.</summary>
    public required ValueList[] Lists { get; init; }

    /// <summary>For each of <see cref="Lists"/> its predicates, if filters find all of them; else null.</summary>
    public required int[]?[] ListTests { get; init; }

    /// <summary>Rules without a witness; they are evaluated for every event.</summary>
    public required int[] Always { get; init; }

    /// <summary>Where the rules of a witness begin in <see cref="WitnessRules"/>; one more than there are predicates.</summary>
    public required int[] WitnessStarts { get; init; }

    /// <summary>The rules to evaluate when a witness held.</summary>
    public required int[] WitnessRules { get; init; }

    /// <summary>Whether no rule can hold for these events.</summary>
    public bool IsEmpty => RuleIds.Length == 0;
}
