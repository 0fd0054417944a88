using System.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>Numbers for texts: those that rules name keep theirs, others are numbered as they are met.</summary>
internal sealed class TextCodes
{
    // Beyond so many, texts that no rule names are forgotten when the table is cleared; up to then they are met again without a string
    // being made.
    private const int MostRemembered = 4096;

    // Objects say the same few texts over and over: a look at where such a text was found last is cheaper than looking it up. A power of
    // two.
    private const int RecentTexts = 64;

    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly Utf8Index _named = new();
    private readonly Utf8Index _met = new();
    private readonly Recent[] _recentlyMet = new Recent[RecentTexts];
    private readonly Recent[] _recentlyNamed = new Recent[RecentTexts];

    public TextCodes(IReadOnlyList<string> named)
    {
        foreach (var text in named)
        {
            _codes.Add(text, _texts.Count);
            _named.Add(text, _texts.Count);
            _texts.Add(text);
        }

        Other = _texts.Count;
        _texts.Add("…");
    }

    /// <summary>The code for any text that no rule names, where a column need not tell such texts apart.</summary>
    public int Other { get; }

    /// <summary>How many codes there are.</summary>
    public int Count => _texts.Count;

    public string this[int code] => _texts[code];

    public int CodeOf(string text)
    {
        ref var recent = ref _recentlyMet[PlaceOf(text)];
        if (recent.Text == text)
        {
            return recent.Code;
        }

        recent = new Recent(text, Number(text));
        return recent.Code;
    }

    /// <summary>The same for a text in UTF-8, which must be valid.</summary>
    public int CodeOf(ReadOnlySpan<byte> utf8)
    {
        var code = _named.Find(utf8);
        code = code < 0 ? _met.Find(utf8) : code;
        if (code < 0)
        {
            code = CodeOf(Encoding.UTF8.GetString(utf8));
            _met.Add(utf8, code);
        }

        return code;
    }

    /// <summary>The code of a text that rules name, or <see cref="Other"/>.</summary>
    public int NamedCodeOf(string text)
    {
        ref var recent = ref _recentlyNamed[PlaceOf(text)];
        if (recent.Text == text)
        {
            return recent.Code;
        }

        recent = new Recent(text, _codes.TryGetValue(text, out var code) && code < Other ? code : Other);
        return recent.Code;
    }

    /// <summary>The same for a text in UTF-8.</summary>
    public int NamedCodeOf(ReadOnlySpan<byte> utf8)
    {
        var code = _named.Find(utf8);
        return code < 0 ? Other : code;
    }

    /// <summary>Forgets texts that no rule names, if there are many.</summary>
    public void Clear()
    {
        if (_texts.Count <= Other + 1 + MostRemembered)
        {
            return;
        }

        for (var code = _texts.Count - 1; code > Other; code--)
        {
            _codes.Remove(_texts[code]);
        }

        _texts.RemoveRange(Other + 1, _texts.Count - Other - 1);
        _met.Clear();
        Array.Clear(_recentlyMet);
    }

    private int Number(string text)
    {
        if (!_codes.TryGetValue(text, out var code))
        {
            code = _texts.Count;
            _codes.Add(text, code);
            _texts.Add(text);
        }

        return code;
    }

    private static int PlaceOf(string text) =>
        (text.Length == 0 ? 0 : text.Length + (text[0] * 7) + (text[^1] * 31)) & (RecentTexts - 1);

    private readonly record struct Recent(string? Text, int Code);
}
