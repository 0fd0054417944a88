using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>Tells why something that is demanded is met or not, where it is read: in the scenario, or in the element of a rule's
/// list.</summary>
internal readonly struct DemandExplainer(CheckedRuleSet rules, ExplanationOptions options, ConditionExplainer conditions)
{
    /// <summary>Whether it applies, what is so of it, and until when it must be met.</summary>
    public void AddAll(Demanded demanded, RuleOutcome outcome, Scope scope, List<ExplanationNode> lines)
    {
        // Nothing is told where not all of it can be.
        var when = Applies(demanded.When, outcome, scope);
        var before = lines.Count;
        if (outcome != RuleOutcome.NotApplicable)
        {
            conditions.AddAll(demanded.Require, scope, demanded.IsRisk ? Stance.Risk : Stance.Demand, lines);
        }

        if (when is not null)
        {
            lines.Insert(before, when);
        }

        if (demanded.By is { } by && Tells(outcome))
        {
            lines.Add(Deadline(by, outcome, scope));
        }
    }

    /// <summary>Whether the day by which it must be met is told.</summary>
    public static bool Tells(RuleOutcome outcome) => outcome is RuleOutcome.Violated or RuleOutcome.Pending or RuleOutcome.Unknown;

    /// <summary>Why it applies or does not, where that is open or everything is told.</summary>
    public ExplanationNode? Applies(Condition? when, RuleOutcome outcome, Scope scope)
    {
        if (when is null || !(options.ShowAll || (outcome == RuleOutcome.Unknown && TreeWalk.TruthOf(when, scope) == Truth.Unknown)))
        {
            return null;
        }

        var holds = TreeWalk.TruthOf(when, scope);
        var here = scope.Outer is null ? "here" : $"to {Labels.Of(scope)}";
        var text = holds switch
        {
            Truth.True => $"it applies {here}",
            Truth.False => $"it does not apply {here}",
            _ => $"it is open whether it applies {here}",
        };
        return new ExplanationNode(
            text,
            holds == Truth.True ? ExplanationMark.Note : Stance.Circumstance.MarkOf(holds),
            conditions.ExplainAll(when, scope, Stance.Circumstance));
    }

    /// <summary>Until when it must be met, and what day it is.</summary>
    public ExplanationNode Deadline(Operand by, RuleOutcome outcome, Scope scope)
    {
        var fact = rules.AsOf!;
        var names = Naming.At(scope, rules.Vocabulary.Root);
        var day = by is Constant constant ? ValueWords.Of(constant) : $"{OperandWording.Of(by, names)} ({ValueOf(by, scope)})";
        var today = $"{Naming.Root(rules.Vocabulary.Root).NameOf(fact)} is {ValueWords.Of(scope.Read(fact), fact.Type)}";
        var (text, mark) = outcome switch
        {
            RuleOutcome.Violated => ($"it was due by {day}, and {today}", ExplanationMark.Note),
            RuleOutcome.Pending => ($"it is due by {day}, and {today}", ExplanationMark.Pending),
            _ => ($"it is due by {day}; {today}", ExplanationMark.Note),
        };
        return new ExplanationNode(text, mark)
        {
            Facts = [scope.At(0).PathOf(fact)],
            Claims = [new DeadlineClaim(scope, by, fact, outcome)],
        };
    }

    // A deadline is looked at only if the rule is not met, so it may have no value that anybody noticed.
    private static string ValueOf(Operand by, Scope scope)
    {
        try
        {
            return KnownValue.Of(by, scope).Text;
        }
        catch (OverflowException)
        {
            return "no day of the calendar";
        }
    }
}

/// <summary>What is demanded: by a rule of the scenario, or of an element.</summary>
/// <param name="When">When it is demanded; <see langword="null"/> for always.</param>
/// <param name="Require">What must hold; of a risk, what must not.</param>
/// <param name="IsRisk">Whether it is a risk.</param>
/// <param name="By">The day by which it must be met, if any.</param>
internal readonly record struct Demanded(Condition? When, Condition Require, bool IsRisk, Operand? By);
