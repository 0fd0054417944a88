using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <content>Comparisons that the type of the fact decides, whatever the scenario.</content>
internal sealed partial class ComparisonChecker
{
    // Parameters are left alone: they are there to be varied, also to where a rule can never hold.
    private bool CheckDecided(RelationTest test, ComparisonSyntax comparison)
    {
        if (test.Right is not Constant { Parameter: null } constant || !constant.Measure.IsNumber || Bounds(test.Left) is not { } bounds)
        {
            return true;
        }

        var value = Constants.Real(constant);
        bool? decided = test.Relation switch
        {
            Relation.Equal or Relation.NotEqual when !IsPossible(test.Left, constant) || value < bounds.Low || value > bounds.High => test.Relation == Relation.NotEqual,
            Relation.Less => bounds.Low >= value ? false : bounds.High < value ? true : null,
            Relation.LessOrEqual => bounds.Low > value ? false : bounds.High <= value ? true : null,
            Relation.Greater => bounds.High <= value ? false : bounds.Low > value ? true : null,
            Relation.GreaterOrEqual => bounds.High < value ? false : bounds.Low >= value ? true : null,
            _ => null,
        };
        switch (decided)
        {
            case false:
                Diagnostics.NeverHolds(comparison.Operand.Span, test.Left, bounds.Low, bounds.High);
                return false;
            case true:
                Diagnostics.AlwaysHolds(comparison.Operand.Span, test.Left, bounds.Low, bounds.High);
                return true;
            default:
                return true;
        }
    }

    private static (double Low, double High)? Bounds(Operand operand) => operand switch
    {
        FactOperand { Fact.Type: ExactType exact } => (
            exact.Minimum == long.MinValue ? double.NegativeInfinity : Scales.ToReal(exact.Minimum, exact.Scale),
            exact.Maximum == long.MaxValue ? double.PositiveInfinity : Scales.ToReal(exact.Maximum, exact.Scale)),
        FactOperand { Fact.Type: RealType real } => (real.Minimum, real.Maximum),
        CountOperand { List: var list } => (0, MostElements(list)),
        _ => null,
    };

    private static double MostElements(ListReference list) =>
        list.IsParameter ? list.Values.Length
        : list.Levels.Aggregate(1d, (most, level) => most * (((ListType)level.Type).MaxItems ?? double.PositiveInfinity));

    // A whole number is never 2.5.
    private static bool IsPossible(Operand left, Constant constant) =>
        left.Measure.Kind != MeasureKind.Exact || constant.Measure.Kind != MeasureKind.Exact || constant.Measure.Scale <= left.Measure.Scale;
}
