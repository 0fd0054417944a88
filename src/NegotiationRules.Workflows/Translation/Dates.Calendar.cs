using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Dates put together from the parts of another date, and the days between two.</content>
internal sealed partial class Dates
{
    // `DateOnly(x.Year, x.Month, 1)` is the start of the month of x.
    public ValueMeaning? FromParts(Span span, ScalarKind kind, Meaning[] arguments)
    {
        if (
            arguments is not [ValueMeaning { Whole: { } whole } year, ValueMeaning month, ValueMeaning last]
            || !IsPartOf(year, OperandFunction.Year, whole)
            || kind != ScalarKind.DateOnly && (kind != ScalarKind.DateTime || whole.Kind != ScalarKind.DateTime)
        )
        {
            return null;
        }

        var day = DayIn(whole);
        OperandSyntax? made = (month.Constant, last.Constant) switch
        {
            (null, 1) when IsPartOf(month, OperandFunction.Month, whole) => new MoveSyntax(span, day, CalendarMove.StartOfMonth, span),
            (null, null) when IsPartOf(month, OperandFunction.Month, whole) && IsLastOfMonth(last, day) => new MoveSyntax(
                span, day, CalendarMove.EndOfMonth, span
            ),
            (null, null) when IsPartOf(month, OperandFunction.Month, whole) && IsPartOf(last, OperandFunction.DayOfMonth, whole) => day,
            (1, 1) => new MoveSyntax(span, day, CalendarMove.StartOfYear, span),
            (12, 31) => new MoveSyntax(span, day, CalendarMove.EndOfYear, span),
            _ => null,
        };
        return made is not null ? nulls.Combined(span, made, new ScalarInput(kind, false), year, month, last) : null;
    }

    // `DateTime.DaysInMonth(x.Year, x.Month)` is the day of the month that its last day is.
    public ValueMeaning? DaysInMonth(Span span, Meaning[] arguments) =>
        arguments is [ValueMeaning { Whole: { } whole } year, ValueMeaning month]
        && IsPartOf(year, OperandFunction.Year, whole)
        && IsPartOf(month, OperandFunction.Month, whole)
            ? nulls.Combined(
                span,
                Operands.Function(span, OperandFunction.DayOfMonth, new MoveSyntax(span, DayIn(whole), CalendarMove.EndOfMonth, span)),
                new ScalarInput(ScalarKind.Int32, false), year, month
            )
            : null;

    private static OperandSyntax DayIn(ValueMeaning date) =>
        date.Kind == ScalarKind.DateOnly || Moments.IsDay(date.Operand)
            ? date.Operand
            : Operands.Function(date.Span, OperandFunction.DateOf, date.Operand);

    // Days are counted from the first day of the year 1.
    private ValueMeaning DayNumber(Span span, ValueMeaning day)
    {
        var back = new ArithmeticSyntax(span, ArithmeticKind.Minus, new LiteralSyntax(span, new JsonText(span, "0001-01-01")), day.Operand);
        var days = new ArithmeticSyntax(
            span, ArithmeticKind.Times, Operands.Function(span, OperandFunction.TotalDays, back), Literals.Write(span, -1)!
        );
        return MadeOf(span, day, days, ScalarKind.Int32) with { Whole = day, IsFloating = true };
    }

    /// <summary><c>a.DayNumber - b.DayNumber</c>; nothing if it is anything else.</summary>
    public ValueMeaning? DaysBetween(Span span, ValueMeaning a, ValueMeaning b)
    {
        // What `np` makes of a part may be null, and stays as it is.
        if (
            a is not { Whole: { } end, Operand: ArithmeticSyntax, Type.IsNullable: false }
            || b is not { Whole: { } start, Operand: ArithmeticSyntax, Type.IsNullable: false }
        )
        {
            return null;
        }

        var days = Operands.Function(
            span, OperandFunction.TotalDays, new ArithmeticSyntax(span, ArithmeticKind.Minus, end.Operand, start.Operand)
        );
        return nulls.Combined(span, days, new ScalarInput(ScalarKind.Int32, false), a, b) with { IsFloating = true };
    }

    private static bool IsPartOf(ValueMeaning value, OperandFunction part, ValueMeaning day) =>
        value is { Whole: { } whole, Operand: FunctionSyntax { Function: var function }, Type.IsNullable: false }
        && function == part
        && day.Lifts.Count == 0
        && SyntaxLikeness.Same(whole.Operand, day.Operand);

    private static bool IsLastOfMonth(ValueMeaning value, OperandSyntax day) =>
        value.Operand
            is FunctionSyntax { Function: OperandFunction.DayOfMonth, Arguments: [MoveSyntax { Move: CalendarMove.EndOfMonth } last] }
        && SyntaxLikeness.Same(last.Operand, day);
}
