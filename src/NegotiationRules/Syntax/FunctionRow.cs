namespace NegotiationRules.Syntax;

/// <summary>All that the language says of one function; it is called like its member of the enumeration, in camel case.</summary>
/// <param name="Function">Which one it is.</param>
/// <param name="Fewest">The fewest operands that it is worked out of.</param>
/// <param name="Most">The most of them; <see cref="int.MaxValue"/> for any number.</param>
/// <param name="Needs">What each of them must be, or the first.</param>
/// <param name="Gives">What it gives.</param>
/// <param name="Says">What an editor shows beside it.</param>
internal sealed record FunctionRow(
    OperandFunction Function, int Fewest, int Most, ArgumentKind Needs, FunctionResult Gives, string Says)
{
    /// <summary>What those after the first must be, where that is something else.</summary>
    public ArgumentKind? Further { get; init; }

    /// <summary>What is written beside the name.</summary>
    public string Example { get; init; } = """{ "fact": "…" }""";

    /// <summary>How other systems call it; empty where they have no other word.</summary>
    public string Borrowed { get; init; } = string.Empty;

    /// <summary>Whether what is written out in it is read as what stands beside it: all of it is of one measure.</summary>
    public bool IsReadByItsOperands => Needs == ArgumentKind.Ordered;

    public ArgumentKind NeedOf(int argument) => argument > 0 ? Further ?? Needs : Needs;
}

/// <summary>What an operand of a function must be.</summary>
internal enum ArgumentKind
{
    Number,
    Whole,
    Text,
    Day,

    /// <summary>A date, with or without a time.</summary>
    Date,
    Instant,
    Duration,

    /// <summary>Anything that has an order, and all of them alike.</summary>
    Ordered,
}

/// <summary>What a function gives.</summary>
internal enum FunctionResult
{
    /// <summary>A number in floating point.</summary>
    Real,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>What its first operand is.</summary>
    Same,

    /// <summary>The same without decimals.</summary>
    WholeOfSame,

    /// <summary>The same with as many decimals as are asked for.</summary>
    Rounded,

    /// <summary>What has room for any of its operands.</summary>
    Widest,

    Text,
    Day,
    Instant,
    Duration,
}
