using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Puts what was chosen in the place of choices that the facts have decided: an explanation speaks of the value that
/// counted.</summary>
internal static class SettledChoices
{
    /// <summary>The condition without the choices that are decided, and these with what their conditions are.</summary>
    public static (Condition Condition, IReadOnlyList<(ChoiceOperand Choice, bool Holds)> Decided) In(Condition condition, Scope scope) =>
        condition is (RelationTest or TextTest or PatternTest or Between or Membership) && condition.HasChoices()
            ? Settle(condition, scope) : (condition, []);

    private static (Condition Condition, IReadOnlyList<(ChoiceOperand Choice, bool Holds)> Decided) Settle(Condition condition, Scope scope)
    {
        var decided = new List<(ChoiceOperand Choice, bool Holds)>();
        Rewriter rewriter = null!;
        rewriter = new Rewriter(operand => operand is ChoiceOperand choice ? Chosen(choice) : null, intoLists: false);
        return (rewriter.Of(condition), decided);

        Operand Chosen(ChoiceOperand choice)
        {
            var chosen = TreeWalk.Evaluate(choice.If, scope);
            if (chosen == Truth.Unknown)
            {
                return choice;
            }

            decided.Add((choice, chosen == Truth.True));

            // A value alone would not say of what it is the value.
            return choice is { IsOfNone: true, Else: Constant } && chosen == Truth.False ? choice
                : rewriter.Of(chosen == Truth.True ? choice.Then : choice.Else);
        }
    }
}
