using System.Collections.Immutable;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>One test of a tests file, ready to run.</summary>
internal abstract record TestCase
{
    public required Name Name { get; init; }

    /// <summary>The rules with the parameters of this test.</summary>
    public required RuleSet Rules { get; init; }

    /// <summary>Spells the facts of a scenario as the vocabulary does; <see langword="null"/> if they have to be spelt so.</summary>
    public Func<Scenario, Scenario>? Fit { get; init; }

    /// <summary>What <c>with</c> says, in its order.</summary>
    public required ImmutableArray<FactChange> Changes { get; init; }
}

/// <summary>A test of one scenario.</summary>
internal sealed record ScenarioTest : TestCase
{
    /// <summary>The facts, changes made; <see langword="null"/> if they cannot be read.</summary>
    public required Scenario? Scenario { get; init; }

    /// <summary>Why they cannot be read.</summary>
    public required IReadOnlyList<Diagnostic> Faults { get; init; }

    public required ImmutableArray<Expectation> Expectations { get; init; }
}

/// <summary>A test with one case for each line of a file.</summary>
internal sealed record LinesTest : TestCase
{
    /// <summary>The path of the file, as it can be opened.</summary>
    public required string Path { get; init; }

    public required JsonPointer Facts { get; init; }

    public required JsonPointer Id { get; init; }

    /// <summary>Where in a line the text stands that chooses what is expected.</summary>
    public required JsonPointer At { get; init; }

    public required IReadOnlyDictionary<string, ImmutableArray<Expectation>> Cases { get; init; }

    /// <summary>The lines that are known to differ, by id: why they do, and where that stands.</summary>
    public required IReadOnlyDictionary<string, Name> Deviations { get; init; }
}

/// <summary>One fact that a test changes.</summary>
/// <param name="Path">The path as it was written; it is known to be one.</param>
/// <param name="Value">The new value.</param>
internal sealed record FactChange(Name Path, JsonValue Value);
