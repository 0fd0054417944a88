using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>A <c>DateTime</c> is a date and time in the rule language; cut off at midnight, it is a date as well. The two do not compare with each other.</summary>
internal static class Moments
{
    /// <summary>Both sides as dates where both can be, otherwise both as dates and times.</summary>
    public static (OperandSyntax Left, OperandSyntax Right) Alike(ValueMeaning a, ValueMeaning b)
    {
        if (!IsDay(a.Operand) && !IsDay(b.Operand))
        {
            return (a.Operand, b.Operand);
        }

        return AsDay(a) is { } left && AsDay(b) is { } right ? (left, right) : (AsMoment(a.Operand), AsMoment(b.Operand));
    }

    /// <summary>Whether it is said as a date.</summary>
    public static bool IsDay(OperandSyntax operand) => operand switch
    {
        FunctionSyntax { Function: OperandFunction.DateOf } => true,
        ArithmeticSyntax { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus } moved => IsDay(moved.Left),
        ChoiceSyntax choice => IsDay(choice.Then) && IsDay(choice.Else),
        _ => false,
    };

    /// <summary>The same as a date and time.</summary>
    public static OperandSyntax AsMoment(OperandSyntax operand) => operand switch
    {
        FunctionSyntax { Function: OperandFunction.DateOf, Arguments: [var moment] } day =>
            new ArithmeticSyntax(day.Span, ArithmeticKind.Minus, moment, day with { Function = OperandFunction.TimeOfDay }),
        ArithmeticSyntax { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus } moved when IsDay(moved) => moved with { Left = AsMoment(moved.Left) },
        ChoiceSyntax choice => choice with { Then = AsMoment(choice.Then), Else = AsMoment(choice.Else) },
        _ => operand,
    };

    /// <summary>A length of time as the rule language writes it.</summary>
    public static LiteralSyntax Length(Span span, int months, long ticks) => new(span, new JsonText(span, new Duration(months, ticks).ToString()));

    private static OperandSyntax? AsDay(ValueMeaning value) =>
        IsDay(value.Operand) ? value.Operand
        : value.Constant is DateTime { TimeOfDay.Ticks: 0 } midnight ? Literals.Write(value.Span, DateOnly.FromDateTime(midnight))
        : null;
}
