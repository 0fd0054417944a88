using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>What can be wrong with a tests file besides unknown and missing keys. Codes NR1110 to NR1149; the lines of data files are in
/// the other part.</summary>
internal sealed partial class TestsFileDiagnostics(DiagnosticBag bag)
{
    public void CannotRead(string path, string fault) =>
        bag.Error(
            "NR1110", new SourceText(path, string.Empty).At(0, 0), $"`{path}` cannot be read: {fault}",
            "check the path; it is relative to the folder the program runs in"
        );

    public void NotAnObject(JsonValue root) =>
        bag.Error("NR1111", Opening(root), $"a tests file holds one object, but this is {root.Kind}", root is JsonArray
            ? "put the list under `tests`: { \"rules\": \"NAME.rules.json\", \"tests\": [ … ] }"
            : "write { \"rules\": \"NAME.rules.json\", \"tests\": [ … ] }");

    public void FileNotFound(Name path, string what, IEnumerable<string> beside)
    {
        var folder = path.Text[..(path.Text.LastIndexOf('/') + 1)];
        bag.Error(
            "NR1112",
            path.Span,
            $"there is no {what} `{ScenarioDiagnostics.Clean(path.Text)}`",
            Spelling.Nearest(path.Text[folder.Length..], beside) is { } nearest
                ? $"did you mean `{folder}{nearest}`?"
                : "check the path, which is relative to this file",
            Spelling.Nearest(path.Text[folder.Length..], beside) is { } meant ? Cure.Rename(path.Span, folder + meant) : null
        );
    }

    public void NothingIn(Name rules) =>
        bag.Error("NR1112", rules.Span, $"there is nothing in the rule file `{ScenarioDiagnostics.Clean(rules.Text)}`",
            "write the rules, or name another file; a pipe is read only if it is named on the command line");

    public void NotShown(Name file, string kind, string ending) =>
        bag.Error(
            "NR1136",
            file.Span,
            $"`{ScenarioDiagnostics.Clean(file.Text)}` is no {kind}, and what is in it is not shown, as its name does not end in "
                + $"`{ending}`",
            $"name a {kind}; if it is one, rename it so that it ends in `{ending}`, and what is wrong with it is shown"
        );

    public void NoTests(JsonArray tests) =>
        bag.Error(
            "NR1113", tests.Span, "`tests` is empty",
            "list at least one: { \"name\": \"…\", \"scenario\": { … }, \"expect\": { \"outcome\": \"valid\" } }"
        );

    public void NotATest(JsonValue found) =>
        bag.Error(
            "NR1114", Opening(found), $"a test must be an object, but this is {found.Kind}",
            "write { \"name\": \"…\", \"scenario\": { … }, \"expect\": { \"outcome\": \"valid\" } }"
        );

    public void DuplicateTest(Name name, Name first) =>
        bag.Error(
            "NR1115",
            name.Span,
            $"there is already a test `{ScenarioDiagnostics.Clean(name.Text)}`",
            $"rename one of them; the other stands at line {first.Span.ToPlace().Line}"
        );

    public void ScenarioAndLines(Span second, string secondKey) =>
        bag.Error(
            "NR1116",
            second,
            $"a test has either `scenario` or `lines`, not both; `{secondKey}` is the second",
            "make two tests of it"
        );

    public void NeitherScenarioNorLines(JsonObject test) =>
        bag.Error(
            "NR1117", Opening(test), "this test has no facts to evaluate the rules on",
            "add \"scenario\": \"scenarios/NAME.scenario.json\" or \"scenario\": { … }; or \"lines\": \"NAME.jsonl\" for a file with one "
                + "case a line"
        );

    public void KeyOfLines(JsonMember member) =>
        bag.Error("NR1118", member.NameSpan, $"`{member.Name}` belongs to `lines`, but this test has a `scenario`",
            $"leave `{member.Name}` out", Cure.Remove(member));

    public void ScenarioKind(JsonValue found) =>
        bag.Error(
            "NR1119",
            Opening(found),
            $"`scenario` must be a path or the facts themselves, but this is {found.Kind}",
            "write \"scenario\": \"scenarios/NAME.scenario.json\" or \"scenario\": { … }"
        );

