using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;

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

        var (list, inner, name) = Open(place, 0, parameterOneIn: 4);
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
        if (Side(leftForm, type, place, depth) is not { } left || Side(rightForm, type, place, depth) is not { } right)
        {
            return null;
        }

        var comparison = Pick(OperatorsOf(type));
        OperandSyntax? operand = comparison switch
        {
            ComparisonOperator.Between =>
                new OperandListSyntax(default, [right, WrittenForms.Contains(rightForm) ? right : Other(rightForm)]),
            ComparisonOperator.In or ComparisonOperator.NotIn when Chance(3) => ListOperand(type, place),
            ComparisonOperator.In or ComparisonOperator.NotIn => new OperandListSyntax(default, [right, Other(Form())]),
            ComparisonOperator.Matches => new LiteralSyntax(default, Literals.Text(random, Literals.Patterns)),
            _ => right,
        };
        return new ValueTestSyntax(default, left, new ComparisonSyntax(default, comparison, operand));

        SideForm Form() => isOfElement && Chance(2) ? SideForm.PlainElement : Pick(SideForms.OfOperands);

        OperandSyntax Other(SideForm form) => Side(form, type, place, depth) ?? right;
    }

    private static ComparisonOperator[] OperatorsOf(FactType type) => type switch
    {
        BooleanType => OfAll,
        TextType => OfText,
        DateType or DateTimeType => OfDates,
        _ => OfNumbers,
    };

    private OperandSyntax? Side(SideForm form, FactType type, Place place, int depth)
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

    private FactOperandSyntax? FactOf(FactType type, Place place, Func<string, bool>? fits = null) =>
        place.Facts.Where(f => Agree(f.Type, type) && (fits is null || fits(f.Path))).ToList() is { Count: > 0 } facts
            ? new FactOperandSyntax(default, Name(Pick(facts).Path))
            : null;

    private static bool IsPlainElement(string path, Place place) =>
        place.Starting(path) is var start && start.Depth > 0 && start.Name == path;

    private static bool IsOfElement(string path, Place place) => place.Starting(path).Depth > 0;
}
