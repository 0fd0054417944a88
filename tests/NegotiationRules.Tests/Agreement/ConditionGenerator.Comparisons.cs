using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <content>Comparisons.</content>
internal sealed partial class ConditionGenerator
{
    /// <summary>A day by which something must be met: written out, a parameter, a fact, or worked out.</summary>
    public OperandSyntax Deadline(Place place, int depth) =>
        Chance(2) ? Operands.Constant(new DateType()) : Operands.Operand(new DateType(), place, depth, mayBeLiteral: false);

    /// <summary>A comparison of something of that type.</summary>
    private ComparisonSyntax Compare(FactType type, Place place, int depth)
    {
        var comparison = Pick(OperatorsOf(type));
        OperandSyntax operand = comparison switch
        {
            ComparisonOperator.In or ComparisonOperator.NotIn => Operands.ListOperand(type, place),
            ComparisonOperator.Between => Operands.Between(type, place),
            ComparisonOperator.Matches => new LiteralSyntax(default, Literals.Text(random, Literals.Patterns)),
            ComparisonOperator.Contains or ComparisonOperator.StartsWith or ComparisonOperator.EndsWith => Operands.Operand(
                new TextType(), place, 0, mayBeLiteral: true
            ),
            _ => Operands.Operand(type, place, depth, mayBeLiteral: true),
        };
        return new ComparisonSyntax(default, comparison, operand);
    }

    // A constant on the left, a month or a year now and then, and something that is none on the right.
    private ValueTestSyntax ConstantFirst(Place place)
    {
        var facts = place.Facts.Where(f => f.Type is not RecordType).ToList();
        var type = facts.Count > 0 ? Pick(facts).Type : new ExactType(0) { Minimum = 0, Maximum = 1 };
        var comparison = Compare(type, place, 0);
        var isWritten = comparison.Operand is LiteralSyntax or ParameterOperandSyntax;
        OperandSyntax right = comparison.Operator switch
        {
            ComparisonOperator.Between => new OperandListSyntax(default, [Told(), Chance(3) ? Operands.Constant(type) : Told()]),
            ComparisonOperator.In or ComparisonOperator.NotIn when comparison.Operand is not FactOperandSyntax => new OperandListSyntax(
                default,
                [Told(), Operands.Constant(type)]
            ),
            ComparisonOperator.Matches => comparison.Operand,
            _ when isWritten => Told(),
            _ => comparison.Operand,
        };
        return new ValueTestSyntax(
            default,
            Chance(6) && Facts(new BooleanType()) is [var flag, ..]
                ? new ChoiceSyntax(
                    default,
                    Test(flag.Path, new ComparisonSyntax(default, ComparisonOperator.Is, Literal(true))),
                    Operands.Constant(type),
                    Operands.Constant(type)
                )
                : Operands.Constant(type),
            comparison with
            {
                Operand = right,
            }
        );

        List<(string Path, FactType Type)> Facts(FactType like) => [.. place.Facts.Where(f => Agree(f.Type, like) && CanBeKey(f.Path))];

        OperandSyntax Told() => place.Facts.Where(f => ReferenceEquals(f.Type, type)).ToList() is { Count: > 0 } told
            ? new FactOperandSyntax(default, Name(Pick(told).Path))
            : Operands.Count(place, 0);
    }
}
