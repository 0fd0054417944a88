using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with lists, objects and the elements that are picked: NR2021 to NR2029, NR2058 and NR2070 to
/// NR2072.</summary>
internal static class ListDiagnostics
{
    public static void NotAList(this CheckDiagnostics diagnostics, Name path, FactType type, bool throughList) =>
        diagnostics.Error(
            "NR2021", path.Span, $"`{path.Text}` is {type.Kind}, not a list", throughList
                ? $"go over `{path.Text[..path.Text.LastIndexOf('.')]}` and test the fact in `where`"
                : "name a list of the vocabulary");

    public static void NoFactOfElements(this CheckDiagnostics diagnostics, Name path, bool isList) =>
        diagnostics.Error(
            "NR2022", path.Span, isList
                ? $"`{path.Text}` is a list of objects: of which fact of them?"
                : $"`{path.Text}` is not a fact of the elements of a list",
            isList
                ? $"go on to the fact: \"{path.Text}.…\""
                : "write the path of the list and go on to the fact: \"parties.population\"");

    public static void NotAValue(this CheckDiagnostics diagnostics, Name path, FactType type) =>
        diagnostics.Error("NR2023", path.Span, $"`{path.Text}` is {type.Kind}, which cannot be compared",
            type is ListType ? "compare its `count`, or test its elements" : "name one of its facts");

    public static void CannotCompareWhole(this CheckDiagnostics diagnostics, Name path, FactType type, ComparisonOperator comparison)
    {
        var help = type switch
        {
            ListType { Element: RecordType } =>
                $"test its elements: {{ \"some\": \"{path.Text}\", \"where\": {{ … }} }}, or its number: {{ \"count\": \"{path.Text}\", "
                    + $"\"atLeast\": 1 }}",
            ListType => $"use {Spelling.List(Operators.For(ValueKinds.Lists))}, or its number: {{ \"count\": … }}",
            _ => "test its facts, or whether it is `known`",
        };
        diagnostics.Error("NR2024", path.Span, $"`{path.Text}` is {type.Kind}, which `{Words.Of(comparison)}` cannot test", help);
    }

    public static void ParameterIsNoList(this CheckDiagnostics diagnostics, Name name, JsonValue value) =>
        diagnostics.Error("NR2025", name.Span, $"parameter `{name.Text}` is not a list", "write its value as a list, [ … ]",
            Cure.Replace(value.Span, $"[{value.Span.Characters}]"));

    public static void ParameterIsList(this CheckDiagnostics diagnostics, Name name) =>
        diagnostics.Error("NR2026", name.Span, $"parameter `{name.Text}` is a list, and one value belongs here",
            "use it with `in`, `containsAll`, `containsAny` or a quantifier");

    public static void ListWhereValue(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2026", at, "this is a list, and one value belongs here",
            "use `in` for one of several values, `containsAll` or `containsAny` for lists");

    public static void NeedsList(this CheckDiagnostics diagnostics, Span at, ComparisonOperator comparison) =>
        diagnostics.Error("NR2027", at, $"`{Words.Of(comparison)}` needs a list of values",
            "write [ … ], or name a list: { \"parameter\": … } or { \"fact\": … }");

    public static void MixedList(this CheckDiagnostics diagnostics, Span at, Measure first, Measure odd) =>
        diagnostics.Error("NR2028", at, $"the list starts with {first.InWords} and has {odd.InWords} here", "write all its values alike");

    public static void WrongElements(this CheckDiagnostics diagnostics, Name path, Measure expected, FactType found) =>
        diagnostics.Error("NR2029", path.Span, $"an element of `{path.Text}` is {found.Kind}, and {expected.InWords} is looked for",
            "name a list of such values");

    public static void SameForAllElements(this CheckDiagnostics diagnostics, Span at, string key) =>
        diagnostics.Warning("NR2070", at, $"this is the same for every element, so `{key}` has nothing to tell them apart by",
            "name a fact of the elements");

    public static void NoListOfTheElements(this CheckDiagnostics diagnostics, Name between) =>
        diagnostics.Error(
            "NR2093", between.Span, $"`{between.Text}` is no list of the elements, so each would link the same",
            "name a list that each element has, whose values it links"
        );

    public static void NotANumberOfElements(this CheckDiagnostics diagnostics, Span at, string key, Operand number) =>
        diagnostics.Error("NR2071", at,
            number is not Constant constant || !constant.Measure.IsNumber ? $"`{key}` counts elements, and this is "
                + (number.Measure.IsNumber ? "a number with decimals" : number.Measure.InWords)
            : $"`{key}` counts elements, and {(constant.Parameter is null ? string.Empty : $"parameter `{constant.Parameter}` is ")}"
                + ExactNumber.ToText(constant.Value.Steps, constant.Measure.Scale)
                + (constant.Parameter is null ? " is no number of elements" : string.Empty),
            number is Constant ? "give a whole number, 0 or more"
                : "give a whole number: a fact or a count, or one made whole with `floor`, `ceiling`, `truncated` or `rounded`");

    public static void TiesOfNothing(this CheckDiagnostics diagnostics, Span at, string missing) =>
        diagnostics.Warning("NR2077", at,
            missing == "take" ? "`ties` says nothing here: all elements are left, so none of them is the last that is taken"
                : "`ties` says nothing here: elements that are in no order do not stand level",
            missing == "take" ? "say how many are taken, \"take\": 3, or leave `ties` out"
                : "say by what they are ordered, \"orderBy\": \"rank\", or leave `ties` out");

    public static void QuantityOfWhat(this CheckDiagnostics diagnostics, Span at, Syntax.QuantityKind kind, string list) =>
        diagnostics.Error("NR2072", at,
            $"the elements of `{list}` are objects: "
                + (kind == Syntax.QuantityKind.The ? "what of the one is meant?" : $"of what of them is this the {Words.Of(kind)}?"),
            $"say it beside `{Words.Of(kind)}`: \"of\": {{ \"fact\": \"…\" }}");

    public static void NothingSaysWhichOne(this CheckDiagnostics diagnostics, Span at, string list) =>
        diagnostics.Warning("NR2075", at, $"nothing says which element of `{list}` is meant: unless there is exactly one, this is unknown",
            "say beside `the` what the one meets: \"where\": { … }");

    public static void NeverTheOnlyOne(this CheckDiagnostics diagnostics, Span at, int meeting) =>
        diagnostics.Warning("NR2076", at,
            $"this is never decided: {(meeting == 0 ? "no element" : $"{meeting} elements")} {(meeting == 0 ? "meets" : "meet")} what the "
                + "one is to meet, whatever the facts are",
            "ask in `where` for what exactly one of them meets");

    /// <param name="diagnostics">Receives it.</param>
    /// <param name="selection">The selection as it was written.</param>
    public static void SelectedInAnotherOrder(this CheckDiagnostics diagnostics, JsonObject selection)
    {
        var (first, second) = SelectionOrder.TurnedRound(selection)!.Value;
        var (file, asInTheFile) = Excerpt.Both(excerpt => SelectionOrder.AsInTheFile(selection, excerpt));
        var (applied, asApplied) = Excerpt.Both(excerpt => SelectionOrder.AsApplied(selection, excerpt));
        diagnostics.Warning("NR2058", second.NameSpan,
            $"`{second.Name}` is applied before `{first.Name}`, whatever their order in the file, and stands after it here",
            $"for the order in the file, write {file}; for the order in which they are applied, {applied}",
            Cure.Replace(selection.Span, asInTheFile), Cure.Replace(selection.Span, asApplied));
    }
}
