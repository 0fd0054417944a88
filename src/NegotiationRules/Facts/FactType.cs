namespace NegotiationRules.Facts;

/// <summary>The type of a fact, as the vocabulary gives it. Immutable.</summary>
internal abstract record FactType
{
    /// <summary>A short name for people, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <summary>What steps that make it another take; <see langword="null"/> if the vocabulary does not say.</summary>
    public StepTerms? Terms { get; init; }

    /// <summary>What it is, in words for a message: "a number", "a list of texts" ….</summary>
    public abstract string Kind { get; }
}

internal sealed record BooleanType : FactType
{
    public override string Kind => "true or false";
}

/// <summary>A number that is kept exactly, as a whole count of steps of 10^-<see cref="Scale"/>. An integer has scale 0.</summary>
internal sealed record ExactType(int Scale) : FactType
{
    public const int LargestScale = 9;

    /// <summary>The least value in steps; <see cref="long.MinValue"/> if there is no bound.</summary>
    public long Minimum { get; init; } = long.MinValue;

    /// <summary>The greatest value in steps; <see cref="long.MaxValue"/> if there is no bound.</summary>
    public long Maximum { get; init; } = long.MaxValue;

    public override string Kind => Scale == 0 ? "a whole number" : "a number";

    /// <summary>Whether a number of steps is one that the type can be.</summary>
    public NumberFit Fit(Int128 steps) =>
        steps < Minimum ? NumberFit.BelowMinimum
        : steps > Maximum ? NumberFit.AboveMaximum
        : NumberFit.Exact;
}

/// <summary>A number kept in binary floating point.</summary>
internal sealed record RealType : FactType
{
    public double Minimum { get; init; } = double.NegativeInfinity;

    public double Maximum { get; init; } = double.PositiveInfinity;

    public override string Kind => "a number";

    /// <summary>Whether a floating number is one that the type can be.</summary>
    public NumberFit Fit(double real) =>
        !double.IsFinite(real) ? NumberFit.TooLarge
        : real < Minimum ? NumberFit.BelowMinimum
        : real > Maximum ? NumberFit.AboveMaximum
        : NumberFit.Exact;
}

internal sealed record TextType : FactType
{
    private readonly IReadOnlyList<string>? _values;
    private readonly Dictionary<string, string>? _byText;

    /// <summary>The only values there may be, in the vocabulary's order and without duplicates; <see langword="null"/> if any text will
    /// do.</summary>
    public IReadOnlyList<string>? Values
    {
        get => _values;
        init
        {
            _values = value;
            _byText = value?.ToDictionary(text => text, StringComparer.Ordinal);
        }
    }

    public override string Kind => "text";

    /// <summary>
    /// The text as the vocabulary holds it, so that known values can be compared by reference; the text itself if any will do;
    /// <see langword="null"/> if it is none of the values.
    /// </summary>
    public string? Find(string text) => _byText is null ? text : _byText.GetValueOrDefault(text);
}

internal sealed record DateType : FactType
{
    public override string Kind => "a date";

    /// <summary>Whether a month or a year among the values is meant as a whole, as it is in the lists of a rule file.</summary>
    public bool HasPeriods { get; init; }
}

internal sealed record DateTimeType : FactType
{
    public override string Kind => "a date and time";
}

internal sealed record DurationType : FactType
{
    public override string Kind => "a duration";
}

internal sealed record ListType(FactType Element) : FactType
{
    /// <summary>The most elements it can have; <see langword="null"/> if there is no bound.</summary>
    public int? MaxItems { get; init; }

    /// <summary>The name of the boolean beside it that says whether it is complete; <see langword="null"/> if a list as given is
    /// complete.</summary>
    public string? CompleteBy { get; init; }

    /// <summary>The names of the properties by which its elements are told apart; <see langword="null"/> if the vocabulary does not
    /// say.</summary>
    public IReadOnlyList<string>? Key { get; init; }

    public override string Kind => "a list";
}
