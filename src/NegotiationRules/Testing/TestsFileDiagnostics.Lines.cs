using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>What can be wrong with the lines of a data file when they are evaluated. Codes NR1150 to NR1159.</summary>
internal sealed partial class TestsFileDiagnostics
{
    public void LinesCannotBeRead(SourceText line, string fault) =>
        bag.Error("NR1150", line.At(0, 0), $"the lines cannot be read: {fault}", "the file holds one JSON object a line, in UTF-8");

    public void LineNotShown(SourceText line) =>
        bag.Error(
            "NR1156",
            line.At(0, 0),
            "this line is no JSON object, and is not shown, as the name of the file does not end in `.jsonl`",
            "write one JSON object a line; rename the file so that it ends in `.jsonl`, and what is wrong with it is shown"
        );

    public void NoLines(SourceText file) =>
        bag.Error("NR1151", file.At(0, 0), "the file has no lines, so nothing was tested", "write one JSON object a line");

    public void NoSuchLine(Span at, string id) =>
        bag.Error("NR1039", at, $"no line of the file is called `{ScenarioDiagnostics.Clean(id)}`, so nothing deviates",
            "remove it, or correct the id", Cure.Of(TextEdit.RemoveMemberAt(at)));

    public void SeveralLines(Span at, string id, int first, int second) =>
        bag.Error("NR1039", at, $"several lines of the file are called `{ScenarioDiagnostics.Clean(id)}`, among them {first} and {second}",
            "give each line an id of its own, or let `id` point at what tells them apart: \"id\": \"/number\"");

    public void NoFacts(JsonValue line, JsonPointer facts, JsonValue? found) =>
        bag.Error(
            "NR1152",
            Opening(found ?? line),
            found is null ? $"this line has nothing at `{facts}`" : $"the facts of this line must be an object, but this is {found.Kind}",
            "let `facts` point at the scenario: \"facts\": \"/facts\"; \"\" is the whole line"
        );

    public void NoExpectedText(JsonValue line, JsonPointer at, JsonValue? found) =>
        bag.Error(
            "NR1153", Opening(found ?? line), found is null
                ? $"this line has nothing at `{at}` that says what is expected"
                : $"what stands at `{at}` must be text, but this is {found.Kind}",
            "let `at` point at a text of the line: \"at\": \"/expected\""
        );

    public void UnknownCase(JsonText found, IEnumerable<string> cases)
    {
        var known = cases.ToList();
        bag.Error(
            "NR1154",
            found.Span,
            $"the test does not say what is expected where a line says `{ScenarioDiagnostics.Clean(found.Value)}`",
            $"add it under `cases`, which has {Spelling.List(known, "and")}"
        );
    }

    public void CannotChangeLine(JsonValue line, FactChange change, string fault) =>
        bag.Error(
            "NR1155",
            Opening(line),
            $"`{ScenarioDiagnostics.Clean(change.Path.Text)}` cannot be changed in this line: {fault}",
            "change what every line has, or set the whole list or object around it"
        );
}
