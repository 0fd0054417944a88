using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows;

/// <summary>What a workflow wants done once a rule is decided: a name, and what is given to it.</summary>
/// <remarks>
/// <para><c>OutputExpression</c> and <c>EvaluateRule</c> are carried out by <see cref="WorkflowRuleVerdict.Output"/>. Any other is a class
/// of the application; it is kept as data and carried out by nobody here.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class WorkflowAction
{
    internal WorkflowAction(string name, IReadOnlyDictionary<string, object?> context)
    {
        Name = name;
        Context = context;
    }

    /// <summary>The name as the file writes it; the two that are known here are known in either letter case.</summary>
    public string Name { get; }

    /// <summary>
    /// What is given to the action, by name in the letter case of the file: texts, booleans, numbers (<see cref="long"/>, or
    /// <see cref="decimal"/> or <see cref="double"/> where that does not hold them), lists, dictionaries and <see langword="null"/>. Empty
    /// if the file gives nothing.
    /// </summary>
    public IReadOnlyDictionary<string, object?> Context { get; }

    internal static WorkflowAction? Of(ActionSyntax? action) =>
        action is null ? null : new WorkflowAction(action.Name.Text, PlainValues.Of(action.Context));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
