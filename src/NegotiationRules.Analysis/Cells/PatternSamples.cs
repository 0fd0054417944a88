using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Short texts that a pattern matches, put together of what is written in it; what the pattern does not match is left
/// out.</summary>
/// <remarks>There may be none although something matches: a text is a guess that was verified, never a proof.</remarks>
internal sealed class PatternSamples
{
    // Of each part, and in all.
    private const int Most = 6;
    private const int MostCharacters = 200;
    private const char Other = '…';

    // What stands for a class of characters: the first of these that is in it.
    private const string Letters = "aA0 _-.…bBeExXzZ19,;:!?/+*'\"()\t\n";

    private readonly string _pattern;
    private int _at;

    private PatternSamples(string pattern) => _pattern = pattern;

    /// <summary>Texts that the pattern of a test matches, the simplest first.</summary>
    public static IReadOnlyList<string> Of(PatternTest test) =>
        [.. new PatternSamples(test.Text).Alternatives().Distinct().Where(text => test.Pattern.IsMatch(text))];

    private bool IsAt(char sign) => _at < _pattern.Length && _pattern[_at] == sign;

    private List<string> Alternatives()
    {
        var texts = Sequence();
        while (IsAt('|'))
        {
            _at++;
            texts = [.. texts, .. Sequence()];
        }

        return Few(texts);
    }

    private List<string> Sequence()
    {
        List<string> texts = [string.Empty];
        while (_at < _pattern.Length && !IsAt('|') && !IsAt(')'))
        {
            var next = Repeated(Atom());
            texts = Few([.. from text in texts from more in next where text.Length + more.Length <= MostCharacters select text + more]);
        }

        return texts;
    }

    private static List<string> Few(List<string> texts) => texts.Count <= Most ? texts : texts[..Most];

    // As often as it has to be there; and once, if it need not be.
    private List<string> Repeated(List<string> atom)
    {
        var least = 1;
        if (IsAt('*') || IsAt('?') || IsAt('+'))
        {
            least = IsAt('+') ? 1 : 0;
            _at++;
        }
        else if (IsAt('{') && _pattern.IndexOf('}', _at) is > 0 and var end
            && int.TryParse(_pattern[(_at + 1)..end].Split(',')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var times))
        {
            (least, _at) = (times, end + 1);
        }

        // As few as can be: "+?"
        _at += IsAt('?') ? 1 : 0;
        return least == 0 ? [string.Empty, .. atom]
            : [.. atom.Where(text => text.Length * (long)least <= MostCharacters)
                .Select(text => string.Concat(Enumerable.Repeat(text, least)))];
    }

    private List<string> Atom()
    {
        var sign = _pattern[_at++];
        switch (sign)
        {
            case '(':
                SkipOptions();
                var inside = Alternatives();
                _at += IsAt(')') ? 1 : 0;
                return inside;
            case '[':
                return InClass();
            case '\\' when _at < _pattern.Length:
                return Escaped();
            case '^' or '$':
                return [string.Empty];
            case '.':
                return [$"{Other}"];
            default:
                return [$"{sign}"];
        }
    }

    // "?:", "?i:" and "?<name>" begin a group; "?i" is one of its own.
    private void SkipOptions()
    {
        if (!IsAt('?'))
        {
            return;
        }

        while (_at < _pattern.Length && !IsAt(')') && _pattern[_at] is not (':' or '>'))
        {
            _at++;
        }

        _at += IsAt(')') ? 0 : 1;
    }

    private List<string> InClass()
    {
        var start = _at - 1;
        while (_at < _pattern.Length && !IsAt(']'))
        {
            _at += IsAt('\\') ? 2 : 1;
        }

        _at = Math.Min(_at + 1, _pattern.Length);
        return FirstIn(_pattern[start.._at]);
    }

    private List<string> Escaped()
    {
        var start = _at - 1;
        var sign = _pattern[_at++];
        if (sign is 'b' or 'B' or 'A' or 'z' or 'Z')
        {
            return [string.Empty];
        }

        if (!char.IsAsciiLetterOrDigit(sign))
        {
            return [$"{sign}"];
        }

        _at = sign switch
        {
            'p' or 'P' or 'u' when IsAt('{') && _pattern.IndexOf('}', _at) is > 0 and var end => end + 1,
            'u' => Math.Min(_at + 4, _pattern.Length),
            'x' => Math.Min(_at + 2, _pattern.Length),
            _ => _at,
        };
        return FirstIn(_pattern[start.._at]);
    }

    // A character that is one of a class, by itself or with nothing else to be said of it.
    private static List<string> FirstIn(string written)
    {
        try
        {
            var one = new Regex($"^(?:{written})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return [.. Candidates(written).Where(letter => one.IsMatch(letter)).Take(1)];
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Candidates(string written) => Letters.Concat(written).Select(letter => letter.ToString())
        .Concat(written is ['\\', 'u' or 'x', .. var digits]
            && int.TryParse(digits.Trim('{', '}'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code is < 0xD800 or (> 0xDFFF and <= 0x10FFFF) ? [char.ConvertFromUtf32(code)] : []);
}
