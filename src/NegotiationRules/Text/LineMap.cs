namespace NegotiationRules.Text;

/// <summary>Turns offsets into one-based lines and columns, and back. The only place that counts lines.</summary>
/// <remarks>A line ends at CR LF, LF or CR, as <c>JsonTextReader</c> counts them. A column is one UTF-16 unit.</remarks>
internal sealed class LineMap
{
    private readonly string _text;
    private readonly int _firstLine;
    private readonly List<int> _starts = [0];

    // A file of one long line may have as many findings as it is long.
    private volatile Tuple<int, string>? _recent;

    public LineMap(string text, int firstLine = 1)
    {
        _text = text;
        _firstLine = firstLine;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                _starts.Add(i + 1);
            }
        }
    }

    public int Count => _starts.Count;

    /// <summary>The one-based line and column of an offset.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var index = _starts.BinarySearch(offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + _firstLine, offset - _starts[line] + 1);
    }

    /// <summary>The offset of a one-based line and a zero-based column, kept inside the text.</summary>
    public int OffsetOf(int line, int column)
    {
        var start = _starts[Math.Clamp(line - _firstLine, 0, _starts.Count - 1)];
        return Math.Min(start + Math.Max(column, 0), _text.Length);
    }

    /// <summary>The text of a one-based line, without its line break.</summary>
    public string LineAt(int line)
    {
        if (_recent is { } recent && recent.Item1 == line)
        {
            return recent.Item2;
        }

        var index = line - _firstLine;
        var start = _starts[index];
        var end = index + 1 < _starts.Count ? _starts[index + 1] : _text.Length;
        while (end > start && _text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        var text = _text[start..end];
        _recent = Tuple.Create(line, text);
        return text;
    }
}