    /// <param name="stage">The stage.</param>
    /// <param name="known">Those there are.</param>
    /// <param name="others">What stands beside it, and so is not meant.</param>
    public void UnknownStage(JsonMember stage, IEnumerable<string> known, IEnumerable<string> others) =>
        Unknown("NR1120", "stage", stage.NameSpan, stage.Name, known, others);

    public void UnknownRule(Span at, string id, IEnumerable<string> known, IEnumerable<string> others) =>
        Unknown("NR1121", "rule", at, id, known, others);

    public void UnknownHolder(JsonMember holder, IEnumerable<string> known, IEnumerable<string> others) =>
        Unknown("NR1122", "holder", holder.NameSpan, holder.Name, known, others);

    public void UnknownParameter(JsonMember parameter, IEnumerable<string> known, IEnumerable<string> others) =>
        Unknown("NR1123", "parameter", parameter.NameSpan, parameter.Name, known, others);

    public void NoElements(JsonMember rule) =>
        bag.Error("NR1256", rule.NameSpan, $"the rule `{rule.Name}` asks nothing of the elements of a list: it has no `forEach`",
            $"expect its outcome under `rules`: \"rules\": {{ \"{rule.Name}\": \"violated\" }}", Cure.Remove(rule));

    public void NotAnOutcome(JsonText word, bool ofRule) =>
        bag.Error("NR1124", word.Span, $"`{ScenarioDiagnostics.Clean(word.Value)}` is no outcome of a {(ofRule ? "rule" : "stage")}",
            OutcomeNames.Nearest(word.Value, ofRule) is { } meant ? $"did you mean `{meant}`?"
                : $"write {Spelling.List(OutcomeNames.All(ofRule))}",
            [.. (OutcomeNames.Nearest(word.Value, ofRule) is { } one ? [one] : OutcomeNames.All(ofRule)).Select(outcome =>
                Cure.Rename(word.Span, outcome))]);

    public void NeverWarns(JsonText id, Rule rule) =>
        bag.Error(
            "NR1125",
            id.Span,
            $"the rule `{rule.Id}` never warns: it is "
                + $"{rule.Strength switch { Strength.Required => "required", Strength.Preferred => "preferred", _ => "a claim" }}",
            "only rules that are `expected`, and risks (`warnWhen`), become warnings; expect its outcome under `rules`"
        );

    public void NothingExpected(JsonObject expect) =>
        bag.Error(
            "NR1126", Opening(expect), "this test expects nothing, so it cannot fail",
            "add what must come out, such as \"outcome\": \"valid\" or \"rules\": { \"ID\": \"satisfied\" }"
        );

    public void NotAScore(JsonValue found) =>
        bag.Error(
            "NR1127",
            Opening(found),
            "a score is expected as its least and its greatest value, two numbers from 0 to 1",
            "write \"score\": [0.5, 1]; where the facts decide it, the same number twice"
        );

    public void NotAPointer(JsonText pointer, string fault) =>
        bag.Error("NR1128", pointer.Span, $"`{ScenarioDiagnostics.Clean(pointer.Value)}` is no JSON Pointer: {fault}",
            $"write it with slashes, such as "
                + $"\"/{pointer.Value.Trim('$', '.', '/').Replace('.', '/').Replace("~", "~0", StringComparison.Ordinal)}\"; \"\" is the "
                + $"whole line",
            Cure.Rename(pointer.Span,
                $"/{pointer.Value.Trim('$', '.', '/').Replace('.', '/').Replace("~", "~0", StringComparison.Ordinal)}"));

    public void NoCases(JsonObject cases) =>
        bag.Error(
            "NR1129", cases.Span, "`cases` is empty, so no line can pass",
            "list the texts that lines have there, each with what is expected: \"adopted\": { \"outcome\": \"valid\" }"
        );

    public void NotAPath(Name path, string fault) =>
        bag.Error(
            "NR1130",
            path.Span,
            $"`{ScenarioDiagnostics.Clean(path.Text)}` is no path of a scenario: {fault}",
            "write it as `talks.start` or `parties[1].delegates`; elements are counted from 0"
        );

