using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Tells why a condition holds, does not hold, or is unknown in a scenario, down to the elements that decide.</summary>
/// <remarks>For one explanation only: it counts the lines it has made. What it says is in the facts' own order, so the same verdict is told in the same words.</remarks>
internal sealed partial class ConditionExplainer(CheckedRuleSet rules, ExplanationOptions options)
{
    // Named conditions may be used over and over inside each other; nobody reads a million lines.
    private const int MostLines = 20_000;

    private int _lines;

    private int Most => options.MostElements;

    /// <summary>Why, as lines side by side: parts that each speak for themselves are not put under a heading.</summary>
    public IReadOnlyList<ExplanationNode> ExplainAll(Condition condition, Scope scope, Stance stance)
    {
        if (++_lines > MostLines)
        {
            return _lines == MostLines + 1 ? [new ExplanationNode("the rest would be too long to tell", ExplanationMark.Note)] : [];
        }

        switch (condition)
        {
            case Negation negation:
                return ExplainAll(negation.Part, scope, stance.Opposite);
            case Composition { Kind: CompositionKind.None } none:
                return ExplainParts(none, isAll: false, scope, stance.Opposite);
            case Composition composition:
                return ExplainParts(composition, composition.Kind == CompositionKind.All, scope, stance);
            default:
                return [ExplainOne(condition, scope, stance)];
        }
    }

    /// <summary>Why, under one heading if it takes several lines.</summary>
    public ExplanationNode Explain(Condition condition, Scope scope, Stance stance)
    {
        var nodes = ExplainAll(condition, scope, stance);
        if (nodes.Count == 1)
        {
            return nodes[0];
        }

        var truth = TruthOf(condition, scope);
        var (isAll, holds) = Normalise(condition, truth);
        return new ExplanationNode(HeadingOf(condition, scope, truth) ?? Heading(isAll, holds), stance.MarkOf(truth), nodes);
    }

    // What is open about an element is said in full if that is short: the heading alone would not say of whom.
    private string? HeadingOf(Condition condition, Scope scope, Truth truth) =>
        truth == Truth.Unknown && scope.Outer is not null && Sentence(condition, scope) is { Length: <= 140 } sentence ? $"it is open whether {sentence}" : null;

    /// <summary>The truth of a condition. What evaluation left out because it was decided without may have no value at all: that is unknown here.</summary>
    private static Truth TruthOf(Condition condition, Scope scope)
    {
        try
        {
            return TreeWalk.Evaluate(condition, scope);
        }
        catch (OverflowException)
        {
            return Truth.Unknown;
        }
    }

    private ExplanationNode ExplainOne(Condition condition, Scope scope, Stance stance)
    {
        try
        {
            var truth = TreeWalk.Evaluate(condition, scope);
            (condition, var decided) = SettledChoices.In(condition, scope);
            ExplanationNode node = condition switch
            {
                AtLeastOf a => ExplainAtLeast(a, scope, stance, truth),
                KnownTest k => ExplainKnown(k, scope, stance, truth),
                RelationTest { Left: CountOperand count } r => ExplainCount(r, count, scope, stance, truth),
                RelationTest r => ExplainRelation(r, scope, stance, truth),
                TextTest or PatternTest => ExplainText(condition, scope, stance, truth),
                Quantified q => ExplainQuantified(q, scope, stance, truth),
                ShareTest s => ExplainShare(s, scope, stance, truth),
                InOrder o => ExplainOrder(o, scope, stance, truth),
                Membership m => ExplainMembership(m, scope, stance, truth),
                Between b => ExplainBetween(b, scope, stance, truth),
                Containment c => ExplainContainment(c, scope, stance, truth),
                Defined d => ExplainDefined(d, scope, stance, truth),
                _ => throw new InvalidOperationException($"no explanation for {condition.GetType().Name}"),
            };
            return node.With([.. decided.Select(d => Line(
                $"{OperandWording.Of(d.Holds ? d.Choice.Then : d.Choice.Else, NamingAt(scope))} counts, as {Sentence(d.Choice.If, scope, d.Holds)}",
                ExplanationMark.Note,
                OperandFacts.Of(d.Choice.If),
                scope))]);
        }
        catch (OverflowException)
        {
            return new ExplanationNode($"{Sentence(condition, scope)}: this has no value on these facts, a number or a date grows too large", ExplanationMark.Unknown);
        }
    }

