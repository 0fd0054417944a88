using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>What a vocabulary says about steps that would make a fact another: of an object, of everything in it that says nothing else
/// itself.</summary>
/// <param name="Fixed">Whether it may be otherwise; <see langword="null"/> if that is not said.</param>
/// <param name="Cost">What it costs, in thousandths; <see langword="null"/> if that is not said.</param>
/// <param name="By">Who can take the step; <see langword="null"/> if that is not said.</param>
internal sealed record StepTerms(Fixity? Fixed, long? Cost, Controller? By)
{
    /// <summary>Costs have three decimals.</summary>
    public const int CostScale = 3;

    public static StepTerms None { get; } = new(null, null, null);

    /// <summary>What is said here, and for the rest what is said around.</summary>
    public StepTerms Or(StepTerms? around) =>
        around is null ? this : new StepTerms(Fixed ?? around.Fixed, Cost ?? around.Cost, By ?? around.By);
}

/// <summary>Whether a fact may be otherwise.</summary>
internal enum Fixity
{
    /// <summary>It may.</summary>
    Free,

    /// <summary>It may be found out, and stays as it is stated.</summary>
    Stated,

    /// <summary>It stays as it is, known or not.</summary>
    Always,
}

/// <summary>Who can take a step.</summary>
/// <param name="At">Where that is said.</param>
/// <param name="Party">The party; <see langword="null"/> if a fact tells it.</param>
/// <param name="Fact">The path of the text that names the party, from the object that the fact is in or from one around it.</param>
internal sealed record Controller(Span At, string? Party, string? Fact);
