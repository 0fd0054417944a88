using System.Globalization;
using System.Text;

namespace NegotiationRules.Checking;

/// <summary>Patterns mean what <c>pattern</c> of JSON Schema means, regular expressions of ECMA-262 in its Unicode mode; here they are
/// written as .NET reads them.</summary>
/// <remarks>
/// <c>$</c> is the end and not also before a last line break, <c>.</c> is no line break of any kind, <c>\d</c> and <c>\w</c> are of ASCII,
/// and a character beyond U+FFFF is one. What only .NET has is left as it is; <c>\b</c> goes by the letters of every script.
/// </remarks>
internal sealed class EcmaPattern
{
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string Halves = @"\uD800-\uDFFF";
    private const string LineBreaks = @"\n\r\u2028\u2029";
    private const string Spaces = @"\t\n\v\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string NoSpaces =
        @"\0-\x08\x0E-\x1F!-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    private readonly string _pattern;
    private readonly StringBuilder _written = new();
    private bool _hasLines;
    private bool _hasAnything;
    private int _at;

    private EcmaPattern(string pattern) => _pattern = pattern;

    public static string ToDotNet(string pattern) => new EcmaPattern(pattern).Write();

    private static string? ClassOf(char escape) => escape switch
    {
        'd' => "0-9",
        'D' => @"\0-/:-\uFFFF",
        'w' => "0-9A-Za-z_",
        'W' => @"\0-/:-@\[-\^`{-\uFFFF",
        's' => Spaces,
        'S' => NoSpaces,
        _ => null,
    };

    private string Write()
    {
        while (_at < _pattern.Length)
        {
            var next = _pattern[_at++];
            _ = next switch
            {
                '\\' when _at < _pattern.Length => WriteEscape(),
                '[' => WriteClass(),
                '$' when !_hasLines => _written.Append(@"\z"),
                '.' => Put(_hasAnything ? $@"(?:{Pair}|[\s\S])" : $"(?:[^{LineBreaks}{Halves}]|{Pair})"),
                '(' => NoteOptions(),
                _ when char.IsHighSurrogate(next) && _at < _pattern.Length => Put($"(?:{next}{_pattern[_at++]})"),
                _ => _written.Append(next),
            };
        }

        return _written.ToString();
    }

    private StringBuilder Put(string part) => _written.Append(part);

    // Where lines are meant, or any character is, whoever wrote so knows the dialect.
    private StringBuilder NoteOptions()
    {
        for (var i = _at + 1; _at < _pattern.Length && _pattern[_at] == '?' && i < _pattern.Length && char.IsAsciiLetter(_pattern[i]); i++)
        {
            _hasLines |= _pattern[i] == 'm';
            _hasAnything |= _pattern[i] == 's';
        }

        return _written.Append('(');
    }

    private StringBuilder WriteEscape()
    {
        var escape = _pattern[_at++];
        return ClassOf(escape) is not { } inside ? _written.Append(Escaped(escape, isInClass: false))
            : Put(char.IsUpper(escape) ? $"(?:[{inside}-[{Halves}]]|{Pair})" : $"[{inside}]");
    }

    // \u{1F600} has another spelling.
    private string Escaped(char escape, bool isInClass)
    {
        var end = escape == 'u' && _at < _pattern.Length && _pattern[_at] == '{' ? _pattern.IndexOf('}', _at) : -1;
        if (end < 0
            || !int.TryParse(_pattern[(_at + 1)..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || !Rune.IsValid(code))
        {
            return $@"\{escape}";
        }

        _at = end + 1;
        var character = new Rune(code).ToString();
        return character.Length == 2 && !isInClass ? $"(?:{character})" : string.Concat(character.Select(unit => $@"\u{(int)unit:X4}"));
    }

    private StringBuilder WriteClass()
    {
        var isNegated = _at < _pattern.Length && _pattern[_at] == '^';
        _at += isNegated ? 1 : 0;
        var (inside, beyond) = (new StringBuilder(), new List<string>());
        for (; _at < _pattern.Length && _pattern[_at] != ']';)
        {
            var next = _pattern[_at++];
            if (next == '\\' && _at < _pattern.Length)
            {
                var escape = _pattern[_at++];
                Add(ClassOf(escape) ?? Escaped(escape, isInClass: true));
            }
            else if (char.IsHighSurrogate(next) && _at < _pattern.Length)
            {
                Add($@"\u{(int)next:X4}\u{(int)_pattern[_at++]:X4}");
            }
            else
            {
                inside.Append(next == '[' ? @"\[" : next.ToString());
            }
        }

        if (_at == _pattern.Length)
        {
            return _written.Append('[').Append(inside);
        }

        _at++;
        return Put((isNegated, inside.Length, beyond.Count) switch
        {
            (true, 0, _) => $@"(?:{Pair}|[\s\S])",
            (true, _, _) => $"(?:[^{inside}{Halves}]|{Pair})",
            (false, 0, 0) => @"[^\s\S]",
            (false, _, 0) => $"[{inside}]",
            (false, 0, _) => $"(?:{string.Join('|', beyond)})",
            _ => $"(?:{string.Join('|', beyond)}|[{inside}])",
        });

        // Two halves beside each other are one character, which a class of .NET takes for two.
        void Add(string part)
        {
            if (part.StartsWith(@"\uD", StringComparison.Ordinal) && part.Length == 12)
            {
                beyond.Add(part);
            }
            else
            {
                inside.Append(part);
            }
        }
    }
}
