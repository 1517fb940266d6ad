namespace Cordon.Simulation.Evaluation;

/// <summary>Figures of one kind of attempts, or of all.</summary>
internal sealed class KindFigures
{
    /// <summary>Attempts.</summary>
    public int Attempts { get; set; }

    /// <summary>Attempts that some log tells of.</summary>
    public int Visible { get; set; }

    /// <summary>Of those, the ones that an incident covers.</summary>
    public int Found { get; set; }

    /// <summary>Incidents beyond the first for each attempt that was found.</summary>
    public int Fragments { get; set; }

    /// <summary>Successes: credential exposed and worse.</summary>
    public SuccessFigures Exposed { get; } = new();

    /// <summary>Successes: access gained and worse.</summary>
    public SuccessFigures Access { get; } = new();

    /// <summary>Targets that some log tells of.</summary>
    public int Targets { get; set; }

    /// <summary>Of those, the ones that a matching incident names.</summary>
    public int Named { get; set; }

    /// <summary>Of those, the ones whose outcome is right.</summary>
    public int Right { get; set; }

    /// <summary>Adds what one attempt gave.</summary>
    public void Add(AttemptFigures attempt)
    {
        Attempts++;
        Visible += attempt.IsVisible ? 1 : 0;
        Found += attempt.IsVisible && attempt.IsFound ? 1 : 0;
        Fragments += Math.Max(0, attempt.Incidents - 1);
        Exposed.Add(
            attempt.IsVisible && attempt.Knowable >= Truth.TruthOutcome.CredentialExposed,
            attempt.IsFound,
            attempt.TellsExposed
        );
        Access.Add(
            attempt.IsVisible && attempt.Knowable >= Truth.TruthOutcome.AccessGained,
            attempt.IsFound,
            attempt.TellsAccess
        );
        Targets += attempt.Targets;
        Named += attempt.Named;
        Right += attempt.Right;
    }
}

/// <summary>Figures of successes.</summary>
internal sealed class SuccessFigures
{
    /// <summary>Attempts that went so far, as far as can be known.</summary>
    public int Attempts { get; private set; }

    /// <summary>Of those, the ones that an incident covers.</summary>
    public int Found { get; private set; }

    /// <summary>Of those, the ones of which a target that it happened to is told as so bad.</summary>
    public int Told { get; private set; }

    /// <summary>Adds an attempt.</summary>
    public void Add(bool counts, bool isFound, bool isTold)
    {
        if (counts)
        {
            Attempts++;
            Found += isFound ? 1 : 0;
            Told += isTold ? 1 : 0;
        }
    }
}

/// <summary>What one attempt gave.</summary>
internal sealed record AttemptFigures
{
    public required Truth.TruthOutcome Knowable { get; init; }
    public bool IsVisible => Knowable != Truth.TruthOutcome.Unseen;
    public int Incidents { get; set; }
    public bool IsFound => Incidents > 0;
    public bool TellsExposed { get; set; }
    public bool TellsAccess { get; set; }
    public int Targets { get; set; }
    public int Named { get; set; }
    public int Right { get; set; }
}
