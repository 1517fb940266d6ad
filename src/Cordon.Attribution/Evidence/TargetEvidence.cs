using Cordon.Attribution.Knowledge;
using Cordon.Intelligence.Knowledge;

namespace Cordon.Attribution.Evidence;

/// <summary>Compares whom an actor is said to go after with whom Cordon protects: health and its research.</summary>
internal static class TargetEvidence
{
    public static void Gather(AttributionOptions options, EvidenceBoard board)
    {
        foreach (ActorCase one in board.Cases)
        {
            ActorProfile actor = one.Profile;
            if (actor.Health is { } health)
            {
                one.Soft.Add(
                    new Reason
                    {
                        Kind = ReasonKind.Target,
                        Statement = $"It is said to go after '{health.Value}'.",
                        Weight = options.SameSector,
                        Sources = [health.From.ToString()],
                        Grade = health.From.Grade ?? "",
                    }
                );
            }
            else if (actor.HasSectors)
            {
                ActorTarget other = actor.Actor.Targets.First(static t => t.Kind == TargetKind.Sector);
                one.Soft.Add(
                    new Reason
                    {
                        Kind = ReasonKind.Target,
                        Statement = $"It is said to go after others, such as '{other.Value}', and not after health.",
                        Weight = options.OtherSector,
                        Sources = [other.From.ToString()],
                    }
                );
            }
        }
    }
}
