using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What has a meaning that the rule language cannot say: NR7240 to NR7269.</summary>
internal static class UntranslatedDiagnostics
{
    public static void LambdaOutOfPlace(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7240", at, "a lambda with one parameter stands in a method of a list, and nowhere else",
            "for example input1.orders.Any(o => o.Total > 100)");

    public static void NotForNullPropagation(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7243", at, "`np` goes around members and methods of inputs", "for example np(input1.address.city)");

    public static void BitsNotTranslated(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7244", at, "combining the bits of numbers is not translated",
            "work the value out before and give it as an input");

    public static void CastNotTranslated(this TranslationDiagnostics diagnostics, Name function) =>
        diagnostics.Error("NR7245", function.Span, $"`{function.Text}` asks for a type at run time, which a fact does not have",
            "give what it decides as an input of its own");

    public static void OpaqueUsed(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7246", at, $"this is {what}, which no fact can hold", "give what is needed of it as an input of its own");

    public static void ForeignObject(this TranslationDiagnostics diagnostics, Span at, string type) =>
        diagnostics.Error("NR7247", at, $"an object of the type `{type}` cannot be made by a rule",
            "of types with a constructor there are DateTime, DateOnly, TimeSpan, Guid and the numbers");

    public static void ChoiceOfObjects(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7248", at, "a choice is made between single values, not between objects or lists",
            "put what is asked of them into both branches");

    public static void ElementOnlyCompared(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7249", at, $"{what} of a single element can be compared, but not worked with",
            "compare it directly: input1.orders.First().Name == \"a\"");

    public static void NotJoined(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7250", at, $"{what} is written into a text in a way that depends on the machine", "join texts only");

    public static void MoveNotConstant(this TranslationDiagnostics diagnostics, Span at, string method) =>
        diagnostics.Error("NR7251", at, $"`{method}` moves by a number that is written out",
            "give a duration as an input: input1.start.Add(input1.length)");

    public static void MoveNotWhole(this TranslationDiagnostics diagnostics, Span at, string method) =>
        diagnostics.Error(
            "NR7268", at, $"`{method}` moves by a whole number here: of one with decimals, .NET cuts off what its clock cannot tell",
            $"make it whole: {method}(Math.Floor(input1.number)), or give a duration as an input: input1.start.Add(input1.length)");

    public static void DifferenceFromConstant(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7252", at, "the time between a date that is written out and another is not translated",
            "compare the dates: input1.start > DateTime(2022, 1, 31), or DateTime(2022, 1, 1).AddDays(30)");

    public static void ParsesFact(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7253", at, "a text that differs from scenario to scenario is not read as something else",
            "give the value as an input of its own type");

    public static void OfDictionary(this TranslationDiagnostics diagnostics, Span at, string name, RecordInput record) =>
        diagnostics.Dictionary(
            at,
            $"`{record.Name}` has no `{name}` of its own, and that of a dictionary is not translated",
            $"if `{name}` is a member of an object, give a scenario that has it, be it null; of a dictionary"
        );

    public static void MethodOfDictionary(this TranslationDiagnostics diagnostics, Name method, RecordInput record) =>
        diagnostics.Dictionary(
            method.Span,
            $"`{method.Text}` is not translated so: of the dictionary `{record.Name}` is known what is under a key that is written out",
            "of a dictionary"
        );

    public static void KeyNotWritten(this TranslationDiagnostics diagnostics, Span at, RecordInput record) =>
        diagnostics.Dictionary(at, $"of the dictionary `{record.Name}` is known only what is under a key that is written out",
            "of a dictionary");

    private static void Dictionary(this TranslationDiagnostics diagnostics, Span at, string message, string help) =>
        diagnostics.Error("NR7342", at, message,
            $"{help}, ask for a key by ContainsKey(\"colour\") or [\"colour\"], or give what the rule needs of it as an input of its own");

    public static void IndexNotConstant(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7254", at, "an element is taken by a number that is written out",
            "for example input1.orders[0]; where the place differs from case to case, give the element as an input");

    public static void NoIndex(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7255", at, $"{what} has no elements that are taken by number",
            "take an element of a list, or a character of a text");

    public static void AmountNotConstant(this TranslationDiagnostics diagnostics, Span at, string method) =>
        diagnostics.Error("NR7256", at, $"`{method}` takes a number that is written out", $"for example {method}(3)");

    public static void NoOrderKey(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7257", at, "elements are put in order by a single value", "for example OrderBy(o => o.Total)");

    public static void NoOrderBy(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7258", at, $"{what} puts elements in an order that depends on the machine, or in none",
            "put them in order by a number or a date");

    public static void NotDistinct(this TranslationDiagnostics diagnostics, Span at, string what) =>
        diagnostics.Error("NR7259", at, $"whether {what} is the same as another is not translated",
            "say what is the same: input1.orders.Select(o => o.Id).Distinct()");

    public static void ListsNotJoined(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7260", at, "`SelectMany` is translated where it leads to a list of each element",
            "for example input1.orders.SelectMany(o => o.Lines), before anything is sorted or taken");

    public static void ItemsVary(this TranslationDiagnostics diagnostics, Name method) =>
        diagnostics.Error("NR7261", method.Span, $"`{method.Text}` goes by items of a written list that differ from scenario to scenario",
            "ask `Any`, `All`, `Count` or `Contains` of them: new[] { 1, 2 }.Count(n => n > input1.amount)");

    public static void OnlySought(this TranslationDiagnostics diagnostics, Name method) =>
        diagnostics.Error("NR7263", method.Span, $"of what a text is split into, `{method.Text}` is not translated",
            "ask whether it contains a part: input1.codes.Split(',').Contains(\"a\"), or give the parts as a list");

    public static void GroupsOnlyCounted(this TranslationDiagnostics diagnostics, Name method) =>
        diagnostics.Error("NR7267", method.Span, $"of groups, `{method.Text}` is not translated",
            "ask how many there are, or whether one has several: input1.orders.GroupBy(o => o.Id).Any(g => g.Count() > 1)");

    public static void WrittenOnlyCompared(this TranslationDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR7264", at,
            "a value as text is only compared with a text that is written out: a whole number in digits, or a word of the enumeration",
            "compare the value itself: input1.id == 20, or give its text as an input");
}
