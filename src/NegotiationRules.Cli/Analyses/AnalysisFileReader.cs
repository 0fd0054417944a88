using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary>Reads a <c>NAME.analysis.json</c> that stands beside rules.</summary>
internal sealed class AnalysisFileReader(RuleSet rules, SourceText source, DiagnosticBag bag)
{
    public const string Ending = ".analysis.json";

    private const string RulesEnding = ".rules.json";

    private static readonly ObjectShape Shape = new("an analysis file",
        ("$schema", "\"../schema/analysis.schema.json\""),
        ("given", "\"scenarios/as-reported.scenario.json\""),
        ("assume", "[ { \"talks.mediated\": true } ]"),
        ("lists", "{ \"members\": 15 }"),
        ("ignore", "[ { \"code\": \"NR5004\", \"rule\": \"not-refused\", \"because\": \"…\" } ]"));

    private static readonly ObjectShape IgnoreShape = new("an ignored finding",
        ("code", "\"NR5004\""), ("rule", "\"not-refused\""), ("stage", "\"talks\""), ("because", "\"It is said twice for clarity.\""));

    private readonly SyntaxDiagnostics _syntax = new(bag);
    private readonly AnalysisFileDiagnostics _diagnostics = new(bag);

    /// <summary>The file beside rules; an empty one if there is none. It may be used only if nothing was reported.</summary>
    public static AnalysisFile Beside(string rulesFile, RuleSet rules, DiagnosticBag bag)
    {
        var path = rulesFile.EndsWith(RulesEnding, StringComparison.Ordinal) ? rulesFile[..^RulesEnding.Length] + Ending : null;
        if (path is null || !File.Exists(path))
        {
            return AnalysisFile.Empty;
        }

        if (Utf8Text.ReadFile(path, ReadingLimits.Default, out var fault) is { } bytes && Utf8Text.Decode(bytes) is { } text)
        {
            return new AnalysisFileReader(rules, new SourceText(path, text), bag).Read();
        }

        new ScenarioDiagnostics(bag).CannotRead(path, fault ?? Utf8Text.NotUtf8);
        return AnalysisFile.Empty;
    }

    private AnalysisFile Read()
    {
        switch (JsonReader.Read(source, ReadingLimits.Default, bag))
        {
            case JsonObject file:
                var members = new MemberReader(file, Shape, _syntax);
                members.Text("$schema");
                return new AnalysisFile(
                    Given(members), [.. members.List("assume")?.Items ?? []], Lists(members),
                    [.. (members.List("ignore")?.Items ?? []).Select(Ignored).OfType<IgnoredFinding>()]);
            case { } other:
                _diagnostics.NotAnObject(other);
                return AnalysisFile.Empty;
            default:
                return AnalysisFile.Empty;
        }
    }

    private Scenario? Given(MemberReader members)
    {
        switch (members.Find("given"))
        {
            case null:
                return null;
            case { Value: JsonObject facts }:
                return new Scenario(source.Name, facts);
            case { } member:
                return members.Of<JsonText>(member, "the path of a scenario, or facts") is { } path
                    ? Scenario.ReadNamed(
                        Path.Combine(Path.GetDirectoryName(source.Name) ?? string.Empty, path.Value), ReadingLimits.Default,
                        isShown: true, bag)
                    : null;
        }
    }

    private Dictionary<string, int> Lists(MemberReader members)
    {
        var lists = new Dictionary<string, int>(StringComparer.Ordinal);
        var known = ListPaths.In(rules.Vocabulary.Root);
        foreach (var member in members.Object("lists")?.Members ?? [])
        {
            if (!known.Contains(member.Name))
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
            _syntax.WrongKind(value, "an ignored finding", "an object", Shape.ExampleOf("ignore"));
            return null;
        }

        var members = new MemberReader(written, IgnoreShape, _syntax);
        var (code, rule, stage) = (members.RequiredName("code"), members.Name("rule"), members.Name("stage"));
        members.RequiredName("because");
        Know(code, "finding", [.. Enum.GetValues<DefectKind>().Select(SoundnessDiagnostics.CodeOf)]);
        Know(rule, "rule", [.. rules.Rules.Select(one => one.Id)]);
        Know(stage, "stage", [.. rules.Stages]);
        return code is null ? null : new IgnoredFinding(code.Text, rule?.Text, stage?.Text, written.Span.Opening);
    }

    private void Know(Name? name, string what, IReadOnlyCollection<string> known)
    {
        if (name is not null && !known.Contains(name.Text))
        {
            _diagnostics.NoSuchName(name.Span, what, name.Text, known);
        }
    }
}
