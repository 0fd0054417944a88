using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>What a line says, as data. Its sentence is written from it, and who doubts the sentence can reckon it again.</summary>
internal abstract record Claim(Scope At);

/// <summary>A condition holds, does not hold, or is open.</summary>
internal sealed record TruthClaim(Scope At, Condition Condition, Truth Truth) : Claim(At);

/// <summary>The value of an operand, or what is known of it.</summary>
internal sealed record ValueClaim(Scope At, Operand Operand, KnownValue Value) : Claim(At);

/// <summary>Of the elements of a list, so many meet a condition.</summary>
/// <param name="At">The place where the list is gone over.</param>
/// <param name="List">The list.</param>
/// <param name="Among">Which elements are meant; <see langword="null"/> for all.</param>
/// <param name="Where">What those counted meet; <see langword="null"/> for anything.</param>
/// <param name="Heads">How many they are.</param>
internal sealed record CountClaim(Scope At, ListReference List, Condition? Among, Condition? Where, Heads Heads) : Claim(At);

/// <summary>Of the weight of the elements that are meant, those that meet a condition have a part.</summary>
internal sealed record WeightClaim(Scope At, ShareTest Share, Weights Weights) : Claim(At);

/// <summary>These elements of a list, and so many more, are those of which a condition is true, false, or open.</summary>
/// <param name="At">The place where the list is gone over.</param>
/// <param name="List">The list.</param>
/// <param name="Among">Which elements are meant; <see langword="null"/> for all.</param>
/// <param name="Condition">The condition; <see langword="null"/> where all are named.</param>
/// <param name="Truth">What it is of them.</param>
/// <param name="Elements">The elements; the sentence names the first of them.</param>
internal sealed record ElementsClaim(Scope At, ListReference List, Condition? Among, Condition? Condition, Truth Truth,
    IReadOnlyList<Scope> Elements) : Claim(At);

/// <summary>Beside these elements of a list there are others, so many as the line says.</summary>
/// <param name="At">The place where the list is gone over.</param>
/// <param name="List">The list.</param>
/// <param name="Told">The elements that are told of.</param>
internal sealed record OthersClaim(Scope At, ListReference List, IReadOnlyList<Scope> Told) : Claim(At);

/// <summary>Beside those elements of a list that are told of there are more of which a condition is as it is of these, so many as the line
/// says.</summary>
/// <param name="At">The place where the list is gone over.</param>
/// <param name="List">The list.</param>
/// <param name="Among">Which elements are meant; <see langword="null"/> for all.</param>
/// <param name="Condition">The condition; <see langword="null"/> where all are meant.</param>
/// <param name="Truths">What it may be of them.</param>
/// <param name="Told">How many are told of.</param>
internal sealed record MoreClaim(Scope At, ListReference List, Condition? Among, Condition? Condition, IReadOnlyList<Truth> Truths,
    int Told) : Claim(At);

/// <summary>Beside those elements that are told of there are more of which it is open what they add to a share, so many as the line
/// says.</summary>
internal sealed record MoreOpenClaim(Scope At, ShareTest Share, int Told) : Claim(At);

/// <summary>Of some conditions, so many hold, and so many more may.</summary>
internal sealed record PartsClaim(Scope At, AtLeastOf Condition, int Holding, int Maybe) : Claim(At);

/// <summary>These facts of these elements are not known.</summary>
internal sealed record UnknownClaim(Scope At, FactReference Fact) : Claim(At);

/// <summary>These elements have the least or greatest value.</summary>
internal sealed record ExtremeClaim(Scope At, AggregateOperand Value, IReadOnlyList<Scope> Having) : Claim(At);

/// <summary>These elements stand level, in the order of a selection, with the last that is taken, and are left out.</summary>
internal sealed record LevelClaim(Scope At, ListReference List, IReadOnlyList<Scope> LeftOut) : Claim(At);

/// <summary>So many of the steps certainly come in their order, and so many may.</summary>
internal sealed record OrderClaim(Scope At, InOrder Order, int Certain, int Possible) : Claim(At);

/// <summary>These elements take a step, or may take it.</summary>
internal sealed record StepClaim(Scope At, InOrder Order, Condition Step, IReadOnlyList<Scope> Taking, IReadOnlyList<Scope> Perhaps)
    : Claim(At);

