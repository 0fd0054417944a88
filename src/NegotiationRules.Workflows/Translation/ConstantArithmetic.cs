using System.Numerics;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What is worked out of constants.</summary>
internal static class ConstantArithmetic
{
    // Both of the same kind. Nothing, where C# throws or the result is no number.
    public static object? Fold(BinaryOperator by, object x, object y) => UnlessItThrows(() => (x, y) switch
    {
        (int a, int b) => Reckon(by, a, b),
        (long a, long b) => Reckon(by, a, b),
        (decimal a, decimal b) => Reckon(by, a, b),
        (double a, double b) => Finite(Reckon(by, a, b)),
        _ => null,
    });

    public static object? Finite(double value) => double.IsFinite(value) ? value : null;

    public static object? Fold(OperandFunction function, object number) => UnlessItThrows(() => number switch
    {
        int value => OfNumber(function, value),
        long value => OfNumber(function, value),
        double value => OfReal(function, value),
        decimal value => OfReal(function, value),
        _ => null,
    });

    private static object? UnlessItThrows(Func<object?> reckon)
    {
        try
        {
            return reckon();
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }

    private static T Reckon<T>(BinaryOperator by, T a, T b)
        where T : INumber<T> => checked(by switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            BinaryOperator.Divide => a / b,
            _ => a % b,
        });

    private static object? OfNumber<T>(OperandFunction function, T value)
        where T : INumber<T> => function switch
        {
            OperandFunction.Absolute => T.Abs(value),
            OperandFunction.Sign => T.Sign(value),
            _ => null,
        };

    private static object? OfReal<T>(OperandFunction function, T value)
        where T : IFloatingPoint<T> => function switch
        {
            OperandFunction.Floor => T.Floor(value),
            OperandFunction.Ceiling => T.Ceiling(value),
            OperandFunction.Truncated => T.Truncate(value),
            _ => OfNumber(function, value),
        };
}