    private List<ExplanationNode> ExplainParts(Composition composition, bool isAll, Scope scope, Stance stance)
    {
        var truths = composition.Parts.Select(part => TruthOf(part, scope)).ToList();
        var whole = isAll ? truths.Aggregate(Truth.True, Truths.And) : truths.Aggregate(Truth.False, Truths.Or);
        var nodes = composition.Parts
            .Where((_, i) => options.ShowAll || truths[i] == whole)
            .SelectMany(part => isAll == stance.IsWanted ? ExplainAll(part, scope, stance) : [Explain(part, scope, stance)])
            .DistinctBy(node => node.Children.Count == 0 ? node.Text : (object)node)
            .ToList();

        // Where each part is wanted it speaks for itself, and so does the one that was enough. Of several that are alternatives it must be said that they are.
        return isAll == stance.IsWanted || composition.Parts.Length == 1 || (nodes.Count == 1 && stance.IsMetBy(whole))
            ? nodes
            : [new ExplanationNode(Heading(isAll, whole), stance.MarkOf(whole), nodes)];
    }

    private ExplanationNode ExplainAtLeast(AtLeastOf condition, Scope scope, Stance stance, Truth truth)
    {
        var truths = condition.Parts.Select(part => TruthOf(part, scope)).ToList();
        var (hold, open) = (truths.Count(t => t == Truth.True), truths.Count(t => t == Truth.Unknown));
        var nodes = condition.Parts.Where((_, i) => options.ShowAll || truths[i] == truth).Select(part => Explain(part, scope, stance)).ToList();
        var number = condition.Number.ToString(CultureInfo.InvariantCulture);
        var need = stance.IsWanted ? $"at least {number} {(condition.Number == 1 ? "is" : "are")} needed" : $"fewer than {number} may hold";
        var text = $"{HowMany(hold, truths.Count)} of these {truths.Count} {(hold == 1 ? "holds" : "hold")}{(open > 0 ? $" and {open} may" : string.Empty)}; {need}";
        return new ExplanationNode(text, stance.MarkOf(truth), nodes);
    }

    private ExplanationNode ExplainDefined(Defined condition, Scope scope, Stance stance, Truth truth)
    {
        var text = truth == Truth.Unknown ? $"it is open whether {Sentence(condition, scope)}" : Sentence(condition, scope, truth == Truth.True);

        // What another rule asks is told with that rule.
        var why = condition is RuleReference ? [] : ExplainAll(condition.Meaning, scope, stance);

        // Of one fact that is not known it is enough to say so.
        return truth == Truth.Unknown && scope.Outer is not null && why is [{ Children.Count: 0 }] ? why[0] : new ExplanationNode(text, stance.MarkOf(truth), why);
    }

    private string Sentence(Condition condition, Scope scope, bool holds = true) => ConditionWording.Sentence(condition, NamingAt(scope), holds);

    private Naming NamingAt(Scope scope) => Naming.At(scope, rules.Vocabulary.Root);

    private static (bool IsAll, Truth Truth) Normalise(Condition condition, Truth truth) => condition switch
    {
        Negation negation => Normalise(negation.Part, truth.Not()),
        Composition { Kind: CompositionKind.All } => (true, truth),
        Composition { Kind: CompositionKind.None } => (false, truth.Not()),
        _ => (false, truth),
    };

    private static string Heading(bool isAll, Truth truth) => (isAll, truth) switch
    {
        (true, Truth.True) => "all of these hold",
        (true, Truth.False) => "not all of these hold",
        (true, _) => "it is open whether all of these hold",
        (false, Truth.True) => "at least one of these holds",
        (false, Truth.False) => "none of these holds",
        _ => "it is open whether any of these holds",
    };

    private static string HowMany(int count, int all) => count == 0 ? "none" : count == all ? "all" : count.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line about facts, with their paths and who stated them.</summary>
    private ExplanationNode Line(
        string text, ExplanationMark mark, IEnumerable<FactReference> facts, Scope scope, IReadOnlyList<ExplanationNode>? children = null, string? brief = null)
    {
        var all = facts.ToList();
        return new ExplanationNode(text, mark, children)
        {
            Short = brief,
            Facts = [.. all.Select(scope.PathOf).Where(path => path.Length > 0).Distinct(StringComparer.Ordinal)],
            Sources = [.. all.Select(fact => FactSources.Of(fact, scope, rules.Documents)).OfType<Citation>().DistinctBy(c => c.ToString())],
        };
    }

    // The first few lines, and how many there would be more.
    private List<ExplanationNode> Few<T>(IReadOnlyCollection<T> items, Func<T, ExplanationNode> explain)
    {
        var shown = items.Count > Most + 1 ? Most : items.Count;
        var nodes = items.Take(shown).Select(explain).ToList();
        if (shown < items.Count)
        {
            nodes.Add(new ExplanationNode($"and {(items.Count - shown).ToString(CultureInfo.InvariantCulture)} more", ExplanationMark.Note));
        }

        return nodes;
    }
}
