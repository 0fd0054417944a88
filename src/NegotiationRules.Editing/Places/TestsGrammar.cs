using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in a tests file.</summary>
internal sealed class TestsGrammar(Scopes scopes) : Grammar(scopes)
{
    public override Spot Root => At(SpotKind.TestsFile);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.TestsFile => At(member.Name switch
        {
            "rules" => SpotKind.RulesPath,
            "tests" => SpotKind.Test,
            _ => SpotKind.Nothing,
        }),
        SpotKind.Test => UnderTest(owner, member),
        SpotKind.Expect or SpotKind.Cases => at.Kind == SpotKind.Cases ? At(SpotKind.Expect) : UnderExpect(member.Name),
        SpotKind.LinesExpect => At(member.Name == "cases" ? SpotKind.Cases : SpotKind.Nothing),
        SpotKind.Changes => At(SpotKind.Facts, null, Scopes.TypeAt(member.Name)),
        SpotKind.StageOutcomes or SpotKind.HolderOutcomes => At(SpotKind.OutcomeOfStage),
        SpotKind.RuleOutcomes => At(SpotKind.OutcomeOfRule),

        // Under a rule, each element by its label.
        SpotKind.ElementOutcomes => At(SpotKind.OutcomeOfRule),
        SpotKind.OutcomeOfRule => at,
        SpotKind.Facts => UnderFacts(at with { Type = FactGrammar.Inner(at) }, member),
        _ => Nothing,
    };

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.StageOutcomes => At(SpotKind.StageName),
        SpotKind.RuleOutcomes or SpotKind.ElementOutcomes => At(SpotKind.RuleId),
        SpotKind.HolderOutcomes => At(SpotKind.PartyId),
        SpotKind.ParameterValues => At(SpotKind.ParameterName),
        SpotKind.Changes => At(SpotKind.Fact),
        SpotKind.Facts => OfFactName(at, member),
        _ => Nothing,
    };

    private Spot UnderTest(JsonObject test, JsonMember member) => member.Name switch
    {
        "scenario" when member.Value is JsonObject => At(SpotKind.Facts, null, Scopes.Root.Type),
        "scenario" => At(SpotKind.ScenarioPath),
        "with" => At(SpotKind.Changes),
        "parameters" => At(SpotKind.ParameterValues),
        "expect" => At(test.Find("lines") is null ? SpotKind.Expect : SpotKind.LinesExpect),
        _ => Nothing,
    };

    private Spot UnderExpect(string name) => At(name switch
    {
        "outcome" => SpotKind.OutcomeOfStage,
        "stages" => SpotKind.StageOutcomes,
        "rules" => SpotKind.RuleOutcomes,
        "elements" => SpotKind.ElementOutcomes,
        "holders" => SpotKind.HolderOutcomes,
        "warnings" => SpotKind.RuleId,
        _ => SpotKind.Nothing,
    });
}
