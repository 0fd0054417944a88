using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What is worked out of constants.</summary>
internal static class ConstantArithmetic
{
    // Both of the same kind. Nothing, where C# throws or the result is no number.
    public static object? Fold(BinaryOperator by, object x, object y)
    {
        try
        {
            return (x, y) switch
            {
                (int a, int b) => Narrow(by, a, b),
                (long a, long b) => checked(by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                }),
                (decimal a, decimal b) => by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                },
                (double a, double b) => Finite(by switch
                {
                    BinaryOperator.Add => a + b,
                    BinaryOperator.Subtract => a - b,
                    BinaryOperator.Multiply => a * b,
                    BinaryOperator.Divide => a / b,
                    _ => a % b,
                }),
                _ => null,
            };
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static int? Narrow(BinaryOperator by, long a, long b) =>
        by switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        } is var wide && wide >= int.MinValue && wide <= int.MaxValue ? (int)wide : null;

    public static object? Finite(double value) => double.IsFinite(value) ? value : null;

    public static object? Fold(OperandFunction function, object number) => (function, number) switch
    {
        (OperandFunction.Absolute, int value and > int.MinValue) => Math.Abs(value),
        (OperandFunction.Absolute, long value and > long.MinValue) => Math.Abs(value),
        (OperandFunction.Absolute, double value) => Math.Abs(value),
        (OperandFunction.Absolute, decimal value) => Math.Abs(value),
        (OperandFunction.Sign, int value) => Math.Sign(value),
        (OperandFunction.Sign, long value) => Math.Sign(value),
        (OperandFunction.Sign, double value) => Math.Sign(value),
        (OperandFunction.Sign, decimal value) => Math.Sign(value),
        (OperandFunction.Floor, double value) => Math.Floor(value),
        (OperandFunction.Floor, decimal value) => Math.Floor(value),
        (OperandFunction.Ceiling, double value) => Math.Ceiling(value),
        (OperandFunction.Ceiling, decimal value) => Math.Ceiling(value),
        (OperandFunction.Truncated, double value) => Math.Truncate(value),
        (OperandFunction.Truncated, decimal value) => Math.Truncate(value),
        _ => null,
    };
}
