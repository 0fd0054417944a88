using System.Globalization;
using System.Text;

namespace NegotiationRules.Generation.Facts;

/// <summary>Names of C# for what has a name in rule files and vocabularies, each given once.</summary>
internal sealed class CSharpNames
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "and", "or", "not", "when",
        "var", "record", "field", "value", "await", "nameof",
    ];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public CSharpNames(params ReadOnlySpan<string> taken)
    {
        foreach (var name in taken)
        {
            _taken.Add(name);
        }
    }

    /// <summary>The name itself, or with a number behind it if it is taken.</summary>
    public string Take(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            free = name + (char.IsDigit(name[^1]) ? "_" : string.Empty) + number.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    /// <summary>Words with a capital each and nothing between them: <c>no-first-use</c> is <c>NoFirstUse</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var isFirst = true;
        foreach (var letter in text)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                isFirst = true;
                continue;
            }

            if (name.Length == 0 && !char.IsLetter(letter))
            {
                name.Append('_');
            }

            name.Append(isFirst ? char.ToUpperInvariant(letter) : letter);
            isFirst = false;
        }

        return name.Length == 0 ? "_" : name.ToString();
    }

    /// <summary>The same with a small letter first, and no keyword.</summary>
    public static string Camel(string text)
    {
        var name = Pascal(text);
        name = char.ToLowerInvariant(name[0]) + name[1..];
        return Keywords.Contains(name) ? "@" + name : name;
    }

    /// <summary>One of what a list is called: <c>parties</c> are a <c>party</c>.</summary>
    public static string One(string list) => list switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 1 => stem + "y",
        [.. _, 's', 's'] => list + "Item",
        [.. var stem, 's'] when stem.Length > 1 => stem,
        _ => list + "Item",
    };

    /// <summary>Whether a text is a name, or several with points between them.</summary>
    public static bool IsName(string text) => text.Split('.').All(part =>
        part.Length > 0 && (char.IsLetter(part[0]) || part[0] == '_') && part.All(c => char.IsLetterOrDigit(c) || c == '_')
            && (!Keywords.Contains(part) || part is "record" or "field" or "value" or "and" or "or" or "not" or "when" or "var"));
}
