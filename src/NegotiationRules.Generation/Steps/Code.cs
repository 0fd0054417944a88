using NegotiationRules.Conditions;
using NegotiationRules.Generation.Facts;

namespace NegotiationRules.Generation.Steps;

/// <summary>An expression of C#.</summary>
/// <param name="Text">The expression, in brackets where it needs them to stand beside an operator.</param>
/// <param name="IsOpen">Whether it may be unknown: a truth is a <c>Truth</c> then instead of a <c>bool</c>, a quantity a <c>Range</c>
/// instead of a <c>long</c>, a text may be <see langword="null"/>.</param>
/// <param name="IsCostly">Whether it is better not worked out where something else decides.</param>
internal readonly record struct Code(string Text, bool IsOpen = false, bool IsCostly = false)
{
    /// <summary>Of a truth that is unknown for want of one fact alone, the fact, a name for what is known of it, and what is asked of that:
    /// two branches are quicker in a loop than the truth. <see langword="null"/> for all others.</summary>
    public (string Fact, string Known, string Test)? OfOneFact { get; init; }

    public static Code True { get; } = new("true");

    public static Code False { get; } = new("false");

    public static Code Unknown { get; } = new("Truth.Unknown", IsOpen: true);

    public bool IsConstant => this == True || this == False || this == Unknown;

    /// <summary>The expression where a quantity of which not all is known belongs.</summary>
    public string AsRange => IsOpen ? Text : $"(Range){Text}";

    /// <summary>The expression where a truth that may be unknown is asked for more.</summary>
    public string AsTruth => IsOpen ? $"({Text})" : $"((Truth){Text})";

    /// <summary>What goes on with whether it may be so, if that is in question.</summary>
    public string AndIsPossible => IsConstant ? string.Empty : $" && {AsTruth}.IsPossible";

    public static Code Of(Truth truth) => truth switch
    {
        Truth.True => True,
        Truth.False => False,
        _ => Unknown,
    };

    /// <summary>A quantity of which it is known where it lies.</summary>
    public static Code OfRange(long? low, long? high) => new(
        $"new Range({(low is { } l ? CSharpText.Number(l) : "Range.NoLow")}, {(high is { } h ? CSharpText.Number(h) : "Range.NoHigh")})",
        IsOpen: true);

    public Code Not() =>
        this == True ? False
        : this == False ? True
        : this == Unknown ? this
        : this with
        {
            Text = Text[0] == '!' ? Text[1..] : "!" + Text,
            OfOneFact = OfOneFact is { } one ? one with { Test = $"!({one.Test})" } : null,
        };

    /// <summary>The operator that compares so.</summary>
    public static string SignOf(Relation relation) => relation switch
    {
        Relation.Equal => "==",
        Relation.NotEqual => "!=",
        Relation.Less => "<",
        Relation.LessOrEqual => "<=",
        Relation.Greater => ">",
        Relation.GreaterOrEqual => ">=",
    };
}
