using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Writes how the value of a property becomes what steps ask about: a <see cref="bool"/>, a <see cref="long"/> in steps, days or
/// ticks, a <see cref="double"/> or a <see cref="string"/>.</summary>
/// <remarks>What a scenario may not say makes the function halt: the usual way then tells what is wrong.</remarks>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
[RequiresDynamicCode(RuleCode.MakesCode)]
internal sealed class ValueExpressions(Function function)
{
    /// <summary>Reads a value.</summary>
    /// <param name="raw">The value, as the property has it.</param>
    /// <param name="type">The type of the fact.</param>
    /// <param name="ifKnown">What is done with it.</param>
    /// <param name="ifUnknown">What is done where <see langword="null"/> stands for it.</param>
    public Expression Read(Expression raw, FactType type, Func<Expression, Expression> ifKnown, Func<Expression> ifUnknown)
    {
        if (Nullable.GetUnderlyingType(raw.Type) is not null)
        {
            var given = function.NewVariable(raw.Type);
            return Expression.Block(
                Expression.Assign(given, raw),
                Expression.Condition(
                    Expression.Property(given, "HasValue"),
                    Read(Expression.Call(given, "GetValueOrDefault", null), type, ifKnown, ifUnknown),
                    ifUnknown()));
        }

        if (!raw.Type.IsValueType)
        {
            var given = function.NewVariable(raw.Type);
            var known = type is TextType text ? Text(given, text, ifKnown) : Plain(given, type, ifKnown);
            return Expression.Block(
                Expression.Assign(given, raw),
                Expression.Condition(Expression.ReferenceEqual(given, Expression.Constant(null)), ifUnknown(), known));
        }

        return raw.Type.IsEnum ? Enum(raw, type, ifKnown, ifUnknown) : Plain(raw, type, ifKnown);
    }

    /// <summary>What stands for a constant, as <see cref="Read"/> gives it.</summary>
    public static Expression Constant(FactValue value, FactType type) => type switch
    {
        BooleanType => Expression.Constant(value.Boolean),
        DateType => Expression.Constant((long)value.Date.First),
        RealType => Expression.Constant(value.Real),
        TextType => Expression.Constant(value.Text),
        _ => Expression.Constant(value.Steps),
    };

    private Expression Text(ParameterExpression given, TextType type, Func<Expression, Expression> ifKnown) =>
        type.Values is not { } values ? ifKnown(given)
            : If(OneOf(given, values), ifKnown(given));

    /// <summary>Whether a text is one of some.</summary>
    public static Expression OneOf(Expression text, IEnumerable<string> values) =>
        values.Select(value => (Expression)Expression.Equal(text, Expression.Constant(value)))
            .DefaultIfEmpty(Expression.Constant(false)).Aggregate(Expression.OrElse);

    private ConditionalExpression Enum(Expression raw, FactType type, Func<Expression, Expression> ifKnown, Func<Expression> ifUnknown)
    {
        var text = function.NewVariable(typeof(string));
        var read = Expression.Call(
            typeof(Reading), nameof(Reading.TryReadEnum), null, Expression.Constant(FactsOf(raw.Type, type)),
            Expression.Convert(raw, typeof(int)), text);
        return If(read, Expression.Condition(Expression.ReferenceEqual(text, Expression.Constant(null)), ifUnknown(), ifKnown(text)));
    }

    /// <summary>What the numbers under an enum are as facts.</summary>
    public static EnumFacts FactsOf(Type type, FactType fact) => EnumFacts.Of(type, new FactPlan(fact, FactValue.Unknown))!;

