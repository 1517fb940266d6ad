using System.Text;
using Cordon.Intelligence.Claims;
using Cordon.Intelligence.Reading;
using Cordon.Reporting.Terminal;

namespace Cordon.Cli.Intelligence;

/// <summary>A report's text with what was found marked in it, and its claims below, with numbers and grades, for people; what an attacker may have written is made harmless.</summary>
internal static class ReportMarks
{
    /// <summary>Writes it.</summary>
    public static void Write(Report report, Stream output)
    {
        var marked = new StringBuilder();
        int at = 0;
        foreach (
            ReportEntity entity in report.Entities.Where(static e =>
                e.Type != EntityType.AttackPattern || e.End - e.Start < 12
            )
        )
        {
            if (entity.Start >= at)
            {
                marked
                    .Append(report.Text, at, entity.Start - at)
                    .Append('[')
                    .Append(entity.Text)
                    .Append(" | ")
                    .Append(entity.Type)
                    .Append(']');
                at = entity.End;
            }
        }

        marked.Append(report.Text, at, report.Text.Length - at);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        foreach (string line in marked.ToString().Split('\n'))
        {
            writer.WriteLine(SafeText.OneLine(line));
        }

        writer.WriteLine();
        int number = 0;
        foreach (Claim claim in report.Claims)
        {
            string by = claim.AssertedBy.Count > 0 ? string.Join(" <- ", claim.AssertedBy) : "the text";
            writer.WriteLine(
                SafeText.OneLine(
                    $"{++number, 3}. {claim.Grade ?? "--"} {by} {ClaimWords.Of(claim.Stance)}: {claim.Subject} {claim.Predicate} {claim.Object} ({ClaimWords.Of(claim.Outcome)})"
                )
            );
        }
    }
}
