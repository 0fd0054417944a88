using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;
using static NegotiationRules.Tests.Agreement.GeneratedSyntax;
using static NegotiationRules.Tests.Agreement.GeneratedTypes;

namespace NegotiationRules.Tests.Agreement;

/// <content>What stands on a side of a comparison, by its form.</content>
internal sealed partial class OperandGenerator
{
    public OperandSyntax? Side(SideForm form, FactType type, Place place, int depth)
    {
        switch (form)
        {
            case SideForm.Fact or SideForm.FactAround:
                return FactOf(type, place, f => !IsOfElement(f, place));
            case SideForm.FactOfElement:
                return FactOf(type, place, f => IsOfElement(f, place));
            case SideForm.PlainElement:
                return FactOf(type, place, f => IsPlainElement(f, place));
            case SideForm.Literal:
                return new LiteralSyntax(default, type is DateType ? Literals.Text(random, Literals.Days) : LiteralOf(type));
            case SideForm.Parameter:
                return Parameter(ParameterOf(type));
            case SideForm.Period or SideForm.PeriodParameter when type is not DateType:
                return null;
            case SideForm.Period:
                return new LiteralSyntax(default, Literals.Text(random, Literals.Periods));
            case SideForm.PeriodParameter:
                return Parameter(Pick(["month", "year"]));
            case SideForm.Move:
                return type is DateType && FactOf(type, place) is { } day
                    ? new MoveSyntax(default, day, Pick(Enum.GetValues<CalendarMove>()), default) : null;
            case SideForm.Arithmetic:
                return type is not (BooleanType or TextType) && FactOf(type, place) is { } start
                    ? new ArithmeticSyntax(default, Pick(PlusMinus), start, type is ExactType or RealType ? Addend([]) : Duration(place))
                    : null;
            case SideForm.Function:
                return Computed(type, place, 0);
            case SideForm.Quantity:
                return QuantityOperand(type, place, Math.Max(depth - 1, 0));
            default:
                // Whether a flag is set decides, which may be unknown.
                return Branch() is { } then && Branch() is { } otherwise && FactOf(new BooleanType(), place, CanBeKey) is { } flag
                    ? new ChoiceSyntax(default, IsTrue(flag), then, otherwise) : null;
        }

        FactTestSyntax IsTrue(FactOperandSyntax flag) =>
            Test(flag.Path.Text, new ComparisonSyntax(default, ComparisonOperator.Is, Literal(true)));

        OperandSyntax? Branch() => form == SideForm.ChoiceOfLiterals ? Constant(type) : FactOf(type, place);
    }

    public FactOperandSyntax? FactOf(FactType type, Place place, Func<string, bool>? fits = null) =>
        place.Facts.Where(f => Agree(f.Type, type) && (fits is null || fits(f.Path))).ToList() is { Count: > 0 } facts
            ? new FactOperandSyntax(default, Name(Pick(facts).Path))
            : null;
}
