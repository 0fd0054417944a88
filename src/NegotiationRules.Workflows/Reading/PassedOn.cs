using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Works out what an action passes on.</summary>
internal static class PassedOn
{
    /// <summary>The facts that the other rule is evaluated on: those that are passed on, and the moment that is taken for the present.</summary>
    /// <exception cref="OverflowException">An additional input lies beyond what can be represented.</exception>
    public static JsonObject Of(EvaluateWork<CheckedFormula> action, JsonObject facts, Scope scenario, string clock)
    {
        var members = facts.Members
            .Where(m => (action.InputFilter?.Contains(m.Name) != false || m.Name == clock) && !action.AdditionalInputs.Any(a => a.Name == m.Name))
            .ToList();
        foreach (var (name, value) in action.AdditionalInputs)
        {
            if (FormulaValues.ToJson(value.Evaluate(scenario)) is { } known)
            {
                members.Add(new JsonMember(name, default, known));
            }
        }

        return new JsonObject(default, members);
    }
}