    public void UnknownFact(Name path, string known, RecordType type, string name)
    {
        var names = type.Properties.Select(p => p.Name).ToList();
        bag.Error("NR1131", path.Span, $"the vocabulary has no fact `{ScenarioDiagnostics.Clean(known)}`",
            Spelling.Nearest(name, names) is { } nearest ? $"did you mean `{nearest}`?"
            : names.Count > 0 ? $"known here are {Spelling.List(names, "and")}"
            : "the vocabulary gives this object no facts",
            Spelling.Nearest(name, names) is { } meant && path.Text.StartsWith(known, StringComparison.Ordinal)
                ? Cure.Rename(path.Span, known[..^name.Length] + meant + path.Text[known.Length..]) : null);
    }

    public void NotInside(Name path, string known, FactType type) =>
        bag.Error(
            "NR1132",
            path.Span,
            $"`{ScenarioDiagnostics.Clean(path.Text)}` leads into `{ScenarioDiagnostics.Clean(known)}`, which is {type.Kind}",
            type is ListType ? $"say which element: `{ScenarioDiagnostics.Clean(known)}[0]`" : "end the path there",
            path.Text.StartsWith(known, StringComparison.Ordinal)
                ? Cure.Rename(path.Span, type is ListType ? $"{known}[0]{path.Text[known.Length..]}" : known)
                : null
        );

    public void CannotChange(Name path, string fault) =>
        bag.Error(
            "NR1133",
            path.Span,
            $"`{ScenarioDiagnostics.Clean(path.Text)}` cannot be changed in this scenario: {fault}",
            "change what the scenario has, or set the whole list or object around it"
        );

    public void SeveralWorkflows(Name rules, IEnumerable<string> known) =>
        bag.Error(
            "NR1134",
            rules.Span,
            $"`{ScenarioDiagnostics.Clean(rules.Text)}` holds several workflows, and one at a time is tested",
            $"add \"workflow\" with the name of one: {Spelling.List([.. known.Select(ScenarioDiagnostics.Clean)])}"
        );

    public void UnknownWorkflow(Name workflow, IEnumerable<string> known)
    {
        var names = known.Select(ScenarioDiagnostics.Clean).ToList();
        bag.Error("NR1135", workflow.Span, $"the file that `rules` names has no workflow `{ScenarioDiagnostics.Clean(workflow.Text)}`",
            Spelling.Nearest(workflow.Text, names) is { } nearest ? $"did you mean `{nearest}`?" : $"it has {Spelling.List(names, "and")}",
                Cure.Rename(workflow.Span, Spelling.Nearest(workflow.Text, names)));
    }

    public void NotAParameterValue(string parameter, JsonValue found) =>
        bag.Error(
            "NR1140",
            Opening(found),
            $"the parameter `{parameter}` must be a number, text, `true`, `false` or a list of these, but this is {found.Kind}",
            found is JsonNull
                ? "leave it out to keep the value of the rule file"
                : $"for example \"{parameter}\": 10 or \"{parameter}\": [\"FR\", \"DE\"]",
            found is JsonNull ? Cure.Of(TextEdit.RemoveMemberOf(found.Span)) : null
        );

    public void ParametersDoNotFit(Span parameters, Diagnostic fault) =>
        bag.Error("NR1141", parameters, $"with these parameters the rules cannot be used: {fault.Message}",
            fault.Help ?? $"see {fault.Place}", [.. fault.Cures]);

    private void Unknown(string code, string kind, Span at, string name, IEnumerable<string> known, IEnumerable<string> others)
    {
        var names = known.ToList();
        var meant = Spelling.Nearest(name, names.Except(others));
        bag.Error(code, at, $"the rules have no {kind} `{ScenarioDiagnostics.Clean(name)}`",
            meant is { } nearest ? $"did you mean `{nearest}`?"
            : names.Count > 0 ? $"they have {Spelling.List(names, "and")}"
            : $"they have no {kind}s at all", Cure.Rename(at, meant));
    }

    // A list or an object may go on for pages; its first character says where it stands.
    private static Span Opening(JsonValue value) =>
        value is JsonObject or JsonArray ? value.Span with { Length = Math.Min(value.Span.Length, 1) } : value.Span;
}
