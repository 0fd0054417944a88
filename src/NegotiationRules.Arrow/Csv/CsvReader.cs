using System.Globalization;

namespace NegotiationRules.Arrow.Csv;

/// <summary>Reads lines of values with commas between them, as RFC 4180 has it.</summary>
/// <remarks>Of its own, because a value in quotes with nothing in it is not the same as nothing, and because what is wrong is told with
/// line and column and ends that line alone; texts stay the bytes that they are.</remarks>
internal sealed class CsvReader(Stream file)
{
    private const int LongestLine = 16 * 1024 * 1024;
    private const byte Quote = (byte)'"';

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private long _number = 1;
    private bool _isAtEnd;
    private bool _isBegun;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>Reads the next line.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="InvalidDataException">A value does not end.</exception>
    public async ValueTask<bool> ReadAsync(CsvLine line, CancellationToken stop)
    {
        while (!_isBegun || !TryTake(line))
        {
            if (_isAtEnd)
            {
                return false;
            }

            await FillAsync(stop).ConfigureAwait(false);
        }

        return true;
    }

    private async ValueTask FillAsync(CancellationToken stop)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == LongestLine)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"line {_number} does not end within 16 MB: a quote that opens a value there is probably never closed"));
        }

        if (_end == _buffer.Length)
        {
            System.Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, LongestLine));
        }

        var count = await file.ReadAsync(_buffer.AsMemory(_end), stop).ConfigureAwait(false);
        _end += count;
        _isAtEnd = count == 0;

        // A byte order mark is no part of the first name.
        if (!_isBegun && (_end >= Mark.Length || _isAtEnd))
        {
            _isBegun = true;
            _start = _buffer.AsSpan(0, _end).StartsWith(Mark) ? Mark.Length : 0;
        }
    }

    private bool TryTake(CsvLine line)
    {
        var text = _buffer.AsSpan(_start, _end - _start);
        if (text.IsEmpty)
        {
            return false;
        }

        line.Begin(_number);
        var at = 0;
        while (true)
        {
            var isQuoted = at < text.Length && text[at] == Quote;
            line.BeginValue(isQuoted);
            var isWhole = isQuoted ? TryTakeQuoted(text, ref at, line) : TryTakePlain(text, ref at, line);
            if (!isWhole)
            {
                return false;
            }

            if (at == text.Length || text[at] == (byte)'\n')
            {
                break;
            }

            at++;
        }

        var length = Math.Min(at + 1, text.Length);
        _number += text[..length].Count((byte)'\n');
        _start += length;
        return true;
    }

    // Up to the comma or the end of the line; false if more has to be read first.
    private bool TryTakePlain(ReadOnlySpan<byte> text, ref int at, CsvLine line)
    {
        var length = text[at..].IndexOfAny((byte)',', (byte)'\n');
        if (length < 0 && !_isAtEnd)
        {
            return false;
        }

        var value = length < 0 ? text[at..] : text.Slice(at, length);
        at += value.Length;
        var endsLine = at == text.Length || text[at] == (byte)'\n';
        value = endsLine && value.EndsWith("\r"u8) ? value[..^1] : value;
        line.Append(value);
        if (value.Contains(Quote))
        {
            line.Refuse(
                "NR1001", "a quote stands in the middle of a value", "put the whole value in quotes, and write each quote in it twice");
        }

        return true;
    }

    private bool TryTakeQuoted(ReadOnlySpan<byte> text, ref int at, CsvLine line)
    {
        at++;
        while (true)
        {
            var length = text[at..].IndexOf(Quote);
            if (length < 0)
            {
                if (_isAtEnd)
                {
                    line.Append(text[at..]);
                    line.Refuse(
                        "NR1002", "the quote that opens a value is never closed", "close it, and write each quote in a value twice");
                    at = text.Length;
                }

                return _isAtEnd;
            }

            line.Append(text.Slice(at, length));
            at += length + 1;
            if (at == text.Length && !_isAtEnd)
            {
                return false;
            }

            if (at == text.Length || text[at] != Quote)
            {
                return TryTakeRest(text, ref at, line);
            }

            line.Append(text.Slice(at, 1));
            at++;
        }
    }

    // Behind the closing quote there is nothing.
    private bool TryTakeRest(ReadOnlySpan<byte> text, ref int at, CsvLine line)
    {
        var length = text[at..].IndexOfAny((byte)',', (byte)'\n');
        if (length < 0 && !_isAtEnd)
        {
            return false;
        }

        var rest = length < 0 ? text[at..] : text.Slice(at, length);
        at += rest.Length;
        if (!rest.IsEmpty && !rest.SequenceEqual("\r"u8))
        {
            line.Refuse(
                "NR1001", "there is more behind the quote that closes a value",
                "put all of the value in the quotes, and write each quote in it twice");
        }

        return true;
    }
}
