using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <content>Comparisons in which every form stands on either side as often as any other.</content>
internal sealed partial class ConditionGenerator
{
    private static readonly SideForm[] WrittenForms =
        [SideForm.Literal, SideForm.Parameter, SideForm.Period, SideForm.PeriodParameter, SideForm.ChoiceOfLiterals];

    /// <summary>A comparison, inside of so many lists at most.</summary>
    public ConditionSyntax Comparison(Place place, int lists)
    {
        if (lists == 0 || Chance(3))
        {
            return (Chance(4) ? Containment(place) : null)
                ?? Enumerable.Range(0, 8).Select(_ => Pair(place, 1)).FirstOrDefault(pair => pair is not null) ?? FactTest(place, 0);
        }

        var (list, inner, name) = Operands.Open(place, 0, parameterOneIn: 4);
        var comparison = Comparison(inner, lists - 1);
        var kind = Pick(Enum.GetValues<QuantifierKind>());
        var isEvery = kind == QuantifierKind.Every;
        return new QuantifierSyntax(default, kind, list, name, isEvery ? null : comparison, isEvery ? comparison : null);
    }

    /// <summary>A comparison of one form with another; <see langword="null"/> if there is nothing here to make them of.</summary>
    private ValueTestSyntax? Pair(Place place, int depth)
    {
        // An element that is a plain value is seldom of the type that is drawn.
        var elements = place.Facts.Where(f => IsPlainElement(f.Path, place)).ToList();
        var isOfElement = elements.Count > 0 && Chance(2);
        var type = isOfElement ? Pick(elements).Type : Pick([.. place.Facts.Select(f => f.Type), .. MeasuredTypes]);
        var (leftForm, rightForm) = (Form(), Form());

        // Two literals are not compared with each other.
        var areLiterals = leftForm is SideForm.Literal or SideForm.Period && rightForm is SideForm.Literal or SideForm.Period;
        rightForm = areLiterals ? SideForm.Fact : rightForm;
        if (Operands.Side(leftForm, type, place, depth) is not { } left || Operands.Side(rightForm, type, place, depth) is not { } right)
        {
            return null;
        }

        var comparison = Pick(OperatorsOf(type));
        OperandSyntax? operand = comparison switch
        {
            ComparisonOperator.Between =>
                new OperandListSyntax(default, [right, WrittenForms.Contains(rightForm) ? right : Other(rightForm)]),
            ComparisonOperator.In or ComparisonOperator.NotIn when Chance(3) => Operands.ListOperand(type, place),
            ComparisonOperator.In or ComparisonOperator.NotIn => new OperandListSyntax(default, [right, Other(Form())]),
            ComparisonOperator.Matches => new LiteralSyntax(default, Literals.Text(random, Literals.Patterns)),
            _ => right,
        };
        return new ValueTestSyntax(default, left, new ComparisonSyntax(default, comparison, operand));

        SideForm Form() => isOfElement && Chance(2) ? SideForm.PlainElement : Pick(SideForms.OfOperands);

        OperandSyntax Other(SideForm form) => Operands.Side(form, type, place, depth) ?? right;
    }
}