    private Expression Plain(Expression raw, FactType type, Func<Expression, Expression> ifKnown)
    {
        switch (type)
        {
            case BooleanType:
                return ifKnown(raw);
            case ExactType { Scale: 0 } exact when IsWhole(raw.Type):
                return Whole(raw, exact, ifKnown);
            case ExactType exact when raw.Type == typeof(decimal):
                var steps = function.NewVariable(typeof(long));
                return If(
                    Expression.Call(
                        typeof(Reading), nameof(Reading.TryReadDecimal), null, raw, Expression.Constant(exact),
                        Expression.Constant((long)NumberDigits.PowersOfTen[exact.Scale]), steps),
                    ifKnown(steps));
            case DateType when raw.Type == typeof(DateOnly):
                return ifKnown(Expression.Convert(Expression.Property(raw, nameof(DateOnly.DayNumber)), typeof(long)));
            case DateTimeType when raw.Type == typeof(DateTimeOffset):
                return ifKnown(Expression.Property(raw, nameof(DateTimeOffset.UtcTicks)));
            case RealType real when raw.Type == typeof(double):
                var number = function.NewVariable(typeof(double));
                return Expression.Block(
                    Expression.Assign(number, raw),
                    If(
                        Expression.AndAlso(
                            Expression.Call(typeof(double), nameof(double.IsFinite), null, number),
                            Expression.AndAlso(
                                Expression.GreaterThanOrEqual(number, Expression.Constant(real.Minimum)),
                                Expression.LessThanOrEqual(number, Expression.Constant(real.Maximum)))),
                        ifKnown(number)));
            case RealType:
                return Called(nameof(Reading.TryReadReal), typeof(double));
            case DurationType:
                return If(
                    Expression.Call(typeof(Reading), nameof(Reading.Fits), [raw.Type], raw, Expression.Constant(type, typeof(FactType))),
                    ifKnown(raw));
            default:
                return Called(nameof(Reading.TryReadWhole), typeof(long));
        }

        ConditionalExpression Called(string method, Type result)
        {
            var value = function.NewVariable(result);
            var read = Expression.Call(typeof(Reading), method, [raw.Type], raw, Expression.Constant(type, typeof(FactType)), value);
            return If(read, ifKnown(value));
        }
    }

    private Expression Whole(Expression raw, ExactType type, Func<Expression, Expression> ifKnown)
    {
        if (raw.Type == typeof(ulong))
        {
            var given = function.NewVariable(typeof(ulong));
            return Expression.Block(
                Expression.Assign(given, raw),
                If(
                    Expression.LessThanOrEqual(given, Expression.Constant((ulong)long.MaxValue)),
                    Bounded(Expression.Convert(given, typeof(long)), long.MinValue, long.MaxValue)));
        }

        var (least, most) = Type.GetTypeCode(raw.Type) switch
        {
            TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
            TypeCode.Byte => (byte.MinValue, byte.MaxValue),
            TypeCode.Int16 => (short.MinValue, short.MaxValue),
            TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
            TypeCode.Int32 => (int.MinValue, int.MaxValue),
            TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        return Bounded(raw.Type == typeof(long) ? raw : Expression.Convert(raw, typeof(long)), least, most);

        Expression Bounded(Expression whole, long least, long most)
        {
            if (type.Minimum <= least && type.Maximum >= most)
            {
                return ifKnown(whole);
            }

            var value = function.NewVariable(typeof(long));
            return Expression.Block(Expression.Assign(value, whole), If(Between(value, type.Minimum, type.Maximum), ifKnown(value)));
        }
    }

    /// <summary>Whether a number lies between two, where these are bounds.</summary>
    public static Expression Between(Expression value, long low, long high) =>
        low == high ? Expression.Equal(value, Expression.Constant(low))
        : low == long.MinValue ? Expression.LessThanOrEqual(value, Expression.Constant(high))
        : high == long.MaxValue ? Expression.GreaterThanOrEqual(value, Expression.Constant(low))
        : Expression.AndAlso(
            Expression.GreaterThanOrEqual(value, Expression.Constant(low)), Expression.LessThanOrEqual(value, Expression.Constant(high)));

    private ConditionalExpression If(Expression isUsual, Expression then) =>
        Expression.Condition(isUsual, then, function.Halt(then.Type), then.Type);

    private static bool IsWhole(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64;
}
