using System.Text.RegularExpressions;

namespace NegotiationRules.Tests.Architecture;

/// <summary>One C# file of a project, reduced to its code: comments and the contents of plain strings are blanked out.</summary>
internal sealed partial class SourceFile
{
    /// <summary>The storey of files that lie in the project folder itself.</summary>
    public const string FrontDoor = "";

    public SourceFile(string path, string text)
    {
        Path = path;
        Code = Uncounted().Replace(text, Blank);
        Storey = path.Contains('/') ? path[..path.LastIndexOf('/')] : FrontDoor;
        Namespaces = [.. Namespace().Matches(Code).Select(match => match.Groups[1].Value)];
        Types = [.. Declaration().Matches(Code).Select(match => match.Groups[1].Value)];
        Enumerations = [.. Enumeration().Matches(Code).Select(match => match.Groups[1].Value)];
        Words = Word().Matches(Code).Select(match => match.Value).ToHashSet();
        IsPublic = PublicDeclaration().IsMatch(Code);
    }

    /// <summary>The path from the project folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The text without comments and plain strings, line for line.</summary>
    public string Code { get; }

    /// <summary>The folder the file lies in, from the project folder, or <see cref="FrontDoor"/>.</summary>
    public string Storey { get; }

    /// <summary>The folders around that, from within, without the project folder: what they hold is seen here by its bare name.</summary>
    public IEnumerable<string> Around
    {
        get
        {
            for (var end = Storey.LastIndexOf('/'); end > 0; end = Storey.LastIndexOf('/', end - 1))
                yield return Storey[..end];
        }
    }

    /// <summary>The namespaces declared.</summary>
    public IReadOnlyList<string> Namespaces { get; }

    /// <summary>The names of the types declared, nested ones too.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>Those of <see cref="Types"/> that are enumerations.</summary>
    public IReadOnlyList<string> Enumerations { get; }

    /// <summary>All words of the code that may name a type, each once.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>Whether it declares a public type that is in no other type.</summary>
    public bool IsPublic { get; }

    /// <summary>The number of the line, from one, on which a place in <see cref="Code"/> lies.</summary>
    public int LineOf(int index) => Code.AsSpan(0, index).Count('\n') + 1;

    // Interpolated strings are kept: there is code in their holes.
    private static string Blank(Match match) =>
        match.Value[0] is '$' || match.Value.StartsWith("@$", StringComparison.Ordinal)
            ? match.Value
            : new string('\n', match.Value.AsSpan().Count('\n'));

    [GeneratedRegex(
        """"
        //[^\n]*
        | /\*.*?\*/
        | \$*(?<quotes>"{3,}).*?\k<quotes>
        | (?:@\$|\$@|@)"(?:[^"]|"")*"
        | \$?"(?:\\.|[^"\\\n])*"
        | '(?:\\.|[^'\\\n])+'
        """",
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Uncounted();

    [GeneratedRegex(@"^\s*namespace\s+([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>?\[\],. ]+?)\s+([A-Z]\w*)\b")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^public\s+(?:\w+\s+)*?(?:class|struct|interface|enum|record|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicDeclaration();

    [GeneratedRegex(@"\benum\s+([A-Z]\w*)")]
    private static partial Regex Enumeration();

    // Not the name of a property or a text that is declared.
    [GeneratedRegex(@"(?<![\w.]|\bstring )[A-Z]\w*\b(?! \{ get\b)")]
    private static partial Regex Word();
}
