using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Dates put together from the parts of another date, and the days between two.</content>
internal sealed partial class ExpressionTranslator
{
    // `DateOnly(x.Year, x.Month, 1)` is the start of the month of x.
    private ValueMeaning? FromParts(Span span, ScalarKind kind, Meaning[] arguments)
    {
        if (kind != ScalarKind.DateOnly || arguments is not [ValueMeaning { Whole: { Kind: ScalarKind.DateOnly } day } year, ValueMeaning month, ValueMeaning last]
            || !IsPart(year, OperandFunction.Year, day))
        {
            return null;
        }

        CalendarMove? move = (month.Constant, last.Constant) switch
        {
            (null, 1) when IsPart(month, OperandFunction.Month, day) => CalendarMove.StartOfMonth,
            (null, null) when IsPart(month, OperandFunction.Month, day) && IsLastOfMonth(last, day) => CalendarMove.EndOfMonth,
            (1, 1) => CalendarMove.StartOfYear,
            (12, 31) => CalendarMove.EndOfYear,
            _ => null,
        };
        return move is { } to ? Combined(span, new MoveSyntax(span, day.Operand, to, span), new ScalarInput(kind, false), year, month, last) : null;
    }

    // `DateTime.DaysInMonth(x.Year, x.Month)` is the day of the month that its last day is.
    private ValueMeaning? DaysInMonth(Span span, Meaning[] arguments) =>
        arguments is [ValueMeaning { Whole: { Kind: ScalarKind.DateOnly } day } year, ValueMeaning month] && IsPart(year, OperandFunction.Year, day) && IsPart(month, OperandFunction.Month, day)
            ? Combined(span, Function(span, OperandFunction.DayOfMonth, new MoveSyntax(span, day.Operand, CalendarMove.EndOfMonth, span)), new ScalarInput(ScalarKind.Int32, false), year, month)
            : null;

    // Days are counted from the first day of the year 1.
    private ValueMeaning DayNumber(Span span, ValueMeaning day)
    {
        var back = new ArithmeticSyntax(span, ArithmeticKind.Minus, new LiteralSyntax(span, new JsonText(span, "0001-01-01")), day.Operand);
        var days = new ArithmeticSyntax(span, ArithmeticKind.Times, Function(span, OperandFunction.TotalDays, back), Literals.Write(span, -1)!);
        return Of(span, day, days, ScalarKind.Int32) with { Whole = day, IsFloating = true };
    }

    /// <summary><c>a.DayNumber - b.DayNumber</c>; nothing if it is anything else.</summary>
    private ValueMeaning? DaysBetween(Span span, ValueMeaning a, ValueMeaning b)
    {
        // What `np` makes of a part may be null, and stays as it is.
        if (a is not { Whole: { } end, Operand: ArithmeticSyntax, Type.IsNullable: false } || b is not { Whole: { } start, Operand: ArithmeticSyntax, Type.IsNullable: false })
        {
            return null;
        }

        var days = Function(span, OperandFunction.TotalDays, new ArithmeticSyntax(span, ArithmeticKind.Minus, end.Operand, start.Operand));
        return Combined(span, days, new ScalarInput(ScalarKind.Int32, false), a, b) with { IsFloating = true };
    }

    private static bool IsPart(ValueMeaning value, OperandFunction part, ValueMeaning day) =>
        value is { Whole: { } whole, Operand: FunctionSyntax { Function: var function }, Type.IsNullable: false } && function == part && day.Lifts.Count == 0 && SyntaxLikeness.Same(whole.Operand, day.Operand);

    private static bool IsLastOfMonth(ValueMeaning value, ValueMeaning day) =>
        value.Operand is FunctionSyntax { Function: OperandFunction.DayOfMonth, Arguments: [MoveSyntax { Move: CalendarMove.EndOfMonth } last] } && SyntaxLikeness.Same(last.Operand, day.Operand);
}
