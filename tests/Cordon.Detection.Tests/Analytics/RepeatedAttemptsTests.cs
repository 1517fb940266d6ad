using Cordon.Detection.Analytics.SignIns;
using Cordon.Events;
using Cordon.Events.Activities;

namespace Cordon.Detection.Tests.Analytics;

public sealed class RepeatedAttemptsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sign_ins_of_one_instant_are_taken_in_an_order_that_their_logs_do_not_decide(bool isByTime)
    {
        var random = new Random(5);
        SignIn[] signIns =
        [
            .. Enumerable
                .Range(0, 200)
                .Select(i => SignInOf(random.Next(20), $"a{random.Next(3)}", $"s{random.Next(3)}", i)),
        ];
        SignIn[] given = isByTime ? [.. signIns.OrderBy(s => s.Time)] : signIns;
        Assert.Equal(
            signIns
                .OrderBy(s => s.Time)
                .ThenBy(s => s.Account, StringComparer.Ordinal)
                .ThenBy(s => s.Origin.Source, StringComparer.Ordinal)
                .ThenBy(s => s.Origin.Position)
                .Select(s => s.Origin.Position),
            RepeatedAttempts.Remove(given).Select(s => s.Origin.Position)
        );
    }

    private static SignIn SignInOf(int second, string account, string source, int position) =>
        new()
        {
            Origin = new EventOrigin { Source = source, Position = position },
            Time = TestLog.Start.AddSeconds(second),
            System = "entra",
            Account = account,
            Verdict = SignInVerdict.Succeeded,
        };
}
