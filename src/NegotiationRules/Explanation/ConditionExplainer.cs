using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Tells why a condition holds, does not hold, or is unknown in a scenario, down to the elements that decide: conditions made of
/// others here, every other kind in a type of its own.</summary>
/// <remarks>For one explanation only: it counts the lines it has made. What it says is in the facts' own order, so the same verdict is told
/// in the same words.</remarks>
internal sealed class ConditionExplainer
{
    // Named conditions may be used over and over inside each other; nobody reads a million lines.
    private const int MostLines = 20_000;

    private const int LongestHeading = 160;

    private const int MostOnStack = 16;

    private readonly ExplanationOptions _options;
    private readonly ScopeNames _names;
    private readonly FactLines _lines;
    private readonly OpenLines _open;
    private HashSet<(Condition Meaning, Scope Scope, bool IsWanted)>? _told;
    private int _count;

    public ConditionExplainer(CheckedRuleSet rules, ExplanationOptions options, RuleSetWords words)
    {
        _options = options;
        _names = new ScopeNames(words.Root);
        _lines = new FactLines(rules, options, _names);
        _open = new OpenLines(this, _lines, _names, options);
    }

    private ComparisonExplainer Comparisons => field ??= new ComparisonExplainer(_lines, _open, _names, _options);

    private MembershipExplainer Memberships => field ??= new MembershipExplainer(_lines, _open, _names, _options);

    private QuantifierExplainer Quantifiers => field ??= new QuantifierExplainer(this, _lines, _open, _names, _options);

    private CountExplainer Counts => field ??= new CountExplainer(this, _lines, _open, _names, _options);

    private QuantityLines Quantities => field ??= new QuantityLines(_lines, _names, _options);

    private ShareExplainer Shares => field ??= new ShareExplainer(this, _lines, _open, _names, _options);

    private OrderExplainer Orders => field ??= new OrderExplainer(_lines, _open, _names, _options);

    private LinkExplainer Links => field ??= new LinkExplainer(this, _lines, _open, _names, _options);

    /// <summary>Begins with another rule: what was told of the one before need not have been read.</summary>
    /// <param name="settling">The paths of the facts that settle it, where it is open and they are known.</param>
    public void Begin(IReadOnlyList<string> settling)
    {
        _told?.Clear();
        _lines.SetSettling(settling);
    }

    /// <summary>A line for each list of which not all is known.</summary>
    public IReadOnlyList<ExplanationNode> OpenLists(ListReference list, Scope scope) => _open.Lists(list, scope);

    /// <inheritdoc cref="FactLines.Few"/>
    public IReadOnlyList<ExplanationNode> Few(IReadOnlyList<Scope> elements, Func<Scope, ExplanationNode> explain, Func<int, Claim> more) =>
        _lines.Few(elements, explain, more);

    /// <inheritdoc cref="FactLines.FewOpen"/>
    public IReadOnlyList<ExplanationNode> FewOpen(List<Scope> open, Func<Scope, ExplanationNode> explain, Func<int, Claim> more) =>
        _lines.FewOpen(open, explain, more);

    /// <summary>Why, as lines side by side: parts that each speak for themselves are not put under a heading.</summary>
    public List<ExplanationNode> ExplainAll(Condition condition, Scope scope, Stance stance)
    {
        var lines = new List<ExplanationNode>(1);
        AddAll(condition, scope, stance, lines);
        return lines;
    }

    /// <summary>Adds these lines to others.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="scope">Where it is read.</param>
    /// <param name="stance">How the rule stands to it.</param>
    /// <param name="lines">The others.</param>
    /// <param name="known">What is known of it already: it is not worked out again.</param>
    public void AddAll(
        Condition condition, Scope scope, Stance stance, List<ExplanationNode> lines, Truth known = Truth.Unknown)
    {
        if (++_count > MostLines)
        {
            lines.AddRange(_count > MostLines + 1 ? [] : [new ExplanationNode("the rest would be too long to tell", ExplanationMark.Note)]);
            return;
        }

        switch (condition)
        {
            case Negation negation:
                AddAll(negation.Part, scope, stance.Opposite, lines, known.Not());
                break;
            case Composition { Kind: CompositionKind.None } none:
                AddParts(none, isAll: false, scope, stance.Opposite, lines);
                break;
            case Composition composition:
                AddParts(composition, composition.Kind == CompositionKind.All, scope, stance, lines);
                break;
            default:
                lines.Add(ExplainOne(condition, scope, stance, known));
                break;
        }
    }

