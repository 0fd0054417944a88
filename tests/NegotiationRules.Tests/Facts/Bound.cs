using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Facts;

/// <summary>Scenarios bound to vocabularies, and single facts of them by path.</summary>
internal static class Bound
{
    /// <summary>The facts of a scenario that must have no fault.</summary>
    public static FactRecord To(Vocabulary vocabulary, Scenario scenario)
    {
        var facts = TryTo(vocabulary, scenario, out var diagnostics);
        Assert.Empty(diagnostics);
        return facts;
    }

    public static FactRecord To(string vocabulary, string scenario) => To(Vocabulary.Parse(vocabulary), Scenario.Parse(scenario));

    /// <summary>The facts of one property <c>x</c> of the given type.</summary>
    public static FactValue Of(string type, string value) => To($$"""{ "properties": { "x": {{type}} } }""", $$"""{ "x": {{value}} }""")[0];

    /// <summary>The codes and messages that such a value draws.</summary>
    public static IReadOnlyList<Diagnostic> Faults(string type, string value)
    {
        _ = TryTo(
            Vocabulary.Parse($$"""{ "properties": { "x": {{type}} } }"""),
            Scenario.Parse($$"""{ "x": {{value}} }"""),
            out var diagnostics
        );
        return diagnostics;
    }

    public static FactRecord TryTo(Vocabulary vocabulary, Scenario scenario, out IReadOnlyList<Diagnostic> diagnostics)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(vocabulary, bag);
        diagnostics = bag.ToSorted();
        return facts;
    }

    /// <summary>The fact at a path such as <c>parties[0].id</c>.</summary>
    public static FactValue At(this FactRecord facts, string path)
    {
        var value = FactValue.Of(facts);
        foreach (var step in ScenarioPath.TryParse(path, out _)!.Steps)
        {
            value = !value.IsKnown ? value
                : step.Name is null ? value.List[step.Index]
                : value.Record[value.Record.Type.SlotOf(step.Name)];
        }

        return value;
    }

    /// <summary>All facts as one line of JSON.</summary>
    public static string Json(this FactRecord facts) => JsonPrinter.Print(FactText.ToJson(facts, facts.Type), indented: false);
}
