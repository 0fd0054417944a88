using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What can be wrong with the shape of a workflow file. Codes NR7000 to NR7099; what stands inside expressions is reported by
/// those who read them.</summary>
internal sealed partial class WorkflowDiagnostics(DiagnosticBag bag)
{
    // A field that no rule has may stand in every rule: one report tells it.
    private readonly HashSet<string> _ignored = new(StringComparer.OrdinalIgnoreCase);

    public void CannotRead(string path, string fault) =>
        bag.Error(
            "NR7000", new SourceText(path, string.Empty).At(0, 0), $"`{path}` cannot be read: {fault}",
            fault == Utf8Text.NotUtf8 ? "save it as UTF-8" : "check the path"
        );

    public void NotAWorkflow(JsonValue root) =>
        bag.Error(
            "NR7001",
            Opening(root),
            $"a workflow file holds a workflow or a list of workflows, but this is {root.Kind}",
            "write { \"WorkflowName\": \"Discount\", \"Rules\": [ … ] }"
        );

    public void NoWorkflows(JsonArray empty) =>
        bag.Error("NR7001", empty.Span, "this file holds no workflow", "write [ { \"WorkflowName\": \"Discount\", \"Rules\": [ … ] } ]");

    public void ListOfRules(JsonArray list) =>
        bag.Error(
            "NR7001", Opening(list), "this is a list of rules, not of workflows",
            "name the workflow they belong to: { \"WorkflowName\": \"Discount\", \"Rules\": [ … ] }"
        );

    public void SingleRule(JsonObject rule) =>
        bag.Error(
            "NR7001", Opening(rule), "this is a rule, not a workflow",
            "name the workflow it belongs to: { \"WorkflowName\": \"Discount\", \"Rules\": [ { … } ] }"
        );

    public void MisspeltField(JsonMember field, string what, string meant) =>
        bag.Error(
            "NR7002", field.NameSpan, $"{what} has no field `{Shown(field.Name)}`",
            $"did you mean `{meant}`? RulesEngine passes over fields that it does not know without a word",
            Cure.Rename(field.NameSpan, meant)
        );

    public void UnknownField(JsonMember field, string what, IReadOnlyCollection<string> known)
    {
        if (!_ignored.Add(field.Name))
        {
            return;
        }

        bag.Warning(
            "NR7003",
            field.NameSpan,
            $"{what} has no field `{Shown(field.Name)}`: it is ignored wherever it stands",
            string.Equals(field.Name, "ErrorType", StringComparison.OrdinalIgnoreCase)
                    ? "leave it out: later versions of RulesEngine ignore it too"
                : known.Contains("Properties")
                    ? $"leave it out, or put it under `Properties`; the fields of a rule are {Spelling.List(known, "and")}"
                : $"leave it out; the fields here are {Spelling.List(known, "and")}",
            Cure.Remove(field)
        );
    }

    public void SameFieldTwice(JsonMember second, JsonMember first) =>
        bag.Error(
            "NR7004",
            second.NameSpan,
            $"`{Shown(second.Name)}` and `{Shown(first.Name)}` are the same field: letter case makes no difference",
            "remove one of them", Cure.Remove(second), Cure.Remove(first)
        );

    public void InjectedUnderBothNames(JsonMember old) =>
        bag.Error(
            "NR7004",
            old.NameSpan,
            "`WorkflowRulesToInject` is the old name of `WorkflowsToInject`, which is given as well",
            "put all names under `WorkflowsToInject`"
        );

    public void WrongKind(JsonValue found, string what, string expected, string example) =>
        bag.Error("NR7005", Opening(found), $"{what} must be {expected}, but this is {found.Kind}", (expected, found) switch
        {
            ("text", JsonNumber or JsonBoolean) => $"put it in double quotes: \"{found.Span.Characters}\"",
            ("a list", JsonText or JsonObject) => $"put it in brackets, such as {example}",
            (_, JsonNull) => $"leave it out, or write a value, such as {example}",
            _ => $"for example {example}",
        });

    public void Missing(JsonObject owner, string what, string field, string example) =>
        bag.Error("NR7006", Opening(owner), $"{what} needs `{field}`", $"add {example}");

    public void Empty(JsonText text, string field, string what, string example) =>
        bag.Error("NR7006", text.Span, $"`{field}` of {what} is empty", $"write {example}");

    private static string Shown(string text) => FieldText.Shorten(text);

    // A list or an object may go on for pages; its first character says where it stands.
    private static Span Opening(JsonValue value) =>
        value is JsonObject or JsonArray ? value.Span with { Length = Math.Min(1, value.Span.Length) } : value.Span;
}
