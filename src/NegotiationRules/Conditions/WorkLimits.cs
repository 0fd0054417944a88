namespace NegotiationRules;

/// <summary>How much work may be put into one scenario before it is refused with a diagnostic.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. A few lines of rules can ask for any amount of work: lists may be gone over inside
/// each other, and each level multiplies it by their length.</para>
/// <para>Work is counted, not timed, so the same rules and the same scenario are always refused or always evaluated, on every machine. It
/// is counted where conditions are worked out one by one; a <see cref="ScenarioBatch"/>, a <see cref="ScenarioEvaluator"/> or a
/// <see cref="Session"/>, which work out many together, may still answer where
/// <see cref="RuleSet.Evaluate(Scenario)"/> refuses, never differently.</para>
/// </remarks>
public sealed record WorkLimits
{
    private readonly long _steps = 50_000_000;

    /// <summary>The limits in force when none are given.</summary>
    public static WorkLimits Default { get; } = new();

    /// <summary>
    /// How many steps the evaluation of one scenario may take. An explanation of its verdict may take a quarter as many,
    /// and an eighth to find out what settles all rules that are unknown; looking at each condition for the coverage of tests, half as
    /// many. The default is 50 million, which is about a second.
    /// </summary>
    /// <remarks>
    /// Each condition, each operand that is worked out and each element of a list is a step or a few, long texts are several, and so is
    /// sorting. Where it is reached, evaluating gives NR4101 and an explanation says that the rest is left out.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public long Steps
    {
        get => _steps;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _steps = value;
        }
    }

    /// <summary>For what may take so much less.</summary>
    internal WorkLimits Part(int parts) => this with { Steps = Math.Max(1, Steps / parts) };
}
