namespace Cordon.Intelligence.Claims;

/// <summary>How the one who speaks stands to what is claimed.</summary>
public enum ClaimStance
{
    /// <summary>Says so from knowledge of his own.</summary>
    Asserts,

    /// <summary>Passes on what another says, without vouching for it.</summary>
    Reports,

    /// <summary>Says that it is not so.</summary>
    Denies,

    /// <summary>Takes back what he had said.</summary>
    Retracts,
}
