using Cordon.Events.Activities;

namespace Cordon.Events.Tests;

public sealed class ProgramNamesTests
{
    [Theory]
    [InlineData("Job.iso", true)]
    [InlineData("Job.pdf.EXE", true)]
    [InlineData("Job.lnk. .", true)]
    [InlineData("C:\\Temp\\a.ps1", true)]
    [InlineData("Job.pdf", false)]
    [InlineData("exe", false)]
    [InlineData(".exe", false)]
    [InlineData("", false)]
    public void A_name_is_a_programs_by_its_ending(string name, bool isOne) =>
        Assert.Equal(isOne, ProgramNames.IsOne(name));
}
