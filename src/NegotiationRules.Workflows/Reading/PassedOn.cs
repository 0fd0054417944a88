using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Works out what an action passes on.</summary>
internal static class PassedOn
{
    /// <summary>The facts that the other rule is evaluated on: those that are passed on, and the moment that is taken for the
    /// present.</summary>
    /// <param name="action">The action.</param>
    /// <param name="facts">The facts that its own rule is evaluated on.</param>
    /// <param name="scenario">The same by their types.</param>
    /// <param name="clock">The fact that stands for the present moment.</param>
    /// <param name="isFact">Whether the other workflow has a fact of that name at the top: params that it does not ask for are left
    /// out.</param>
    /// <exception cref="OverflowException">An additional input lies beyond what can be represented.</exception>
    public static JsonObject Of(
        EvaluateWork<CheckedFormula> action, JsonObject facts, Scope scenario, string clock, Predicate<string> isFact
    )
    {
        var members = facts
            .Members.Where(m =>
                (action.InputFilter?.Contains(m.Name) != false || m.Name == clock) && !action.AdditionalInputs.Any(a => a.Name == m.Name)
            )
            .ToList();
        foreach (var (name, value) in action.AdditionalInputs.Concat(action.Params.Where(p => isFact(p.Name))))
        {
            if (FormulaValues.ToJson(value.Evaluate(scenario), value.Span) is { } known)
            {
                members.Add(new JsonMember(name, value.Span, known));
            }
        }

        return new JsonObject(default, members);
    }
}
