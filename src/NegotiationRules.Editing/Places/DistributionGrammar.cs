using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in a distribution file.</summary>
internal sealed class DistributionGrammar(Scopes scopes) : Grammar(scopes)
{
    public override Spot Root => At(SpotKind.DistributionFile);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.DistributionFile => At(member.Name switch
        {
            "facts" => SpotKind.DrawnFacts,
            "parameters" => SpotKind.DrawnParameters,
            _ => SpotKind.Nothing,
        }),
        SpotKind.DrawnFacts => At(SpotKind.Drawn, null, Scopes.TypeAt(member.Name)),
        SpotKind.DrawnParameters => At(SpotKind.Drawn),
        SpotKind.Drawn => at with
        {
            Kind = member.Name switch
            {
                "weights" => SpotKind.Weights,
                "uniform" => SpotKind.Uniform,
                "triangular" => SpotKind.Triangular,
                "normal" => SpotKind.Normal,
                _ => SpotKind.Nothing,
            },
        },
        _ => Nothing,
    };

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.DrawnFacts => At(SpotKind.Fact),
        SpotKind.DrawnParameters => At(SpotKind.ParameterName),
        _ => Nothing,
    };
}
