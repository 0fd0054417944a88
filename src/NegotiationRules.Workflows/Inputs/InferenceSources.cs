using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>What the types of a workflow's inputs are inferred from. Immutable.</summary>
/// <param name="Expressions">All expressions of the workflow. Their parameters are read too, used or not.</param>
internal sealed record InferenceSources(IReadOnlyList<ScopedExpression> Expressions)
{
    /// <summary>The names of the inputs, where they are known; empty, if every name that stands alone is one.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>What the actions of rules pass on to this workflow beside its inputs.</summary>
    public IReadOnlyList<PassedOnInput> PassedOn { get; init; } = [];

    /// <summary>Scenarios: objects that have inputs by name.</summary>
    public IReadOnlyList<JsonObject> Samples { get; init; } = [];

    /// <summary>Whether a number is whole because it is in all samples: not if they are whatever is evaluated, of which the next may have
    /// decimals.</summary>
    public bool SamplesTellWhole { get; init; } = true;

    /// <summary>Whether names that differ in letter case only are different.</summary>
    public bool IsCaseSensitive { get; init; }

    /// <summary>The fact that stands for the present moment, which is no input.</summary>
    public string Clock { get; init; } = "asOf";
}

/// <summary>A value that an action works out and passes on as an input of another workflow. Immutable.</summary>
/// <param name="Name">The name of the input.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Evidence">From what it is worked out.</param>
internal sealed record PassedOnInput(string Name, ScalarKind Kind, Evidence Evidence);
