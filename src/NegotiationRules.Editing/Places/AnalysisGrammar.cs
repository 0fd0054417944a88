using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in an analysis file.</summary>
internal sealed class AnalysisGrammar(Scopes scopes) : Grammar(scopes)
{
    private readonly ConditionGrammar _conditions = new(scopes);

    public override Spot Root => At(SpotKind.AnalysisFile);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.AnalysisFile => member.Name switch
        {
            "given" when member.Value is JsonObject => At(SpotKind.Facts, null, Scopes.Root.Type),
            "given" => At(SpotKind.ScenarioPath),
            "assume" => At(SpotKind.Condition),
            "lists" => At(SpotKind.ListSizes),
            "ignore" => At(SpotKind.IgnoredFinding),
            _ => Nothing,
        },
        SpotKind.IgnoredFinding => member.Name switch
        {
            "code" => At(SpotKind.OneOf) with { Choices = Enum.GetValues<DefectKind>().Select(Choice) },
            "rule" => At(SpotKind.RuleId),
            "stage" => At(SpotKind.StageName),
            _ => Nothing,
        },
        SpotKind.Facts => UnderFacts(at with { Type = FactGrammar.Inner(at) }, member),
        _ => _conditions.Under(at, owner, member) ?? Nothing,
    };

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.ListSizes => at with { Kind = SpotKind.List },
        SpotKind.Facts => OfFactName(at, member),
        SpotKind.Condition when ConditionGrammar.IsFact(owner, member) => at with { Kind = SpotKind.Fact },
        _ => Nothing,
    };

    private static SpotChoice Choice(DefectKind kind) =>
        new(new JsonText(default, SoundnessDiagnostics.CodeOf(kind)), SoundnessDiagnostics.SummaryOf(kind));
}
