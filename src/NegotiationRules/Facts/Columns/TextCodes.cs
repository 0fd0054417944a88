namespace NegotiationRules.Facts.Columns;

/// <summary>Numbers for texts: those that rules name keep theirs, others are numbered as they are met.</summary>
internal sealed class TextCodes
{
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly int _fixed;

    public TextCodes(IReadOnlyList<string> named)
    {
        foreach (var text in named)
        {
            _codes.Add(text, _texts.Count);
            _texts.Add(text);
        }

        _fixed = _texts.Count;
    }

    /// <summary>How many codes there are.</summary>
    public int Count => _texts.Count;

    public string this[int code] => _texts[code];

    public int CodeOf(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            _codes.Add(text, code);
            _texts.Add(text);
        }

        return code;
    }

    /// <summary>Forgets all texts but those that rules name.</summary>
    public void Clear()
    {
        for (var code = _texts.Count - 1; code >= _fixed; code--)
        {
            _codes.Remove(_texts[code]);
        }

        _texts.RemoveRange(_fixed, _texts.Count - _fixed);
    }
}