/// <summary>An element certainly links two values.</summary>
internal sealed record LinkClaim(Scope At, Reachable Condition, Scope Link, Scope Before, Scope After) : Claim(At);

/// <summary>The one value is certainly linked to these, and to no others.</summary>
internal sealed record ReachedClaim(Scope At, Reachable Condition, IReadOnlyList<Scope> Reached) : Claim(At);

/// <summary>An element takes a step, but before the one that takes the step before it.</summary>
internal sealed record TooEarlyClaim(Scope At, InOrder Order, Scope Early, Scope Before) : Claim(At);

/// <summary>Of all elements that take the steps in order, as many as are needed, these are the first and the last of those that come the
/// closest together.</summary>
internal sealed record ClosestClaim(Scope At, InOrder Order, Scope First, Scope Last) : Claim(At);

/// <summary>A rule is due by a day, and it is another day: later if the rule is violated, not later if it is pending.</summary>
internal sealed record DeadlineClaim(Scope At, Operand By, FactReference AsOf, RuleOutcome Outcome) : Claim(At);

/// <summary>The rules of a stage come to an outcome, and so many of them decide it.</summary>
/// <param name="At">The scenario.</param>
/// <param name="Checked">Whose rules they are.</param>
/// <param name="Rules">The rules of the stage that are looked at.</param>
/// <param name="Outcome">What comes of them.</param>
/// <param name="Decisive">How many stand in the way or, if none does, are open or pending or, if none is, warn.</param>
/// <param name="Pending">How many of those that decide are pending.</param>
internal sealed record StageClaim(Scope At, CheckedRuleSet Checked, IReadOnlyList<Rule> Rules, StageOutcome Outcome, int Decisive,
    int Pending) : Claim(At)
{
    /// <summary>What the stage asks to apply, if it does not always.</summary>
    public StageCondition? Condition { get; init; }
}

/// <summary>Beside those rules that are told of there are more that decide a stage, so many as the line says.</summary>
internal sealed record MoreRulesClaim(Scope At, StageClaim Stage, IReadOnlyList<Rule> Told) : Claim(At);

/// <summary>An element of a rule's list comes to an outcome.</summary>
internal sealed record ElementOutcomeClaim(Scope At, CheckedRuleSet Checked, Rule Rule, RuleOutcome Outcome) : Claim(At);

/// <summary>These elements of a rule's list, and no others, come to an outcome.</summary>
internal sealed record ElementsOfRuleClaim(
    Scope At, CheckedRuleSet Checked, Rule Rule, RuleOutcome Outcome, IReadOnlyList<Scope> Elements) : Claim(At);

/// <summary>Beside those elements of a rule's list that are told of there are more that come to the same, so many as the line
/// says.</summary>
internal sealed record MoreElementsClaim(Scope At, CheckedRuleSet Checked, Rule Rule, RuleOutcome Outcome, int Told) : Claim(At);

/// <summary>So many elements of a rule's list come to each of these outcomes.</summary>
internal sealed record ElementCountsClaim(
    Scope At, CheckedRuleSet Checked, Rule Rule, IReadOnlyList<(RuleOutcome Outcome, int Count)> Counts) : Claim(At);

/// <summary>The rules of a stage that are preferred have a score.</summary>
internal sealed record ScoreClaim(Scope At, CheckedRuleSet Checked, IReadOnlyList<Rule> Rules, Score Score) : Claim(At);

/// <summary>So much is missing of what is needed, or is there beyond what is allowed.</summary>
internal sealed record MarginClaim(Scope At, Condition Test, Margin Margin) : Claim(At)
{
    /// <inheritdoc cref="Margin.Words"/>
    public string Words { get; } = Margin.Words;
}

/// <summary>How many elements meet a condition, of those that are certainly meant; of the others it is open whether they are.</summary>
/// <param name="Meeting">Those that meet it.</param>
/// <param name="Failing">Those that do not.</param>
/// <param name="Maybe">Those that may.</param>
/// <param name="Outside">Those of which it is open whether they are meant at all.</param>
/// <param name="IsComplete">Whether there are no others.</param>
internal readonly record struct Heads(int Meeting, int Failing, int Maybe, int Outside, bool IsComplete)
{
    /// <summary>Those that are certainly meant.</summary>
    public int All => Meeting + Failing + Maybe;

    /// <summary>Whether both numbers of the share are settled.</summary>
    public bool IsSettled => Maybe == 0 && Outside == 0 && IsComplete;
}
