namespace NegotiationRules.Cli.Streaming;

/// <summary>Reads lines in blocks: as many as are there, so that a program at the other end of a pipe gets its answer before it asks
/// again.</summary>
/// <remarks>Keeps nothing but what a block had no place for: mostly the line that it broke off in.</remarks>
/// <param name="input">The lines.</param>
/// <param name="longestLine">A line of more bytes is not read.</param>
/// <param name="mostLines">How many lines a block may have.</param>
internal sealed class LineReader(Stream input, int longestLine = LineReader.LongestLine, int mostLines = int.MaxValue)
{
    /// <summary>The most bytes that a line may have, unless another number is given.</summary>
    public const int LongestLine = 256 * 1024 * 1024;

    private byte[] _begun = [];
    private int _begunLength;
    private long _number;
    private bool _isInLongLine;
    private bool _isAtStart = true;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>How much was read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Fills a block with the next lines that are not empty; with none at the end.</summary>
    /// <exception cref="OperationCanceledException">The run is stopped while no line is there.</exception>
    public async ValueTask ReadAsync(LineBlock block, CancellationToken stop)
    {
        block.Clear();
        block.Append(_begun.AsSpan(0, _begunLength));
        var start = TakeLines(block, 0);
        while (block.Lines.Count == 0)
        {
            start = MakeRoom(block, start);

            // A console or a pipe may not give way to a token; waiting for it does.
            var count = await input.ReadAsync(block.Room, stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
            BytesRead += count;
            block.Length += count;
            start = TakeLines(block, SkipMark(block, start));
            if (count == 0)
            {
                if (block.Length > start || _isInLongLine)
                {
                    Take(block, start, block.Length);
                    start = block.Length;
                }

                break;
            }
        }

        Keep(block.Text.Span[start..]);
    }

    private void Keep(ReadOnlySpan<byte> begun)
    {
        if (_begun.Length < begun.Length)
        {
            _begun = new byte[begun.Length];
        }

        begun.CopyTo(_begun);
        _begunLength = begun.Length;
    }

    // Where the line that is being read starts afterwards: at the beginning, unless there was room anyway.
    private int MakeRoom(LineBlock block, int start)
    {
        if (!block.IsFull)
        {
            return start;
        }

        block.RemoveFirst(start);
        if (block.Length >= longestLine)
        {
            // A device that has no end has no line either.
            if (block.Text.Span[..block.Length].Contains((byte)0))
            {
                throw new IOException("the input is no text: it holds a line without end, of the character NUL");
            }

            _isInLongLine = true;
            block.Length = 0;
        }
        else if (block.IsFull)
        {
            block.Grow(longestLine);
        }

        return 0;
    }

    private int TakeLines(LineBlock block, int start)
    {
        while (block.Lines.Count < mostLines && block.Text.Span[start..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            Take(block, start, start + length);
            start += length + 1;
        }

        return start;
    }

    private void Take(LineBlock block, int start, int end)
    {
        _number++;
        var text = block.Text[start..end];
        if (_isInLongLine || text.Length > longestLine)
        {
            block.Lines.Add(new ScenarioLine(_number, default, IsTooLong: true));
            _isInLongLine = false;
        }
        else if (text.Span.Trim(" \t\r"u8).Length > 0)
        {
            block.Lines.Add(new ScenarioLine(_number, text));
        }
    }

    // A byte order mark at the very start is no part of the first line. It holds no line break, so nothing was taken before all of it is
    // there.
    private int SkipMark(LineBlock block, int start)
    {
        if (!_isAtStart || BytesRead < Mark.Length)
        {
            return start;
        }

        _isAtStart = false;
        return block.Length == BytesRead && block.Text.Span.StartsWith(Mark) ? Mark.Length : start;
    }
}
