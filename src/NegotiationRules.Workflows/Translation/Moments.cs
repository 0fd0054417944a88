using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>A <c>DateTime</c> is a date and time in the rule language; cut off at midnight, it is a date as well. The two do not compare
/// with each other.</summary>
internal static class Moments
{
    /// <summary>Both sides as dates where both can be, otherwise both as dates and times.</summary>
    /// <param name="a">The left side.</param>
    /// <param name="b">The right side.</param>
    /// <param name="by">How they are compared; <see langword="null"/> if what lies between them matters.</param>
    public static (OperandSyntax Left, OperandSyntax Right) Alike(ValueMeaning a, ValueMeaning b, BinaryOperator? by = null)
    {
        if (!IsDay(a.Operand) && !IsDay(b.Operand))
        {
            return (a.Operand, b.Operand);
        }

        return AsDay(a) is { } left && AsDay(b) is { } right ? (left, right)

            // Whether a moment lies before a midnight depends on its day alone.
            : by is BinaryOperator.Less or BinaryOperator.GreaterOrEqual && a.Constant is null && IsDay(b.Operand)
                ? (DayOf(a.Operand), b.Operand)
            : by is BinaryOperator.Greater or BinaryOperator.LessOrEqual && b.Constant is null && IsDay(a.Operand)
                ? (a.Operand, DayOf(b.Operand))
            : (AsMoment(a.Operand), AsMoment(b.Operand));
    }

    /// <summary>Whether it is said as a date.</summary>
    public static bool IsDay(OperandSyntax operand) => operand switch
    {
        FunctionSyntax { Function: OperandFunction.DateOf } => true,
        ArithmeticSyntax { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus } moved => IsDay(moved.Left),
        ChoiceSyntax choice => IsDay(choice.Then) && IsDay(choice.Else),
        MoveSyntax => true,
        _ => false,
    };

    /// <summary>The same as a date and time.</summary>
    public static OperandSyntax AsMoment(OperandSyntax operand) =>
        operand switch
        {
            FunctionSyntax { Function: OperandFunction.DateOf, Arguments: [var moment] } day => new ArithmeticSyntax(
                day.Span, ArithmeticKind.Minus, moment, day with { Function = OperandFunction.TimeOfDay }
            ),
            ArithmeticSyntax { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus } moved when IsDay(moved) => moved with
            {
                Left = AsMoment(moved.Left),
            },
            ChoiceSyntax choice => choice with { Then = AsMoment(choice.Then), Else = AsMoment(choice.Else) },

            // The length between two days is one that a date and time can be moved by.
            MoveSyntax move when IsDay(move.Operand) => new ArithmeticSyntax(
                move.Span, ArithmeticKind.Minus, AsMoment(move.Operand),
                new ArithmeticSyntax(move.Span, ArithmeticKind.Minus, move.Operand, move)
            ),
            _ => operand,
        };

    /// <summary>A length of time as the rule language writes it.</summary>
    public static LiteralSyntax Length(Span span, int months, long ticks) =>
        new(span, new JsonText(span, new Duration(months, ticks).ToString()));

    private static FunctionSyntax DayOf(OperandSyntax moment) => new(moment.Span, OperandFunction.DateOf, moment.Span, [moment]);

    private static OperandSyntax? AsDay(ValueMeaning value) =>
        IsDay(value.Operand) ? value.Operand
        : value.Constant is DateTime { TimeOfDay.Ticks: 0 } midnight ? Literals.Write(value.Span, DateOnly.FromDateTime(midnight))
        : null;
}
