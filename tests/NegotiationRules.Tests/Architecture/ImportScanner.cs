using System.Text.RegularExpressions;

namespace NegotiationRules.Tests.Architecture;

/// <summary>
/// Finds the imports between storeys in the text of the source: <c>using</c> directives, full names
/// (<c>NegotiationRules.Facts.Fact</c>), names from the enclosing namespace (<c>Facts.Fact</c>), and public types, which live in
/// the root namespace and are seen everywhere without any <c>using</c>.
/// </summary>
internal sealed partial class ImportScanner
{
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly Dictionary<string, HashSet<string>> _namesByStorey;
    private readonly Dictionary<string, string> _storeyOfPublicType;

    public ImportScanner(IReadOnlyList<SourceFile> files)
    {
        _files = files;
        _namesByStorey = files
            .GroupBy(file => file.Storey)
            .ToDictionary(storey => storey.Key, storey => storey.SelectMany(NamesIn).ToHashSet());
        _storeyOfPublicType = files.Where(file => file.IsPublic)
            .SelectMany(file => file.Types.Select(type => (Type: type, file.Storey)))
            .DistinctBy(found => found.Type)
            .ToDictionary(found => found.Type, found => found.Storey);
    }

    public IEnumerable<Import> Imports() => _files.SelectMany(ImportsOf).Where(import => import.From != import.To);

    // `Text.Length` is a property, `Text.Span` a type: only names that the storey really has make an import.
    private static IEnumerable<string> NamesIn(SourceFile file) => file.Types.Concat(file.Folder.Split('/').Skip(1));

    private IEnumerable<Import> ImportsOf(SourceFile file)
    {
        foreach (Match match in UsingDirective().Matches(file.Code))
            if (IsStorey(match.Groups["storey"].Value))
                yield return At(file, match.Groups["storey"]);

        foreach (Match match in FullName().Matches(file.Code))
        {
            var next = match.Groups["next"];
            if (IsStorey(next.Value))
                yield return At(file, next);
            else if (HasName(SourceFile.FrontDoor, next.Value))
                yield return new Import(file, file.LineOf(next.Index), SourceFile.FrontDoor, next.Value);
        }

        foreach (Match match in PartialName().Matches(file.Code))
        {
            var storey = match.Groups["storey"];
            if (IsStorey(storey.Value) && HasName(storey.Value, match.Groups["next"].Value))
                yield return At(file, storey);
        }

        foreach (Match match in SimpleName().Matches(file.Code))
            if (HasName(SourceFile.FrontDoor, match.Value))
                yield return new Import(file, file.LineOf(match.Index), SourceFile.FrontDoor, match.Value);
            else if (_storeyOfPublicType.TryGetValue(match.Value, out var storey) && !IsMemberName(file.Code, match))
                yield return new Import(file, file.LineOf(match.Index), storey, match.Value);
    }

    // A property may be called like a public type: where it is declared, a type stands before the name; where it is set, `=` stands behind
    // it.
    private static bool IsMemberName(string code, Match name) =>
        Declared().IsMatch(code[LineStart(code, name.Index)..name.Index])
        || Assigned().IsMatch(code[(name.Index + name.Length)..Math.Min(code.Length, name.Index + name.Length + 3)]);

    private static int LineStart(string code, int index) => code.LastIndexOf('\n', index) + 1;

    private static Import At(SourceFile file, Group storey) => new(file, file.LineOf(storey.Index), storey.Value, storey.Value);

    private bool IsStorey(string name) => name != SourceFile.FrontDoor && _namesByStorey.ContainsKey(name);

    private bool HasName(string storey, string name) => _namesByStorey.TryGetValue(storey, out var names) && names.Contains(name);

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?(?:NegotiationRules\.)?(?<storey>[A-Z]\w*)\b",
        RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(
        @"(?<!\b(?:new|return|is|as|case|in|out|ref|throw|public|internal|private|protected|static|readonly|sealed|override|required|params|where|and|or|not|init))(?<=[\w>?\]])\s+$"
    )]
    private static partial Regex Declared();

    [GeneratedRegex(@"^ =[^=>]")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"\bNegotiationRules\.(?<next>[A-Z]\w*)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])(?<storey>[A-Z]\w*)\.(?<next>[A-Z]\w*)")]
    private static partial Regex PartialName();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b")]
    private static partial Regex SimpleName();
}
