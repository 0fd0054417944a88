using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Tells why a condition holds, does not hold, or is unknown in a scenario, down to the elements that decide.</summary>
/// <remarks>For one explanation only: it counts the lines it has made. What it says is in the facts' own order, so the same verdict is told
/// in the same words.</remarks>
internal sealed partial class ConditionExplainer(CheckedRuleSet rules, ExplanationOptions options)
{
    // Named conditions may be used over and over inside each other; nobody reads a million lines.
    private const int MostLines = 20_000;

    private const int LongestHeading = 160;

    private const int MostTogether = 500;

    private readonly Naming _root = RuleSetWords.Of(rules).Root;
    private readonly Remembered<Naming> _names = new();
    private HashSet<(Condition Meaning, Scope Scope, bool IsWanted)>? _told;
    private HashSet<string>? _settling;
    private int _lines;

    private int Most => options.MostElements;

    /// <summary>The paths of the facts that settle the rule that is told of, where it is open and they are known.</summary>
    public IReadOnlyList<string> Settling
    {
        set => _settling = value.Count == 0 ? null : value.SelectMany(ElementsOn).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Begins with another rule: what was told of the one before need not have been read.</summary>
    public void Begin() => _told?.Clear();

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

        var truth = TreeWalk.TruthOf(condition, scope);
        var (isAll, holds) = Normalise(condition, truth);
        return new ExplanationNode(HeadingOf(condition, scope, isAll, holds, stance.IsDemand && !stance.IsMetBy(truth)),
            stance.MarkOf(truth), nodes)
        {
            Claims = [new TruthClaim(scope, condition, truth)],
        };
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
            return decided.Count == 0 ? node : node.With([.. ExplainChoices(decided, scope)]);
        }
        catch (OverflowException)
        {
            var words = $"it is open whether {Sentence(condition, scope)}: a number or a date grows too large on these facts";
            return new ExplanationNode(words, ExplanationMark.Unknown);
        }
    }

    private IEnumerable<ExplanationNode> ExplainChoices(IEnumerable<(ChoiceOperand Choice, bool Holds)> decided, Scope scope) =>
        decided.Select(d => Line(
            $"{OperandWording.Of(d.Holds ? d.Choice.Then : d.Choice.Else, NamingAt(scope))} counts, as "
                + $"{Sentence(d.Choice.If, scope, d.Holds)}",
            ExplanationMark.Note, d.Choice.If.Facts, scope,
            [new TruthClaim(scope, d.Choice.If, Truths.Of(d.Holds))]));

    private IReadOnlyList<ExplanationNode> ExplainParts(Composition composition, bool isAll, Scope scope, Stance stance)
    {
        var parts = composition.Parts;
        var (truths, whole) = (new Truth[parts.Length], isAll ? Truth.True : Truth.False);
        for (var i = 0; i < parts.Length; i++)
        {
            truths[i] = TreeWalk.TruthOf(parts[i], scope);
            whole = isAll ? whole.And(truths[i]) : whole.Or(truths[i]);
        }

        var lines = new List<ExplanationNode>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!options.ShowAll && truths[i] != whole)
            {
                continue;
            }

            if (isAll == stance.IsWanted)
            {
                lines.AddRange(ExplainAll(parts[i], scope, stance));
            }
            else
            {
                lines.Add(Explain(parts[i], scope, stance));
            }
        }

        var nodes = SameLines.Once(lines);

        // Where each part is wanted it speaks for itself, and so does the one that was enough. Of several that are alternatives it must be
        // said that they are.
        return isAll == stance.IsWanted || nodes.Count <= 1
            ? nodes
            : [new ExplanationNode(HeadingOf(composition, scope, isAll, whole, stance.IsDemand && !stance.IsMetBy(whole)),
                stance.MarkOf(whole), nodes)
            {
                Claims = [new TruthClaim(scope, composition, composition.Kind == CompositionKind.None ? whole.Not() : whole)],
            }];
    }

    private ExplanationNode ExplainAtLeast(AtLeastOf condition, Scope scope, Stance stance, Truth truth)
    {
        var truths = condition.Parts.Select(part => TreeWalk.TruthOf(part, scope)).ToList();
        var (hold, open) = (truths.Count(t => t == Truth.True), truths.Count(t => t == Truth.Unknown));
        var nodes = condition
            .Parts.Where((_, i) => options.ShowAll || truths[i] == truth)
            .Select(part => Explain(part, scope, stance))
            .ToList();
        var need = stance.IsWanted
            ? $"at least {Number(condition.Number)} {(condition.Number == 1 ? "is" : "are")} needed"
            : $"fewer than {Number(condition.Number)} may hold";
        var claim = new PartsClaim(scope, condition, hold, open);
        var further = open > 0 ? $" and {Number(open)} may" : string.Empty;
        var holding = $"{HowMany(hold)} of {Nouns.Count(truths.Count, "condition")} {(hold <= 1 ? "holds" : "hold")}";
        var text = $"{OfWhom(scope)}{holding}{further}; {need}";
        var margin = stance is { IsDemand: true, IsWanted: true } && truth != Truth.True
            && Margin.Of(new Amount(hold, 0), Relation.GreaterOrEqual, new Amount(condition.Number, 0), MarginUnit.Things) is { } missing
                ? new MarginClaim(scope, condition, missing) : null;
        return new ExplanationNode(text + WordsOf(margin, hold > 0), stance.MarkOf(truth), nodes)
        { Claims = [claim, new TruthClaim(scope, condition, truth), .. margin is null ? (Claim[])[] : [margin]] };
    }

    private ExplanationNode ExplainDefined(Defined condition, Scope scope, Stance stance, Truth truth)
    {
        var text =
            truth == Truth.Unknown ? $"it is open whether {Sentence(condition, scope)}" : Sentence(condition, scope, truth == Truth.True);

        if (_told is not null && _told.Contains((condition.Meaning, scope, stance.IsWanted)))
        {
            return new ExplanationNode($"{text}, as said above", stance.MarkOf(truth))
            {
                Claims = [new TruthClaim(scope, condition, truth)],
            };
        }

        // What another rule asks is told with that rule.
        var why = condition is RuleReference ? [] : ExplainAll(condition.Meaning, scope, stance);
        if (condition is NamedCondition && (why.Count > 1 || why.Any(line => line.Children.Count > 0)))
        {
            (_told ??= []).Add((condition.Meaning, scope, stance.IsWanted));
        }

        // What a word stands for and what makes it so go into one line.
        if (condition is NamedCondition && truth != Truth.Unknown && scope.Outer is not null
            && why is [{ Children.Count: 0, Margin: null, Claims: [TruthClaim, ..] } only]
            && only.Text.StartsWith($"{NamingAt(scope).Name} ", StringComparison.Ordinal)
            && !only.Text.Contains(';', StringComparison.Ordinal)
            && ConditionWording.Of(condition, NamingAt(scope), truth == Truth.True).Verb(many: false) is { } verb)
        {
            return new ExplanationNode($"{only.Text}, so it {verb}", stance.MarkOf(truth))
            {
                Claims = [new TruthClaim(scope, condition, truth), .. only.Claims],
                Facts = only.Facts,
                Sources = only.Sources,
            };
        }

        // Of one fact that is not known it is enough to say so.
        return truth == Truth.Unknown && scope.Outer is not null && why is [{ Children.Count: 0 }]
            ? why[0]
            : new ExplanationNode(text, stance.MarkOf(truth), why) { Claims = [new TruthClaim(scope, condition, truth)] };
    }

    private string Sentence(Condition condition, Scope scope, bool holds = true) =>
        ConditionWording.Sentence(condition, NamingAt(scope), holds);

    private Naming NamingAt(Scope scope)
    {
        if (scope.Outer is null)
        {
            return _root;
        }

        if (!_names.TryGet(scope, out var names))
        {
            names = NamingAt(scope.Outer).Enter(scope);
            _names.Set(scope, names);
        }

        return names;
    }

    private static (bool IsAll, Truth Truth) Normalise(Condition condition, Truth truth) => condition switch
    {
        Negation negation => Normalise(negation.Part, truth.Not()),
        Composition { Kind: CompositionKind.All } => (true, truth),
        Composition { Kind: CompositionKind.None } => (false, truth.Not()),
        _ => (false, truth),
    };

    // What several lines have to do with each other, and of whom they speak. They tell what is so: either all of it together decides, or
    // each alone would.
    private string HeadingOf(Condition condition, Scope scope, bool isAll, Truth holds, bool isInTheWay)
    {
        if (holds == Truth.Unknown)
        {
            return Sentence(condition, scope) is { Length: <= LongestHeading } sentence ? $"it is open whether {sentence}"
                : $"{OfWhom(scope)}these are open, and decide";
        }

        // Where everything is told, some of it did not decide.
        if (options.ShowAll && condition is Composition { Parts: var parts }
            && parts.Select(part => TreeWalk.TruthOf(part, scope)).Distinct().Count() > 1)
        {
            return $"{OfWhom(scope)}this is how it stands";
        }

        return OfWhom(scope) + ((isAll == (holds == Truth.True), isInTheWay) switch
        {
            (true, false) => "all of these are so",
            (true, true) => "one of these would have to be otherwise",
            (false, false) => "each of these alone is enough",
            (false, true) => "each of these alone is in the way",
        });
    }

    private string OfWhom(Scope scope) => NamingAt(scope) is { Depth: > 0, Name: var name } ? $"for {name}, " : string.Empty;

    private static string HowMany(int count) => count == 0 ? "none" : Number(count);

    /// <summary>A line about facts, with their paths and who stated them.</summary>
    private ExplanationNode Line(
        string text, ExplanationMark mark, ImmutableArray<FactReference> facts, Scope scope, IReadOnlyList<Claim> claims,
            IReadOnlyList<ExplanationNode>? children = null, string? brief = null)
    {
        var (paths, sources) = (PathsOf(facts, scope), (List<Citation>?)null);
        foreach (var fact in facts)
        {
            if (FactSources.Of(fact, scope, rules) is { } source
                && !(sources ??= []).Exists(other => other.ToString() == source.ToString()))
            {
                sources.Add(source);
            }
        }

        // Several quantities may be open for one reason: it is said once.
        return new ExplanationNode(text, mark, children is null ? null : SameLines.Once(children))
        {
            Short = brief,
            Claims = claims,
            Facts = paths,
            Sources = sources is null ? Array.Empty<Citation>() : sources,
        };
    }

    private string[] PathsOf(ImmutableArray<FactReference> facts, Scope scope)
    {
        if (facts is [var only])
        {
            return PathOf(only, scope) is { Length: > 0 } path ? [path] : [];
        }

        var paths = new List<string>(facts.Length);
        foreach (var fact in facts)
        {
            if (PathOf(fact, scope) is { Length: > 0 } path && !paths.Contains(path))
            {
                paths.Add(path);
            }
        }

        return [.. paths];
    }

    // A fact of the scenario itself has the same path in every scenario.
    private string PathOf(FactReference fact, Scope scope) => fact.Depth == 0 ? _root.PathOf(fact) : scope.PathOf(fact);

    // "members[3]" of "members[3].vote": the elements on the way to a fact.
    private static IEnumerable<string> ElementsOn(string path)
    {
        for (var end = path.IndexOf(']', StringComparison.Ordinal); end >= 0; end = path.IndexOf(']', end + 1))
        {
            yield return path[..(end + 1)];
        }
    }

    // Lines about the elements that are open. Where some of them settle the rule, of the others it is enough how many they are.
    private IReadOnlyList<ExplanationNode> FewOpen(List<Scope> open, Func<Scope, ExplanationNode> explain, Func<int, Claim> more)
    {
        var settling = _settling is not { Count: > 0 } ? [] : open.FindAll(e =>
            _settling.Contains(e.PathOf(new FactReference(e.Depth, [], rules.Vocabulary.Root, string.Empty))));
        if (settling.Count == 0 || settling.Count == open.Count)
        {
            return Few(open, explain, more);
        }

        var others = open.Count - settling.Count;
        return [.. Few(settling, explain), new ExplanationNode(
            $"{Number(others)} more {(others == 1 ? "is" : "are")} open, but need not be known to settle this", ExplanationMark.Note)
        { Claims = [more(settling.Count)] }];
    }

    // The first few lines, and how many there would be more: what that says as data is made of how many are told of.
    private IReadOnlyList<ExplanationNode> Few<T>(IReadOnlyList<T> items, Func<T, ExplanationNode> explain, Func<int, Claim>? more = null)
    {
        var shown = items.Count > Most + 1 ? Most : items.Count;
        var first = new ExplanationNode[shown];
        for (var i = 0; i < shown; i++)
        {
            first[i] = explain(items[i]);
        }

        var nodes = UnknownFacts.Together(first, rules.Vocabulary.Root, Most);
        if (shown == items.Count)
        {
            return nodes;
        }

        // Where all that is to be said is what is not known of them, one line says it of the others too.
        return nodes is [var one] && items.Count <= MostTogether && UnknownFacts.IsOne(one)
            && UnknownFacts.Together([.. first, .. items.Skip(shown).Select(explain)], rules.Vocabulary.Root, Most) is [var all]
            ? [all]
            : [.. nodes, new ExplanationNode($"and {Number(items.Count - shown)} more", ExplanationMark.Note)
            { Claims = more is null ? [] : [more(shown)] }];
    }
}
