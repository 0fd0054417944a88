using System.Text.RegularExpressions;

namespace NegotiationRules.Tests.Architecture;

/// <summary>
/// Finds the imports between storeys in the text of the source: <c>using</c> directives, full names
/// (<c>NegotiationRules.Facts.Fact</c>), names from an enclosing namespace (<c>Facts.Fact</c>), and what is seen without any
/// <c>using</c>: public types, which live in the root namespace, and the types of the folders around.
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
            .ToDictionary(storey => storey.Key, storey => storey.SelectMany(file => file.Types).ToHashSet());
        _storeyOfPublicType = files.Where(file => file.IsPublic)
            .SelectMany(file => file.Types.Select(type => (Type: type, file.Storey)))
            .DistinctBy(found => found.Type)
            .ToDictionary(found => found.Type, found => found.Storey);
    }

    public IEnumerable<Import> Imports() => _files.SelectMany(ImportsOf).Where(import => import.From != import.To);

    private IEnumerable<Import> ImportsOf(SourceFile file)
    {
        foreach (Match match in UsingDirective().Matches(file.Code))
            if (StoreyIn(match.Groups["path"].Value, out _) is { } storey)
                yield return At(file, match, storey);

        foreach (Match match in FullName().Matches(file.Code))
            if (StoreyIn(match.Groups["path"].Value, out var name) is { } storey)
                yield return At(file, match, storey);
            else if (HasName(SourceFile.FrontDoor, name))
                yield return At(file, match, SourceFile.FrontDoor);

        // `Text.Length` is a property, `Text.Span` a type: only names that the storey really has make an import.
        foreach (Match match in PartialName().Matches(file.Code))
            foreach (var around in file.Around.Prepend(file.Storey).Append(SourceFile.FrontDoor))
                if (StoreyIn($"{around.Replace('/', '.')}.{match.Value}".Trim('.'), out var name) is { } storey
                    && storey.Length > around.Length && HasName(storey, name))
                    yield return At(file, match, storey);

        foreach (Match match in SimpleName().Matches(file.Code))
            if (HasName(SourceFile.FrontDoor, match.Value))
                yield return At(file, match, SourceFile.FrontDoor);
            else if (!IsMemberName(file.Code, match))
            {
                if (_storeyOfPublicType.TryGetValue(match.Value, out var storey))
                    yield return At(file, match, storey);
                else if (!HasName(file.Storey, match.Value) && file.Around.FirstOrDefault(a => HasName(a, match.Value)) is { } around)
                    yield return At(file, match, around);
            }
    }

    // The storey in which a name lies: as much of its beginning as is a folder. What comes behind that is the name in it.
    private string? StoreyIn(string path, out string name)
    {
        var steps = path.Split('.');
        for (var count = steps.Length; count > 0; count--)
        {
            var storey = string.Join('/', steps[..count]);
            if (_namesByStorey.ContainsKey(storey))
            {
                name = count < steps.Length ? steps[count] : string.Empty;
                return storey;
            }
        }

        name = steps[0];
        return null;
    }

    // A property may be called like a public type: where it is declared, a type stands before the name; where it is set, `=` stands behind
    // it.
    private static bool IsMemberName(string code, Match name) =>
        Declared().IsMatch(code[LineStart(code, name.Index)..name.Index])
        || Assigned().IsMatch(code[(name.Index + name.Length)..Math.Min(code.Length, name.Index + name.Length + 3)]);

    private static int LineStart(string code, int index) => code.LastIndexOf('\n', index) + 1;

    // White space before a directive belongs to the match.
    private static Import At(SourceFile file, Match match, string storey)
    {
        var name = match.Value.TrimStart();
        return new(file, file.LineOf(match.Index + match.Length - name.Length), storey, name);
    }

    private bool HasName(string storey, string name) => _namesByStorey.TryGetValue(storey, out var names) && names.Contains(name);

    [GeneratedRegex(@"^\s*(?:global\s+)?using\s+(?:static\s+)?(?:\w+\s*=\s*)?(?:global::)?(?:NegotiationRules\.)?(?<path>[A-Z][\w.]*)",
        RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(
        @"(?<!\b(?:new|return|is|as|case|in|out|ref|throw|public|internal|private|protected|static|readonly|sealed|override|required"
            + @"|params|where|and|or|not|init))(?<=[\w>?\]])\s+$"
    )]
    private static partial Regex Declared();

    [GeneratedRegex(@"^ =[^=>]")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"\bNegotiationRules\.(?<path>[A-Z]\w*(?:\.[A-Z]\w*)*)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex PartialName();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b")]
    private static partial Regex SimpleName();
}
