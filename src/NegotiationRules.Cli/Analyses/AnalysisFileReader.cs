using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary>Reads a <c>NAME.analysis.json</c> that stands beside rules.</summary>
/// <param name="rules">The rules; <see langword="null"/> if they cannot be had: then names are taken as they are.</param>
/// <param name="source">The text of the file.</param>
/// <param name="bag">Receives all that is wrong.</param>
/// <param name="store">Where the files are read from that it names.</param>
internal sealed class AnalysisFileReader(RuleSet? rules, SourceText source, DiagnosticBag bag, FileStore store)
{
    private static readonly string Ending = FileKinds.Endings[FileKind.Analysis];
    private static readonly string RulesEnding = FileKinds.Endings[FileKind.Rules];

    private readonly SyntaxDiagnostics _syntax = new(bag);
    private readonly AnalysisFileDiagnostics _diagnostics = new(bag);

    /// <summary>The file beside rules; an empty one if there is none. It may be used only if nothing was reported.</summary>
    public static AnalysisFile Beside(string rulesFile, RuleSet rules, DiagnosticBag bag)
    {
        var path = rulesFile.EndsWith(RulesEnding, StringComparison.Ordinal) ? rulesFile[..^RulesEnding.Length] + Ending : null;
        return path is null || !File.Exists(path) ? AnalysisFile.Empty : Read(path, rules, bag);
    }

    /// <summary>The rule file that an analysis file stands beside.</summary>
    public static string RulesOf(string path) => path[..^Ending.Length] + RulesEnding;

    /// <summary>What is in a file. It may be used only if nothing was reported.</summary>
    public static AnalysisFile Read(string path, RuleSet? rules, DiagnosticBag bag, FileStore? store = null)
    {
        store ??= FileStore.Disk;
        if (store.Read(path, ReadingLimits.Default, isNamed: false, out var fault) is { } bytes && Utf8Text.Decode(bytes) is { } text)
        {
            return new AnalysisFileReader(rules, new SourceText(path, text), bag, store).Read();
        }

        new ScenarioDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        return AnalysisFile.Empty;
    }

    private AnalysisFile Read()
    {
        switch (JsonReader.Read(source, ReadingLimits.Default, bag))
        {
            case JsonObject file:
                var members = new MemberReader(file, AnalysisFileShape.File, _syntax);
                members.Text("$schema");
                return new AnalysisFile(
                    Given(members), Assumed(members), Lists(members),
                    [.. (members.List("ignore")?.Items ?? []).Select(Ignored).OfType<IgnoredFinding>()]);
            case { } other:
                _diagnostics.NotAnObject(other);
                return AnalysisFile.Empty;
            default:
                return AnalysisFile.Empty;
        }
    }

    // What is wrong with its facts is told now, and not only once something is asked of them.
    private Scenario? Given(MemberReader members)
    {
        switch (members.Find("given"))
        {
            case null:
                return null;
            case { Value: JsonObject facts }:
                var stated = new Scenario(source.Name, facts);
                Bind(stated, bag);
                return stated;
            case { } member:
                return members.Of<JsonText>(member, "the path of a scenario, or facts") is { } path
                    ? Named(new Name(path.Value, path.Span)) : null;
        }
    }

    private Scenario? Named(Name name)
    {
        var naming = new TestsFileDiagnostics(bag);
        if (TestCaseReader.Locate(store, source, name, "scenario file", naming) is not { } path)
        {
            return null;
        }

        var faults = new DiagnosticBag();
        var scenario = Scenario.ReadNamed(store, path, ReadingLimits.Default, OwnFiles.Are(path), faults);
        if (scenario is not null)
        {
            Bind(scenario, faults);
        }

        if (faults.HasErrors && !OwnFiles.Are(path))
        {
            naming.NotShown(name, "scenario", FileKinds.Endings[FileKind.Scenario]);
            return null;
        }

        bag.AddAll(faults);
        return scenario;
    }

    private void Bind(Scenario scenario, DiagnosticBag faults)
    {
        if (rules is not null)
        {
            scenario.Bind(rules.Vocabulary, faults);
        }
    }

    // Each alone, as one that cannot be read says nothing about the others.
    private List<JsonValue> Assumed(MemberReader members)
    {
        var written = members.List("assume")?.Items ?? [];
        foreach (var condition in written)
        {
            IReadOnlyList<Diagnostic> found = [];
            rules?.TryCheckConditions([condition], out _, out found);
            foreach (var one in found.Where(one => one.Severity == DiagnosticSeverity.Error || one.Span.Source == source))
            {
                bag.Add(one);
            }
        }

        return [.. written];
    }

    private Dictionary<string, int> Lists(MemberReader members)
    {
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = rules is null ? null : ListPaths.In(rules.Vocabulary.Root);
        foreach (var member in members.Object("lists")?.Members ?? [])
        {
            if (known?.Contains(member.Name) == false)
            {
                _diagnostics.NoSuchName(member.NameSpan, "list", member.Name, known);
            }
            else if (member.Value is JsonNumber number && int.TryParse(number.Digits, out var most) && most >= 0)
            {
                lists[member.Name] = most;
            }
            else
            {
                _syntax.WrongKind(member.Value, $"`{member.Name}`", "a number of elements", "15");
            }
        }

        return lists;
    }

    private IgnoredFinding? Ignored(JsonValue value)
    {
        if (value is not JsonObject written)
        {
            _syntax.WrongKind(value, "an ignored finding", "an object", AnalysisFileShape.File.ExampleOf("ignore"));
            return null;
        }

        var members = new MemberReader(written, AnalysisFileShape.Ignored, _syntax);
        var (code, rule, stage) = (members.RequiredName("code"), members.Name("rule"), members.Name("stage"));
        members.RequiredName("because");
        Know(code, "finding", Enum.GetValues<DefectKind>().Select(SoundnessDiagnostics.CodeOf));
        Know(rule, "rule", rules?.Rules.Select(one => one.Id));
        Know(stage, "stage", rules?.Stages);
        return code is null ? null : new IgnoredFinding(code.Text, rule?.Text, stage?.Text, written.Span.Opening);
    }

    private void Know(Name? name, string what, IEnumerable<string>? known)
    {
        if (name is not null && known?.Contains(name.Text) == false)
        {
            _diagnostics.NoSuchName(name.Span, what, name.Text, [.. known]);
        }
    }
}
