using System.Text;
using Cordon.Detection.Activities;
using Cordon.Events;
using Cordon.Events.Activities;
using Cordon.Telemetry;
using Cordon.Telemetry.Discovery;

namespace Cordon.Detection.Tests.Activities;

/// <summary>Reads a log from a text and says what its events say.</summary>
internal static class IdentityLog
{
    /// <summary>What reading a log came to.</summary>
    public sealed record Outcome(
        string Format,
        string? Refusal,
        IReadOnlyList<EventOrigin> Events,
        IReadOnlyList<Activity> Activities,
        IReadOnlyList<ReadProblem> Problems
    );

    public static Outcome Read(string text, string name = "log.json")
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cordon-identity-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllText(path, text, new UTF8Encoding(false));
            var fields = new FieldTable();
            var reader = new ActivityReader(fields);
            List<EventOrigin> events = [];
            List<Activity> activities = [];
            List<ReadProblem> problems = [];
            string format = "";
            string? refusal = null;
            foreach (EventPart part in new LogReader(fields).Open(LogFinder.Find([path])))
            {
                format = part.Source.Format;
                refusal = part.Source.Refusal;
                PartReport report = part.Read(e =>
                {
                    events.Add(EventOrigin.Of(e));
                    reader.Read(e, activities);
                });
                problems.AddRange(report.Problems);
                reader.Complete(activities);
            }

            return new Outcome(format, refusal, events, activities, problems);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static SignIn SignIn(string text, string name = "log.json") =>
        Assert.IsType<SignIn>(Assert.Single(Read(text, name).Activities));

    public static AccountAction Action(string text, string name = "log.json") =>
        Assert.IsType<AccountAction>(Assert.Single(Read(text, name).Activities));
}
