using System.Text;
using FsCheck.Xunit;
using NegotiationRules.Cli.Streaming;

namespace NegotiationRules.Tests.Cli.Streaming;

public sealed class LineReaderTests
{
    [Fact]
    public void LinesAreNumberedAndEmptyOnesPassedOver() => Assert.Equal(["1:a", "4:b", "5:c"], Read("a\n\n \t\r\nb\nc"));

    [Theory]
    [InlineData("\uFEFFa\nb", "1:a|2:b")]
    [InlineData("a\n\uFEFFb", "1:a|2:\uFEFFb")]
    [InlineData("a\n\n\uFEFFb", "1:a|3:\uFEFFb")]
    public void AByteOrderMarkCountsAsSuchOnlyAtTheVeryStart(string text, string expected)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            Assert.Equal(expected, string.Join('|', Read(new PieceStream(Encoding.UTF8.GetBytes(text), seed), LineReader.LongestLine)));
        }
    }

    [Fact]
    public void NothingGivesNothing() => Assert.Empty(Read(string.Empty));

    [Fact]
    public void ALineThatIsTooLongIsSkippedAndTheNextIsRead()
    {
        var text = $"a\n{new string('x', 600_000)}\nb\n{new string('y', 600_000)}";

        Assert.Equal(["1:a", "2:too long", "3:b", "4:too long"], Read(text, longestLine: 300_000));
    }

    [Fact]
    public void ADeviceThatNeverEndsALineIsRefused()
    {
        var fault = Assert.Throws<IOException>(() => Read(new RepeatingStream(new byte[1_000], 1_000_000), longestLine: 600_000));

        Assert.Contains("a line without end", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALineLongerThanTheBufferIsRead()
    {
        var line = new string('x', 700_000);

        Assert.Equal(["1:" + line, "2:b"], Read(line + "\nb"));
    }

    [Property]
    public bool HoweverTheInputComesInPiecesTheLinesAreTheSame(string[] lines, int seed)
    {
        var text = string.Join('\n', lines.Select(line => line ?? string.Empty));
        return Read(text).SequenceEqual(Read(new PieceStream(Encoding.UTF8.GetBytes(text), seed), LineReader.LongestLine))
            && Read(text)
                .SequenceEqual(
                    Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), LineReader.LongestLine, mostLines: 1 + (Math.Abs(seed % 3)))
                );
    }

    [Fact]
    public async Task LinesThatABlockHasNoPlaceForComeInTheNextWithoutWaiting()
    {
        using var input = new DialogueStream();
        input.Say("a\n\nb\nc\nd");
        var reader = new LineReader(input, mostLines: 2);
        var block = new LineBlock();

        await reader.ReadAsync(block, CancellationToken.None);
        Assert.Equal([1, 3], block.Lines.Select(line => line.Number));

        var next = reader.ReadAsync(block, CancellationToken.None);
        Assert.True(next.IsCompletedSuccessfully);
        await next;
        Assert.Equal([4], block.Lines.Select(line => line.Number));
    }

    private static List<string> Read(string text, int longestLine = LineReader.LongestLine) =>
        Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), longestLine);

    private static List<string> Read(Stream input, int longestLine, int mostLines = int.MaxValue)
    {
        var reader = new LineReader(input, longestLine, mostLines);
        var lines = new List<string>();
        for (var block = Next(); block.Lines.Count > 0; block = Next())
        {
            lines.AddRange(
                block.Lines.Select(line => $"{line.Number}:{(line.IsTooLong ? "too long" : Encoding.UTF8.GetString(line.Text.Span))}")
            );
        }

        return lines;

        LineBlock Next()
        {
            var block = new LineBlock();
            reader.ReadAsync(block, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return block;
        }
    }

    private sealed class PieceStream(byte[] bytes, int seed) : MemoryStream(bytes)
    {
        private readonly Random _random = new(seed);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1 + _random.Next(4))], cancellationToken);
    }
}
