using Cordon.Intelligence.Claims;

namespace Cordon.Intelligence.Reading.Statements;

/// <summary>A statement in a sentence, before it is known who makes it.</summary>
/// <param name="At">The word that carries it.</param>
/// <param name="Subject">Who, as written; empty where the sentence does not say.</param>
/// <param name="Predicate">What.</param>
/// <param name="Object">To whom or what.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="IsNegated">Whether it is said not to be so.</param>
/// <param name="IsHedged">Whether it is passed on as hearsay.</param>
/// <param name="By">Whose word it is by the statement itself; empty where that is left to who speaks.</param>
internal sealed record Frame(
    int At,
    string Subject,
    string Predicate,
    string Object,
    ClaimedOutcome Outcome,
    bool IsNegated,
    bool IsHedged,
    string By = ""
);
