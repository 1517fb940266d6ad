namespace Cordon.Intelligence.Knowledge;

/// <summary>Says which entities a name may mean.</summary>
public interface INameResolver
{
    /// <summary>The entities a name may mean, the best first; none where nobody uses the name.</summary>
    /// <param name="name">A name as written; case, spaces and punctuation may differ from what is known.</param>
    IReadOnlyList<NameCandidate> Resolve(string name);
}
