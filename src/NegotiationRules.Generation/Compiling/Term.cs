using System.Linq.Expressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Generation.Compiling;

/// <summary>An expression that works out a step.</summary>
/// <param name="Expression">The expression.</param>
/// <param name="IsOpen">Whether it may be unknown: a truth is an <see cref="Arithmetic.Truth"/> then instead of a <see cref="bool"/>, a
/// quantity an <see cref="Arithmetic.Range"/> instead of a <see cref="long"/>, a text may be <see langword="null"/>.</param>
/// <param name="IsCostly">Whether it is better not worked out where something else decides.</param>
internal readonly record struct Term(Expression Expression, bool IsOpen = false, bool IsCostly = false)
{
    /// <summary>The truth that it always is; <see langword="null"/> if that is in question.</summary>
    public Truth? Constant { get; private init; }

    public static Term True { get; } = new(Expression.Constant(true)) { Constant = Truth.True };

    public static Term False { get; } = new(Expression.Constant(false)) { Constant = Truth.False };

    public static Term Unknown { get; } =
        new(Expression.Property(null, typeof(Arithmetic.Truth), nameof(Arithmetic.Truth.Unknown)), IsOpen: true)
        {
            Constant = Truth.Unknown,
        };

    public bool IsTrue => Constant == Truth.True;

    public bool IsFalse => Constant == Truth.False;

    /// <summary>The expression where a truth that may be unknown belongs.</summary>
    public Expression AsTruth => IsOpen ? Expression : Expression.Convert(Expression, typeof(Arithmetic.Truth));

    /// <summary>The expression where a quantity of which not all is known belongs.</summary>
    public Expression AsRange => IsOpen ? Expression : Expression.Convert(Expression, typeof(Arithmetic.Range));

    public static Term Of(Truth truth) => truth switch
    {
        Truth.True => True,
        Truth.False => False,
        _ => Unknown,
    };

    public Term Not() => Constant is { } constant ? Of(constant.Not()) : this with { Expression = Expression.Not(Expression) };
}
