using System.Text;
using Cordon.Sigma.Compilation;

namespace Cordon.Sigma.Tests.Compilation;

/// <summary>Estimates decide what is looked for, so that a wrong one costs time and nothing else; they are held to what they are for.</summary>
public sealed class TextModelTests
{
    // A text is about as rare as the pairs it is made of are together.
    private const double Start = 2;

    [Fact]
    public void Every_pair_of_characters_adds_its_own_rarity()
    {
        var random = new Random(1);
        for (int i = 0; i < 200; i++)
        {
            // Few of these letters stand beside each other in what logs are full of.
            byte[] text = random.GetItems("QXZJ~`#"u8, 2 + random.Next(8));
            double pairs = 0;
            for (int at = 0; at < text.Length - 1; at++)
            {
                pairs += TextModel.RarityOf(text.AsSpan(at, 2)) - Start;
            }

            Assert.Equal(Start + pairs, TextModel.RarityOf(text), 3);
        }

        Assert.Equal(Start, TextModel.RarityOf("Q"u8));
        Assert.Equal(Start, TextModel.RarityOf("E"u8));
    }

    [Theory]
    [InlineData(@"\WINDOWS\SYSTEM32\")]
    [InlineData("C:\\WINDOWS\\SYSTEM32\\SVCHOST.EXE")]
    [InlineData("POWERSHELL.EXE")]
    [InlineData("CMD.EXE")]
    [InlineData("EXE")]
    [InlineData("HKLM\\SOFTWARE")]
    public void What_logs_are_full_of_is_never_rare(string text) =>
        Assert.InRange(TextModel.RarityOf(Encoding.ASCII.GetBytes(text)), 1, 4);

    [Theory]
    [InlineData("MIMIKATZ")]
    [InlineData(@"\WINDOWS\POWERSHELL")] // each piece of it is usual, the whole is not
    [InlineData("EXE.SCHEDULE")]
    [InlineData("SYSTEM32\\SYSTEM32")]
    [InlineData("WINDOWS\\SYSTEM32\\X")]
    public void What_stands_in_no_usual_log_is_rare(string text) =>
        Assert.True(TextModel.RarityOf(Encoding.ASCII.GetBytes(text)) > 10);

    [Fact]
    public void A_pair_that_is_seen_more_often_is_less_rare()
    {
        double[] rarities =
        [
            TextModel.RarityOf("WI"u8),
            TextModel.RarityOf("IN"u8),
            TextModel.RarityOf("QZ"u8),
            TextModel.RarityOf([200, 201]),
        ];
        Assert.True(rarities[1] <= rarities[0], "windows and programs, drivers and domains");
        Assert.True(rarities[0] < rarities[2] - 2);
        Assert.Equal(rarities[2], rarities[3]);
        for (int pair = 0; pair < 65_536; pair++)
        {
            double rarity = TextModel.RarityOf([(byte)(pair >> 8), (byte)pair]) - Start;
            Assert.InRange(rarity, 1, 6.5);
        }
    }

    [Fact]
    public void The_rarest_piece_is_the_first_of_the_rarest()
    {
        var random = new Random(2);
        for (int i = 0; i < 300; i++)
        {
            byte[] text = random.GetItems("WINDOWS\\QZ.EX"u8, 1 + random.Next(12));
            int length = 1 + random.Next(Math.Min(4, text.Length));
            double[] pieces =
            [
                .. Enumerable
                    .Range(0, text.Length - length + 1)
                    .Select(at => TextModel.RarityOf(text.AsSpan(at, length))),
            ];
            Assert.Equal(Array.IndexOf(pieces, pieces.Max()), TextModel.RarestPiece(text, length));
        }

        Assert.Equal(7, TextModel.RarestPiece("WINDOWS\\QZQZ.EXE"u8, 4));
        Assert.Equal(0, TextModel.RarestPiece("AB"u8, 2));
    }
}
