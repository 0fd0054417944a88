using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Programs;

/// <summary>Numbers of steps, equal if their elements are.</summary>
internal readonly record struct Steps(ImmutableArray<int> Numbers)
{
    public Steps Renumber(IReadOnlyList<int> numbers) => new([.. Numbers.Select(n => numbers[n])]);

    public bool Equals(Steps other) => Numbers.AsSpan().SequenceEqual(other.Numbers.AsSpan());

    public override int GetHashCode() => Hash.Of(Numbers);
}

/// <summary>Codes of texts, sorted; equal if their elements are.</summary>
internal readonly record struct Codes(ImmutableArray<int> Sorted)
{
    public bool Equals(Codes other) => Sorted.AsSpan().SequenceEqual(other.Sorted.AsSpan());

    public override int GetHashCode() => Hash.Of(Sorted);
}

/// <summary>What is known of a quantity before there is a scenario; a side without a bound is <see langword="null"/>.</summary>
internal readonly record struct Bounds(long? Low, long? High)
{
    /// <summary>What the vocabulary says of a fact.</summary>
    public static Bounds Of(Operand operand) => operand is FactOperand { Fact.Type: ExactType type }
        ? new Bounds(type.Minimum == long.MinValue ? null : type.Minimum, type.Maximum == long.MaxValue ? null : type.Maximum)
        : default;
}

internal static class Hash
{
    public static int Of(ImmutableArray<int> numbers)
    {
        var hash = default(HashCode);
        foreach (var number in numbers)
        {
            hash.Add(number);
        }

        return hash.ToHashCode();
    }
}
