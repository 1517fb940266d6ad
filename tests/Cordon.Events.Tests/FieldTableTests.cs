using Cordon.Events;

namespace Cordon.Events.Tests;

public sealed class FieldTableTests
{
    [Fact]
    public void Gives_the_same_id_to_the_same_name_and_keeps_case_apart()
    {
        var table = new FieldTable();
        FieldId image = table.Intern("Image");
        Assert.Equal(image, table.Intern("Image"));
        Assert.NotEqual(image, table.Intern("image"));
        Assert.Equal("Image", table.NameOf(image));
        Assert.True(table.TryFind("Image", out FieldId found));
        Assert.Equal(image, found);
        Assert.False(table.TryFind("Nothing", out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.NameOf(new FieldId(7)));
    }
}
