using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>What became of one rule in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleVerdict
{
    private readonly EvaluatedScenario _evaluated;
    private readonly Lazy<IReadOnlyList<string>> _unsettled;
    private readonly Lazy<IReadOnlyList<ElementVerdict>> _elements;

    internal RuleVerdict(Rule rule, RuleOutcome outcome, EvaluatedScenario evaluated)
    {
        Rule = rule;
        Outcome = outcome;
        _evaluated = evaluated;
        _unsettled = new Lazy<IReadOnlyList<string>>(() => [.. evaluated.UnsettledOf(rule).Select(fact => fact.Path)]);
        _elements = new Lazy<IReadOnlyList<ElementVerdict>>(() => ElementVerdict.Of(rule, evaluated));
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>What became of it.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>Of a rule with <c>forEach</c>, what became of each element of its list, in the order of the list; empty for all other
    /// rules.</summary>
    /// <remarks>
    /// <see cref="Outcome"/> is what comes of all of them: violated if one is, pending if one is and none can be violated any more,
    /// satisfied if all to which the rule applies are, not applicable if it applies to none. It may be unknown though every element listed
    /// is decided: of a list that is not complete only the known elements are listed. Worked out when first asked for.
    /// </remarks>
    /// <exception cref="ScenarioException">To look at every element, also where evaluating could stop, takes more steps than
    /// <see cref="WorkLimits"/> allow.</exception>
    public IReadOnlyList<ElementVerdict> Elements => _elements.Value;

    /// <summary>The reason that the rule gives, its braces filled in: "Talks without military are pointless."; <see langword="null"/> if it
    /// gives none.</summary>
    /// <param name="language">The language: <c>en</c>; matched as by <see cref="RuleSet.FindLanguage"/>. A rule without a reason in it
    /// gives the one in no particular language, or else its first.</param>
    /// <remarks>A reason that speaks of facts of the scenario tells what is wrong with them, so it is given only where the rule is violated
    /// or pending.</remarks>
    public string? Reason(string? language = null) =>
        ReasonFiller.Fill(Rule, Outcome, _evaluated.NewScope(), ExplanationOptions.Default with { Language = language })?.Text;

    /// <summary>Where the outcome is unknown, the facts that settle it; empty if it is decided, or if nothing can settle it.</summary>
    /// <remarks>
    /// Take an answer to be a fact with a value: there are sets of answers that decide the rule, and of which none can be left out. The
    /// facts of such answers are listed: those of <c>when</c>, of what is required, and of the day until which it is, <c>asOf</c> among
    /// them. So some values of the facts listed decide the rule, and none is listed that
    /// never matters. Answers are found by trying: one that matters only together with rare values of others may be missing, and where very
    /// many facts are open, some may be listed that have not been tried.
    /// Each is the path by which <see cref="Scenario.With(string, object?)"/> sets it, such as <c>agreement.termYears</c>, or
    /// <c>parties[1].delegates</c> for a list that is absent or not complete: completing it, as it is or with further elements, is the
    /// answer. They come in the order in which the rule reads them. Worked out when
    /// first asked for.
    /// </remarks>
    public IReadOnlyList<string> Unsettled => _unsettled.Value;

    /// <summary>
    /// Where the outcome is unknown, what settles it in people's words, <c>the votes of Lebanon and Togo</c>, or why nothing can,
    /// <c>nothing can settle this, because …</c>; <see langword="null"/> if it is decided.
    /// </summary>
    public string? ToBeSettled =>
        Outcome == RuleOutcome.Unknown
            ? new RuleExplainer(_evaluated, RuleSetWords.Of(_evaluated.Rules), ExplanationOptions.Default,
                new StepCount(_evaluated.Rules.Work)).WhatSettles(Rule)
            : null;

    /// <summary>The rule's id and its outcome in words.</summary>
    public override string ToString() => $"{Rule.Id}: {OutcomeWords.Of(Rule, Outcome)}";
}
