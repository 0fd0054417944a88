using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>Comparisons with values by day, said by choices, for which there are steps: the value of the last day if that has come, else
/// that of the day before it. Before the first day there is no value, and the comparison is unknown.</summary>
internal static class ValuesByDay
{
    /// <summary>Whether all values are in force, and the comparison where they are; <see langword="null"/> if there are none.</summary>
    public static (Condition AreInForce, Condition Comparison)? Of(RelationTest test)
    {
        var firstDays = new List<Condition>();
        var comparison = new Rewriter(InForce, intoLists: false).Of(test);
        return firstDays.Count == 0 ? null : (new Composition(test.Span, CompositionKind.All, [.. firstDays]), comparison);

        // What is missing in one branch of a choice, or goes into a function, need not leave the comparison open.
        Operand? InForce(Operand operand)
        {
            switch (operand)
            {
                case TableOperand table:
                    firstDays.Add(HasCome(table, 0));
                    return Enumerable.Range(1, table.Days.Length - 1).Aggregate(table.Values[0], (before, value) =>
                        new ChoiceOperand(table.Span, table.Measure, HasCome(table, value), table.Values[value], before));
                case ChoiceOperand or FunctionOperand:
                    return operand;
                default:
                    return null;
            }
        }
    }

    private static RelationTest HasCome(TableOperand table, int value)
    {
        var day = table.Days[value];
        var from = table.At.Measure.Kind == MeasureKind.Day
            ? FactValue.Of(new PartialDate(day, day))
            : FactValue.OfUtcTicks(day * TimeSpan.TicksPerDay);
        return new RelationTest(table.Span, table.At, Relation.GreaterOrEqual, new Constant(table.Span, table.At.Measure, from, null));
    }
}
