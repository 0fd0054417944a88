using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation;

/// <summary>Puts what was chosen in the place of choices that the facts have decided, and of values by days: an explanation speaks of the
/// value that counted.</summary>
internal sealed class SettledChoices
{
    private readonly Rewriter _rewriter;
    private readonly Scope _scope;

    private SettledChoices(Scope scope)
    {
        _scope = scope;
        _rewriter = new Rewriter(
            operand => operand is ChoiceOperand choice ? Chosen(choice) : operand is TableOperand table ? InForce(table) : null,
            intoLists: false);
    }

    /// <summary>The choices that are decided, with what their conditions are.</summary>
    public List<(ChoiceOperand Choice, bool Holds)> Decided { get; } = [];

    /// <summary>The values that are certainly in force, by their place in the table.</summary>
    public List<(TableOperand Table, int Value)> Tables { get; } = [];

    /// <summary>The condition without what is decided; <see langword="null"/> beside it where nothing could be.</summary>
    public static (Condition Condition, SettledChoices? Settled) In(Condition condition, Scope scope)
    {
        if (condition is not (RelationTest or ShareTest or ShareOfTwo or TextTest or PatternTest or Between or Membership)
            || !condition.HasChoices())
        {
            return (condition, null);
        }

        var settled = new SettledChoices(scope);
        return (settled._rewriter.Of(condition), settled);
    }

    private Operand Chosen(ChoiceOperand choice)
    {
        var chosen = TreeWalk.Evaluate(choice.If, _scope);
        if (chosen == Truth.Unknown)
        {
            return choice;
        }

        Decided.Add((choice, chosen == Truth.True));
        return _rewriter.Of(chosen == Truth.True ? choice.Then : choice.Else);
    }

    private Operand InForce(TableOperand table)
    {
        var (first, last) = Evaluation.Tables.InForce(table, _scope);
        if (first < 0 || first != last)
        {
            return table;
        }

        Tables.Add((table, first));
        return _rewriter.Of(table.Values[first]);
    }
}