    /// <summary>Why, under one heading if it takes several lines.</summary>
    public ExplanationNode Explain(Condition condition, Scope scope, Stance stance, Truth known = Truth.Unknown)
    {
        if (condition is not (Negation or Composition) && _count < MostLines)
        {
            _count++;
            return ExplainOne(condition, scope, stance, known);
        }

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

    private ExplanationNode ExplainOne(Condition condition, Scope scope, Stance stance, Truth known)
    {
        try
        {
            var truth = known == Truth.Unknown ? TreeWalk.Evaluate(condition, scope) : known;
            (condition, var settled) = SettledChoices.In(condition, scope);
            ExplanationNode node = condition switch
            {
                ConditionChoice c => ExplainChoice(c, scope, stance, truth),
                AtLeastOf a => ExplainAtLeast(a, scope, stance, truth),
                KnownTest k => Comparisons.OfKnown(k, scope, stance, truth),
                SettledTest s => _lines.Of(_names.Sentence(s, scope, truth == Truth.True), stance.MarkOf(truth), s.Facts, scope,
                    [new TruthClaim(scope, s, truth)]),
                RelationTest { Left: CountOperand count } r => Counts.Of(r, count, scope, stance, truth),
                RelationTest r => Comparisons.OfRelation(r, scope, stance, truth),
                TextTest or PatternTest => Comparisons.OfText(condition, scope, stance, truth),
                Quantified q => Quantifiers.Of(q, scope, stance, truth),
                ShareTest s => Shares.Of(s, scope, stance, truth),
                ShareOfTwo s => Shares.Of(s, scope, stance, truth),
                InOrder o => Orders.Of(o, scope, stance, truth),
                Reachable r => Links.Of(r, scope, stance, truth),
                Membership m => Memberships.OfMembership(m, scope, stance, truth),
                Between b => Memberships.OfBetween(b, scope, stance, truth),
                Containment c => Memberships.OfContainment(c, scope, stance, truth),
                Defined d => ExplainDefined(d, scope, stance, truth),
                _ => throw new InvalidOperationException($"no explanation for {condition.GetType().Name}"),
            };
            node = settled is null ? node : node.With([.. ExplainChoices(settled, scope)]);
            IReadOnlyList<ExplanationNode> quantities = condition.HasQuantities() ? Quantities.Of(condition, scope) : [];
            var ties = CutTies.NotesOf(condition, scope, _options.MostElements);
            return quantities.Count + ties.Count == 0 ? node : node.With([.. quantities, .. ties]);
        }
        catch (OverflowException)
        {
            var words = $"it is open whether {_names.Sentence(condition, scope)}: a number or a date grows too large on these facts";
            return new ExplanationNode(words, ExplanationMark.Unknown);
        }
    }

    private IEnumerable<ExplanationNode> ExplainChoices(SettledChoices settled, Scope scope) =>
    [
        .. settled.Decided.Where(d => !(d.Choice.IsOfNone && d.Holds)).Select(d => _lines.Of(
            WhatCounts(d.Choice, d.Holds, scope),
            ExplanationMark.Note, d.Choice.If.Facts, scope,
            [new TruthClaim(scope, d.Choice.If, Truths.Of(d.Holds))])),
        .. settled.Tables.Select(t => _lines.Of(
            $"{OperandWording.Of(t.Table.Values[t.Value], _names.At(scope))} counts from {OperandWording.OfDay(t.Table, t.Value)} on, and "
                + Statements.Of(t.Table.At, scope, _names.At(scope)),
            ExplanationMark.Note, t.Table.At.Facts, scope,
            [new ValueClaim(scope, t.Table.At, KnownValue.Of(t.Table.At, scope))])),
    ];

    // Of several of which the first that is known counts, each that is passed over has a line of its own.
    private string WhatCounts(ChoiceOperand choice, bool holds, Scope scope)
    {
        var why = _names.Sentence(choice.If, scope, holds);
        return !holds && choice is { IsOfFirstKnown: true, Else: ChoiceOperand { IsOfFirstKnown: true } } ? why
            : $"{OperandWording.Of(holds ? choice.Then : choice.Else, _names.At(scope))} counts, as "
                + (holds && choice.IsOfFirstKnown ? "it is known" : why);
    }

    private void AddParts(Composition composition, bool isAll, Scope scope, Stance stance, List<ExplanationNode> lines)
    {
        var parts = composition.Parts;
        var whole = isAll ? Truth.True : Truth.False;
        Span<Truth> truths = parts.Length <= MostOnStack ? stackalloc Truth[MostOnStack] : new Truth[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            truths[i] = TreeWalk.TruthOf(parts[i], scope);
            whole = isAll ? whole.And(truths[i]) : whole.Or(truths[i]);
        }

        // Where each part is wanted it speaks for itself, and so does the one that was enough. Of several that are alternatives it must be
        // said that they are.
        var areAlternatives = isAll != stance.IsWanted;
        var (each, first) = areAlternatives ? (new List<ExplanationNode>(Math.Min(parts.Length, MostOnStack)), 0) : (lines, lines.Count);
        for (var i = 0; i < parts.Length; i++)
        {
            if (!_options.ShowAll && truths[i] != whole)
            {
                continue;
            }

            if (areAlternatives)
            {
                each.Add(Explain(parts[i], scope, stance, truths[i]));
            }
            else
            {
                AddAll(parts[i], scope, stance, each, truths[i]);
            }
        }

        SameLines.KeepOnce(each, first);
        if (areAlternatives && each.Count > 0)
        {
            lines.Add(each.Count == 1 ? each[0]
                : new ExplanationNode(HeadingOf(composition, scope, isAll, whole, stance.IsDemand && !stance.IsMetBy(whole)),
                    stance.MarkOf(whole), each)
                {
                    Claims = [new TruthClaim(scope, composition, composition.Kind == CompositionKind.None ? whole.Not() : whole)],
                });
        }
    }

    private ExplanationNode ExplainAtLeast(AtLeastOf condition, Scope scope, Stance stance, Truth truth)
    {
        var truths = condition.Parts.Select(part => TreeWalk.TruthOf(part, scope)).ToList();
        var (hold, open) = (truths.Count(t => t == Truth.True), truths.Count(t => t == Truth.Unknown));
        var nodes = condition
            .Parts.Where((_, i) => _options.ShowAll || truths[i] == truth)
            .Select(part => Explain(part, scope, stance))
            .ToList();
        var need = stance.IsWanted
            ? $"at least {Numbers.Of(condition.Number)} {(condition.Number == 1 ? "is" : "are")} needed"
            : $"fewer than {Numbers.Of(condition.Number)} may hold";
        var claim = new PartsClaim(scope, condition, hold, open);
        var further = open > 0 ? $" and {Numbers.Of(open)} may" : string.Empty;
        var holding = $"{HowMany(hold)} of {Nouns.Count(truths.Count, "condition")} {(hold <= 1 ? "holds" : "hold")}";
        var text = $"{_names.OfWhom(scope)}{holding}{further}; {need}";
        var margin = stance is { IsDemand: true, IsWanted: true } && truth != Truth.True
            && Margin.Of(new Amount(hold, 0), Relation.GreaterOrEqual, new Amount(condition.Number, 0), MarginUnit.Things) is { } missing
                ? new MarginClaim(scope, condition, missing) : null;
        return new ExplanationNode(text + Margins.Words(margin, hold > 0), stance.MarkOf(truth), nodes)
        { Claims = [claim, new TruthClaim(scope, condition, truth), .. margin is null ? (Claim[])[] : [margin]] };
    }

    // Which branch counts, and what is so of it; while that is open, both where they agree, and else what keeps it open.
    private ExplanationNode ExplainChoice(ConditionChoice condition, Scope scope, Stance stance, Truth truth)
    {
        var chosen = TreeWalk.TruthOf(condition.If, scope);
        var hangsOn = _names.Sentence(condition.If, scope, chosen != Truth.False);
        var whom = hangsOn.StartsWith(_names.At(scope).Name, StringComparison.Ordinal) ? string.Empty : _names.OfWhom(scope);
        var claims = new[] { new TruthClaim(scope, condition, truth), new TruthClaim(scope, condition.If, chosen) };
        if (chosen != Truth.Unknown)
        {
            var branch = chosen == Truth.True ? condition.Then : condition.Else;
            return new ExplanationNode(
                $"{whom}as {hangsOn}, this counts", stance.MarkOf(truth), ExplainAll(branch, scope, stance))
            { Claims = claims };
        }

        var branches = new[] { condition.Then, condition.Else }
            .Where(branch => _options.ShowAll || TreeWalk.TruthOf(branch, scope) == truth)
            .SelectMany(branch => ExplainAll(branch, scope, stance));
        return truth != Truth.Unknown
            ? new ExplanationNode($"{whom}it is open whether {hangsOn}, but both come to the same", stance.MarkOf(truth), [.. branches])
            { Claims = claims }
            : new ExplanationNode($"{whom}it is open whether {hangsOn}, and what counts hangs on it", stance.MarkOf(truth),
                SameLines.Once([.. ExplainAll(condition.If, scope, Stance.Circumstance), .. branches]))
            { Claims = claims };
    }

    private ExplanationNode ExplainDefined(Defined condition, Scope scope, Stance stance, Truth truth)
    {
        var text = truth == Truth.Unknown ? $"it is open whether {_names.Sentence(condition, scope)}"
            : _names.Sentence(condition, scope, truth == Truth.True);
        if (_told is not null && _told.Contains((condition.Meaning, scope, stance.IsWanted)))
        {
            return new ExplanationNode($"{text}, as said above", stance.MarkOf(truth))
            {
                Claims = [new TruthClaim(scope, condition, truth)],
            };
        }

        // What another rule asks is told with that rule, and what the stage asks with the stage.
        var why = condition is RuleReference or StageCondition ? [] : ExplainAll(condition.Meaning, scope, stance);
        if (condition is NamedCondition && (why.Count > 1 || why.Any(line => line.Children.Count > 0)))
        {
            (_told ??= []).Add((condition.Meaning, scope, stance.IsWanted));
        }

        // What a word stands for and what makes it so go into one line.
        if (condition is NamedCondition && truth != Truth.Unknown && scope.Outer is not null
            && why is [{ Children.Count: 0, Margin: null, Claims: [TruthClaim, ..] } only]
            && only.Text.StartsWith($"{_names.At(scope).Name} ", StringComparison.Ordinal)
            && !only.Text.Contains(';', StringComparison.Ordinal)
            && ConditionWording.Of(condition, _names.At(scope), truth == Truth.True).Verb(many: false) is { } verb)
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
            return _names.Sentence(condition, scope) is { Length: <= LongestHeading } sentence ? $"it is open whether {sentence}"
                : $"{_names.OfWhom(scope)}these are open, and decide";
        }

        // Where everything is told, some of it did not decide.
        if (_options.ShowAll && condition is Composition composition && IsMixed(composition, scope))
        {
            return $"{_names.OfWhom(scope)}this is how it stands";
        }

        return _names.OfWhom(scope) + ((isAll == (holds == Truth.True), isInTheWay) switch
        {
            (true, false) => "all of these are so",
            (true, true) => "one of these would have to be otherwise",
            (false, false) => "each of these alone is enough",
            (false, true) => "each of these alone is in the way",
        });
    }

    private static bool IsMixed(Composition composition, Scope scope) =>
        composition.Parts.Select(part => TreeWalk.TruthOf(part, scope)).Distinct().Count() > 1;

    private static string HowMany(int count) => count == 0 ? "none" : Numbers.Of(count);
}
