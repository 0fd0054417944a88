namespace NegotiationRules.Cli.Streaming;

/// <summary>Reads lines in batches: as many as are there, so that a program at the other end of a pipe gets its answer before it asks again.</summary>
/// <remarks>Holds no more than one batch: a buffer, and what a longer line needs.</remarks>
internal sealed class LineReader(Stream input, int longestLine = LineReader.LongestLine)
{
    /// <summary>A line of more bytes is not read.</summary>
    public const int LongestLine = 256 * 1024 * 1024;

    private const int UsualBuffer = 256 * 1024;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    private readonly List<ScenarioLine> _batch = [];
    private byte[] _buffer = new byte[UsualBuffer];
    private int _start;
    private int _end;
    private long _number;
    private bool _isInLongLine;
    private bool _isAtStart = true;

    /// <summary>How much was read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The next lines that are not empty; none at the end.</summary>
    /// <exception cref="OperationCanceledException">The run is stopped while no line is there.</exception>
    public async ValueTask<IReadOnlyList<ScenarioLine>> ReadAsync(CancellationToken stop)
    {
        _batch.Clear();
        while (_batch.Count == 0)
        {
            MakeRoom();

            // A console or a pipe may not give way to a token; waiting for it does.
            var count = await input.ReadAsync(_buffer.AsMemory(_end), stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
            BytesRead += count;
            _end += count;
            SkipMark();
            TakeLines();
            if (count > 0)
            {
                continue;
            }

            if (_end > _start || _isInLongLine)
            {
                Take(_end);
                _start = _end;
            }

            break;
        }

        return _batch;
    }

    private void MakeRoom()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end < _buffer.Length)
        {
            return;
        }

        if (_end >= longestLine)
        {
            _isInLongLine = true;
            _end = 0;
        }
        else
        {
            Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Math.Max(longestLine, _buffer.Length + 1)));
        }
    }

    private void TakeLines()
    {
        for (var at = IndexOfBreak(); at >= 0; at = IndexOfBreak())
        {
            Take(at);
            _start = at + 1;
        }
    }

    private int IndexOfBreak()
    {
        var at = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        return at < 0 ? -1 : _start + at;
    }

    private void Take(int end)
    {
        _number++;
        var text = _buffer.AsMemory(_start, end - _start);
        if (_isInLongLine || text.Length > longestLine)
        {
            _batch.Add(new ScenarioLine(_number, default, IsTooLong: true));
            _isInLongLine = false;
        }
        else if (text.Span.Trim(" \t\r"u8).Length > 0)
        {
            _batch.Add(new ScenarioLine(_number, text));
        }
    }

    // A byte order mark at the very start is no part of the first line. It holds no line break, so nothing was taken before all of it is there.
    private void SkipMark()
    {
        if (_isAtStart && BytesRead >= Mark.Length)
        {
            _isAtStart = false;
            _start = _end == BytesRead && _buffer.AsSpan(0, _end).StartsWith(Mark) ? Mark.Length : _start;
        }
    }
}
