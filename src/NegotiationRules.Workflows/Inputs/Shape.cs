using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>The type of something in an expression, as far as it is known. Shapes that prove to be of one type are joined and share what is
/// known of it.</summary>
/// <param name="path">The path of the input; <see langword="null"/> for what is worked out or written down.</param>
/// <param name="at">Where it was first mentioned.</param>
internal sealed class Shape(string? path = null, Span at = default)
{
    private Shape? _joinedTo;

    /// <summary>What is known of a value of a type: that a number has no decimals only where that matters, for whoever else gives it may
    /// give others.</summary>
    public static Shape Of(ScalarKind kind) => new()
    {
        Kind = kind switch
        {
            ScalarKind.Boolean => ShapeKind.Boolean,
            ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal => ShapeKind.Number,
            ScalarKind.DateTime => ShapeKind.DateTime,
            ScalarKind.DateTimeOffset => ShapeKind.DateTimeOffset,
            ScalarKind.DateOnly => ShapeKind.DateOnly,
            ScalarKind.TimeSpan => ShapeKind.TimeSpan,
            ScalarKind.Guid => ShapeKind.Guid,
            _ => ShapeKind.Text,
        },
        HappensToBeWhole = kind is ScalarKind.Int32 or ScalarKind.Int64,
        IsFractional = kind is ScalarKind.Double or ScalarKind.Decimal,
        IsDecimal = kind is ScalarKind.Decimal,
    };

    public static Shape Truth() => new() { Kind = ShapeKind.Boolean };

    public static Shape Whole() => new() { Kind = ShapeKind.Number, IsWhole = true };

    public string? Path => path;

    public Span At => at;

    /// <summary>The first thing that was done with just this one that tells its type.</summary>
    public Evidence? Use { get; set; }

    /// <summary>The shape that holds what all that are joined share.</summary>
    public Shape Root
    {
        get
        {
            var root = this;
            while (root._joinedTo is { } next)
            {
                root = next;
            }

            for (var shape = this; shape._joinedTo is { } next && next != root; shape = next)
            {
                shape._joinedTo = root;
            }

            return root;
        }
    }

    /// <summary>Whether just this one is a number that is written out.</summary>
    public bool IsWritten { get; init; }

    public ShapeKind Kind { get; set; }

    /// <summary>Why it is of its kind.</summary>
    public Evidence? Why { get; set; }

    public bool IsNullable { get; set; }

    /// <summary>For a number: whether it may have decimals.</summary>
    public bool IsFractional { get; set; }

    /// <summary>For a number: whether something says that it has none, as a sample or a count does. A whole number that is written out does
    /// not: an amount of 2.5 can be less than 3.</summary>
    public bool IsWhole { get; set; }

    /// <summary>For a number: whether it stands beside one that is written as a decimal.</summary>
    public bool IsDecimal { get; set; }

    /// <summary>For a number: whether it is whole in samples that nobody chose as such; others may come.</summary>
    public bool HappensToBeWhole { get; set; }

    /// <summary>For a number: whether a whole one stands here that floating point takes for another, as it is written or in a sample. That
    /// tells more than a number with decimals beside it, which a whole one can be compared with.</summary>
    public bool IsBeyondFloating { get; set; }

    /// <summary>For a number: whether it has decimals in a sample.</summary>
    public bool HasDecimals { get; set; }

    /// <summary>For a number: whether something says that it may have decimals, and nothing that it cannot.</summary>
    public bool MayHaveDecimals => IsDecimal || (IsFractional && !(IsBeyondFloating && !HasDecimals));

    /// <summary>For a number: whether it has no decimals as far as anything tells.</summary>
    public bool IsWholeNumber => IsWhole && !MayHaveDecimals;

    /// <summary>For a date and time: whether all that is done with it can be done with a date that has no time as well.</summary>
    public bool MayBeDay { get; set; }

    /// <summary>For a text: whether it stands beside a character in single quotation marks.</summary>
    public bool IsCharacter { get; set; }

    /// <summary>Whether it is greater or less than something.</summary>
    public bool IsOrdered { get; set; }

    /// <summary>Whether something is added to it or taken from it, or it from that: it is no object then, and no list.</summary>
    public bool IsAdded { get; set; }

    /// <summary>For a number: whether a date is moved by it, as can only be said of whole ones.</summary>
    public bool MovesDate { get; set; }

    /// <summary>For a list: its element.</summary>
    public Shape? Element { get; set; }

    /// <summary>For a record its members; for what is still open, what was asked of it as if they were.</summary>
    public ShapeMembers Members { get; set; } = ShapeMembers.None;

    public SampleTexts Texts { get; } = new();

    /// <summary>For a record: whether it was asked for what it has under a key, as a dictionary is.</summary>
    public bool IsKeyed { get; set; }

    /// <summary>How many samples have an object here.</summary>
    public int Objects { get; set; }

    /// <summary>Takes over what the other holds; from now on this is the root of both. Members and elements are for the caller to
    /// join.</summary>
    public void Absorb(Shape other)
    {
        other._joinedTo = this;
        MayBeDay &= other.MayBeDay || other.Kind == ShapeKind.Open;
        IsNullable |= other.IsNullable;
        IsFractional |= other.IsFractional;
        IsBeyondFloating |= other.IsBeyondFloating;
        HasDecimals |= other.HasDecimals;
        IsWhole |= other.IsWhole;
        HappensToBeWhole |= other.HappensToBeWhole;
        IsDecimal |= other.IsDecimal;
        IsOrdered |= other.IsOrdered;
        IsAdded |= other.IsAdded;
        MovesDate |= other.MovesDate;
        IsCharacter |= other.IsCharacter;
        IsKeyed |= other.IsKeyed;
        Objects += other.Objects;
        Texts.AddAll(other.Texts);
    }
}
