using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with parameters that are lists of objects, beside what can be wrong with facts: NR2089 to NR2092.</summary>
internal static class RecordDiagnostics
{
    public static void NoDefinition(this CheckDiagnostics diagnostics, Name of, Vocabulary vocabulary)
    {
        var known = vocabulary.Definitions;
        var meant = Spelling.Nearest(of.Text, known) ?? known.FirstOrDefault(definition =>
            definition[(definition.LastIndexOf('/') + 1)..] == of.Text);
        diagnostics.Error("NR2089", of.Span, $"the vocabulary `{vocabulary.Name}` defines no `{of.Text}`",
            meant is not null ? $"did you mean `{meant}`?"
                : known.Count == 0 ? "define what the objects are in the vocabulary, "
                    + "\"$defs\": { \"milestone\": { \"properties\": { … } } }, and write \"of\": \"#/$defs/milestone\""
                : $"it defines {Spelling.List(known, "and")}",
            meant is null ? null : Cure.Replace(of.Span, JsonPrinter.Quote(meant)));
    }

    public static void NotOfRecords(this CheckDiagnostics diagnostics, Name of, FactType type) =>
        diagnostics.Error("NR2090", of.Span, $"`{of.Text}` is {type.Kind}, and `of` stands for objects", type is ListType
            ? "name what the elements of the list are" : "for a list of plain values, write \"type\" instead");

    public static void RecordsOfNothing(this CheckDiagnostics diagnostics, Parameter parameter, Vocabulary vocabulary)
    {
        var first = parameter.Values.First(value => value is JsonObject).Span;
        var definition = vocabulary.Definitions.Count == 0 ? "#/$defs/…" : vocabulary.Definitions[0];
        diagnostics.Error("NR2091", first.Source is null ? parameter.Span : first,
            $"parameter `{parameter.Name}` holds an object, and nothing says which facts that has", parameter.Value is JsonArray
                ? $"say what the vocabulary calls it: {{ \"of\": {JsonPrinter.Quote(definition)}, \"value\": [ … ] }}"
                : "write a number, text, `true`, `false` or a list");
    }

    public static void RecordsAreNoList(this CheckDiagnostics diagnostics, Parameter parameter) =>
        diagnostics.Error("NR2025", parameter.Value.Span.Source is null ? parameter.Span : parameter.Value.Span,
            $"parameter `{parameter.Name}` is a list of objects, and not {parameter.Value.Kind}", "write its value as a list, [ { … } ]");

    public static void RecordsWhereValues(this CheckDiagnostics diagnostics, Span at, string parameter) =>
        diagnostics.Error("NR2092", at, $"parameter `{parameter}` is a list of objects, and plain values belong here",
            $"ask its elements: {{ \"some\": {{ \"parameter\": {JsonPrinter.Quote(parameter)} }}, \"where\": {{ … }} }}");

    public static void RecordsInText(this CheckDiagnostics diagnostics, Span at, string parameter) =>
        diagnostics.Error("NR2092", at, $"parameter `{parameter}` is a list of objects, which has no words",
            "name its element in the rule, \"as\": \"step\", and write {step} or one of its facts, {step.name}");
}
