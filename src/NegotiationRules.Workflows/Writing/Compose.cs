using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Puts expressions together. They stand nowhere: they are built, not read.</summary>
internal static class Compose
{
    public static ExpressionSyntax Name(string name) => new NameExpression(default, name);

    public static ExpressionSyntax Member(ExpressionSyntax target, string name) =>
        new MemberExpression(default, target, Word(name), IsNullPropagating: false);

    public static ExpressionSyntax Call(ExpressionSyntax? target, string name, params IReadOnlyList<ExpressionSyntax> arguments) =>
        new CallExpression(default, target, Word(name), arguments, IsNullPropagating: false);

    public static ExpressionSyntax Boolean(bool value) => new BooleanExpression(default, value);

    public static ExpressionSyntax Null { get; } = new NullExpression(default);

    public static ExpressionSyntax Text(string text) => new TextExpression(default, text, IsCharacter: false);

    /// <summary>A whole number; <paramref name="suffix"/> <c>L</c> where it is reckoned with, so that nothing is reckoned in 32
    /// bits.</summary>
    public static ExpressionSyntax Number(long number, string suffix = "") => Signed(number < 0, ExactNumber.ToText(number, 0), suffix);

    /// <summary>An exact number in steps of a scale: <c>2.5M</c>, and <c>2</c> if it is whole and nothing else is asked for.</summary>
    public static ExpressionSyntax Number(long steps, int scale, bool isDecimal, string wholeSuffix = "")
    {
        var digits = ExactNumber.ToText(steps, scale);
        return Signed(steps < 0, digits, isDecimal || digits.Contains('.', StringComparison.Ordinal) ? "M" : wholeSuffix);
    }

    /// <summary>A number in floating point; a whole one may be written as such unless it must be <paramref name="isDouble"/> by
    /// itself.</summary>
    public static ExpressionSyntax Real(double number, bool isDouble = false)
    {
        const int Long = 9;
        var digits = Math.Abs(number).ToString("R", CultureInfo.InvariantCulture);
        return Signed(number < 0, digits, digits.All(char.IsAsciiDigit) && (isDouble || digits.Length > Long) ? "D" : string.Empty);
    }

    public static ExpressionSyntax Not(ExpressionSyntax operand) => operand switch
    {
        BooleanExpression { Value: var value } => Boolean(!value),
        UnaryExpression { Operator: UnaryOperator.Not, Operand: var inner } => inner,
        _ => new UnaryExpression(default, UnaryOperator.Not, operand),
    };

    public static ExpressionSyntax Negative(ExpressionSyntax operand) => new UnaryExpression(default, UnaryOperator.Minus, operand);

    /// <summary>All hold. What is certain need not be said.</summary>
    public static ExpressionSyntax And(params IEnumerable<ExpressionSyntax> parts) => Join(BinaryOperator.And, parts, neutral: true);

    /// <summary>One of them holds.</summary>
    public static ExpressionSyntax Or(params IEnumerable<ExpressionSyntax> parts) => Join(BinaryOperator.Or, parts, neutral: false);

    public static ExpressionSyntax Binary(BinaryOperator sign, ExpressionSyntax left, ExpressionSyntax right) =>
        new BinaryExpression(default, sign, default, left, right);

    public static ExpressionSyntax Sum(IEnumerable<ExpressionSyntax> parts) => parts.Aggregate((a, b) => Binary(BinaryOperator.Add, a, b));

    public static ExpressionSyntax In(ExpressionSyntax item, IReadOnlyList<ExpressionSyntax> values) =>
        new InExpression(default, item, values, IsList: false, IsNegated: false);

    public static ExpressionSyntax Choice(ExpressionSyntax condition, ExpressionSyntax then, ExpressionSyntax otherwise) =>
        Call(null, "iif", condition, then, otherwise);

    public static ExpressionSyntax Lambda(string element, ExpressionSyntax body) => new LambdaExpression(default, [Word(element)], body);

    public static ExpressionSyntax Array(IReadOnlyList<ExpressionSyntax> items) => new NewArrayExpression(default, null, items);

    private static ExpressionSyntax Join(BinaryOperator sign, IEnumerable<ExpressionSyntax> parts, bool neutral)
    {
        ExpressionSyntax? joined = null;
        foreach (var part in parts.SelectMany(p => Joined(sign, p)))
        {
            if (part is BooleanExpression { Value: var value })
            {
                if (value != neutral)
                {
                    return part;
                }
            }
            else
            {
                joined = joined is null ? part : Binary(sign, joined, part);
            }
        }

        return joined ?? Boolean(neutral);
    }

    private static IEnumerable<ExpressionSyntax> Joined(BinaryOperator sign, ExpressionSyntax part) =>
        part is BinaryExpression { Left: var left, Right: var right } both && both.Operator == sign
            ? [.. Joined(sign, left), .. Joined(sign, right)]
            : [part];

    // Without a suffix, the engine cuts negative numbers to 32 bits.
    private static ExpressionSyntax Signed(bool isNegative, string digits, string suffix)
    {
        const int Safe = 9;
        var unsigned = digits.TrimStart('-');
        var number = new NumberExpression(
            default,
            unsigned,
            isNegative && suffix.Length == 0 && unsigned.Length > Safe && unsigned.All(char.IsAsciiDigit) ? "L" : suffix
        );
        return isNegative ? Negative(number) : number;
    }

    private static Name Word(string text) => new(text, default);
}
