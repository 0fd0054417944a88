using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>What is noted while expressions are written.</summary>
internal sealed class WritingState
{
    /// <summary>What must hold for the comparison that is being written to have values.</summary>
    public List<ExpressionSyntax> Guards { get; set; } = [];

    /// <summary>How often an element was read that cannot be said.</summary>
    public int BareReads { get; set; }

    /// <summary>How often something was written that may fail though every fact is known, and would take all rules with it if it stood in a
    /// param.</summary>
    public int MayFail { get; set; }
}
