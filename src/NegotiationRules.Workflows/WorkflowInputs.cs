namespace NegotiationRules.Workflows;

/// <summary>What the inputs of a workflow are.</summary>
public enum WorkflowInputs
{
    /// <summary>One input, <c>input1</c>: an object with the facts of the scenario as its members.</summary>
    Scenario,

    /// <summary>Each fact at the top of the scenario is an input under its own name: how rule sets that were read from workflows
    /// look.</summary>
    Facts,
}
