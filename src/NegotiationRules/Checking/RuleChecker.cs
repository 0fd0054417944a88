using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Checks rules one by one; a rule that another refers to is checked when it is first needed.</summary>
internal sealed class RuleChecker(CheckContext context)
{
    // Of two rules that were given the same id, the first.
    private readonly Dictionary<string, DeclaredRule> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _open = [];

    // Of any number of rules the weights have a sum, and so a score.
    private const double MostWeight = 1e100;

    private CheckDiagnostics Diagnostics => context.Diagnostics;

    /// <summary>Makes a rule known to references, unless its id is taken, which is reported.</summary>
    public DeclaredRule Declare(RuleSyntax rule)
    {
        var declared = new DeclaredRule(rule);
        if (!_rules.TryAdd(rule.Id.Text, declared))
        {
            Diagnostics.Duplicate("rule", rule.Id, _rules[rule.Id.Text].Syntax.Id);
        }

        return declared;
    }

    /// <summary>Whether there is a rule of that id.</summary>
    public bool Has(string id) => _rules.ContainsKey(id);

    /// <summary>Makes room for so many rules.</summary>
    public void Expect(int rules) => _rules.EnsureCapacity(rules);

    public Rule? Check(DeclaredRule rule, int index)
    {
        var syntax = rule.Syntax;
        var (when, require) = CheckConditions(rule);
        var stage = CheckStage(syntax);
        var by = CheckBy(syntax);
        CheckHolder(syntax);
        if (syntax is { WarnWhen: not null, Require: null, Strength: { } strength })
        {
            Diagnostics.StrengthOfRisk(strength);
        }

        IReadOnlyList<Citation> sources = syntax.Sources.Count == 0 ? [] : [.. syntax.Sources.Select(CheckSource)];
        var weight = CheckWeight(syntax);
        var because = ReasonChecker.Check(syntax, require, when, context);
        var whenBroken = syntax.When is not null && when is null;
        var byBroken = syntax.By is not null && by is null;
        return require is null || stage is null || whenBroken || byBroken ? null : new Rule(syntax.Id.Text, index)
        {
            Title = syntax.Title,
            Description = syntax.Description,
            Stage = stage,
            Holder = syntax.Holder?.Text,
            Strength = StrengthOf(syntax),
            Weight = weight,
            IsRisk = syntax.WarnWhen is not null,
            Sources = sources,
            Span = syntax.Span,
            When = when,
            Require = require,
            By = by,
            Because = because,
        };
    }

    /// <summary><c>{ "rule": id }</c>: that rule's <c>require</c> holds or its <c>when</c> does not.</summary>
    public RuleReference? CheckReference(RuleReferenceSyntax reference)
    {
        var id = reference.Id.Text;
        if (!_rules.TryGetValue(id, out var rule))
        {
            Diagnostics.UnknownRule(reference.Id, _rules.Keys.Except(_open), context.NamedConditions.ContainsKey(id));
            return null;
        }

        if (_open.Contains(id))
        {
            Diagnostics.RuleCycle(reference.Id, _open.SkipWhile(r => r != id));
            return null;
        }

        var isKnown = rule.IsChecked;
        var (when, require) = CheckConditions(rule);
        if (
            require is null
            || (rule.Syntax.When is not null && when is null)
            || (isKnown && !context.ExpandedSize.UseAgain(rule.Extent, reference.Span))
        )
        {
            return null;
        }

        // A risk is met when it is not there.
        var met = rule.Syntax.WarnWhen is null ? require : new Negation(require.Span, require);
        return new RuleReference(
            reference.Span,
            when is null ? met : new Composition(reference.Span, CompositionKind.Any, [new Negation(reference.Span, when), met]),
            id,
            rule.Syntax.Title);
    }

    private (Condition? When, Condition? Require) CheckConditions(DeclaredRule rule)
    {
        if (rule.IsChecked)
        {
            return (rule.When, rule.Require);
        }

        var syntax = rule.Syntax;
        var mark = context.ExpandedSize.Start();
        _open.Add(syntax.Id.Text);
        var when = syntax.When is null ? null : context.Conditions.Check(syntax.When, context.Root);
        var require = (syntax.Require ?? syntax.WarnWhen) is { } condition ? context.Conditions.Check(condition, context.Root) : null;
        _open.RemoveAt(_open.Count - 1);
        rule.Remember(when, require, context.ExpandedSize.Stop(mark));
        return (when, require);
    }

    private string? CheckStage(RuleSyntax rule)
    {
        if (rule.Stage is null)
        {
            if (context.Stages.Count == 1)
            {
                return context.Stages[0];
            }

            if (context.Stages.Count > 1)
            {
                Diagnostics.StageMissing(rule.Id, context.Stages);
            }

            return null;
        }

        if (context.Stages.Contains(rule.Stage.Text))
        {
            return rule.Stage.Text;
        }

        Diagnostics.UnknownStage(rule.Stage, context.Stages);
        return null;
    }

    private void CheckHolder(RuleSyntax rule)
    {
        if (rule.Holder is not { } holder)
        {
            return;
        }

        IEnumerable<string>? known = context.PartiesAreGiven ? context.Parties.Keys : PartiesOfVocabulary();
        if (known is not null && !known.Contains(holder.Text))
        {
            Diagnostics.UnknownParty(holder, known);
        }
    }

    // Where the vocabulary lists the ids of parties, holders are among them.
    private IReadOnlyList<string>? PartiesOfVocabulary() =>
        context.Vocabulary.Root is var root && root.SlotOf("parties") is >= 0 and var slot
        && root.Properties[slot].Type is ListType { Element: RecordType party } && party.SlotOf("id") is >= 0 and var id
            ? (party.Properties[id].Type as TextType)?.Values
            : null;

    private Operand? CheckBy(RuleSyntax rule)
    {
        if (rule.By is null || context.Operands.Check(rule.By, context.Root, new Measure(MeasureKind.Day)) is not { } by)
        {
            return null;
        }

        if (by.Measure.Kind != MeasureKind.Day)
        {
            Diagnostics.WrongMeasure(rule.By.Span, "`by` needs a date", by.Measure);
            return null;
        }

        if (RuleSetChecker.AsOf(context.Vocabulary) is null)
        {
            Diagnostics.NoAsOf(rule.By.Span, context.Vocabulary.Name);
            return null;
        }

        return by;
    }

    private Citation CheckSource(SourceSyntax source)
    {
        CitedDocument? document = null;
        if (source.Document is not null && !context.Documents.TryGetValue(source.Document.Text, out document))
        {
            Diagnostics.UnknownDocument(source.Document, context.Documents.Keys);
        }

        return new Citation(document, source.Speaker, source.Article, source.Quote, source.Url ?? document?.Url);
    }

    private double CheckWeight(RuleSyntax rule)
    {
        if (rule.Weight is null)
        {
            return 1;
        }

        var weight = double.Parse(rule.Weight.Digits, System.Globalization.CultureInfo.InvariantCulture);
        if (weight is > 0 and <= MostWeight)
        {
            return weight;
        }

        Diagnostics.OutOfRange(rule.Weight.Span);
        return 1;
    }

    private static Strength StrengthOf(RuleSyntax rule) => rule.Strength?.Text switch
    {
        "expected" => Strength.Expected,
        "preferred" => Strength.Preferred,
        "claim" => Strength.Claim,
        _ => Strength.Required,
    };
}
