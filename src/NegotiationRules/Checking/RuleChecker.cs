using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Checks rules one by one.</summary>
internal sealed class RuleChecker(
    IPartChecker parts, Declarations declared, CheckDiagnostics diagnostics, DeclaredRules rules, ReasonChecker reasons)
{
    // Of any number of rules the weights have a sum, and so a score.
    private const double MostWeight = 1e100;

    public Rule? Check(DeclaredRule rule, int index)
    {
        var syntax = rule.Syntax;
        var (when, require) = rules.Check(rule);
        var stage = CheckStage(syntax);
        var by = rule.Scope is null ? null : CheckBy(syntax, rule.Scope);
        var each = CheckEach(rule, by);
        CheckHolder(syntax);
        each = each is null || syntax.ForEach!.Holder is not { } holder ? each
            : each with { Holder = CheckHolder(holder, rule.Scope!) };
        if (syntax is { WarnWhen: not null, Require: null, Strength: { } strength })
        {
            diagnostics.StrengthOfRisk(strength);
        }

        IReadOnlyList<Citation> sources = syntax.Sources.Count == 0 ? [] : [.. syntax.Sources.Select(CheckSource)];
        var weight = CheckWeight(syntax);
        var because = reasons.Check(syntax, require, when, each is null ? null : rule.Scope);
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
            Facts = (RecordType)declared.Root.Type,
            When = when,
            Require = require,
            By = each is null ? by : null,
            Deadline = each is null ? DeadlineOf(by) : each.Passed(),
            Each = each,
            Because = because,
        };
    }

    private string? CheckStage(RuleSyntax rule)
    {
        var stage = declared.StageOf(rule);
        if (stage is null && rule.Stage is not null)
        {
            diagnostics.UnknownStage(rule.Stage, declared.Stages);
        }
        else if (stage is null && declared.Stages.Count > 1)
        {
            diagnostics.StageMissing(rule.Id, declared.Stages);
        }

        return stage;
    }

    private void CheckHolder(RuleSyntax rule)
    {
        if (rule.Holder is not { } holder)
        {
            return;
        }

        IEnumerable<string>? known = declared.PartiesAreGiven ? declared.Parties.Keys : PartiesOfVocabulary();
        if (known is not null && !known.Contains(holder.Text))
        {
            diagnostics.UnknownParty(holder, known);
        }
    }

    private Operand? CheckHolder(OperandSyntax syntax, ElementScope scope)
    {
        var holder = parts.Check(syntax, scope, new Measure(MeasureKind.Text));
        if (holder is not null && holder.Measure.Kind != MeasureKind.Text)
        {
            diagnostics.WrongMeasure(syntax.Span, "`holder` needs the id of a party", holder.Measure, "name a fact that is text");
            return null;
        }

        return holder;
    }

    // Where the vocabulary lists the ids of parties, holders are among them.
    private IReadOnlyList<string>? PartiesOfVocabulary() =>
        declared.Vocabulary.Root is var root && root.SlotOf("parties") is >= 0 and var slot
        && root.Properties[slot].Type is ListType { Element: RecordType party } && party.SlotOf("id") is >= 0 and var id
            ? (party.Properties[id].Type as TextType)?.Values
            : null;

    // What an element must meet until its day; a rule that reads nothing of the elements comes out the same for each.
    private EachElement? CheckEach(DeclaredRule rule, Operand? by)
    {
        if (rule.Each is not { } each)
        {
            return null;
        }

        var reach = Reach.Of(each.When) | each.Require.Reach | Reach.Of(by);
        if (declared.IsOriginal && (by is not null || rule.Syntax.By is null)
            && Enumerable.Range(1, rule.Scope!.Depth).All(reach.IsOutside))
        {
            diagnostics.SameForEachElement(rule.Syntax.ForEach!);
        }

        return each with { By = by, Deadline = DeadlineOf(by) };
    }

    private RelationTest? DeadlineOf(Operand? by) => by is null ? null
        : new RelationTest(
            by.Span, new FactOperand(by.Span, by.Measure, RuleSetChecker.AsOf(declared.Vocabulary)!), Relation.Greater, by);

    private Operand? CheckBy(RuleSyntax rule, ElementScope scope)
    {
        if (rule.By is null || parts.Check(rule.By, scope, new Measure(MeasureKind.Day)) is not { } by)
        {
            return null;
        }

        if (by.Measure.Kind != MeasureKind.Day)
        {
            diagnostics.WrongMeasure(rule.By.Span, "`by` needs a date", by.Measure);
            return null;
        }

        if (RuleSetChecker.AsOf(declared.Vocabulary) is null)
        {
            diagnostics.NoAsOf(rule.By.Span, declared.Vocabulary.Name);
            return null;
        }

        return by;
    }

    private Citation CheckSource(SourceSyntax source)
    {
        CitedDocument? document = null;
        if (source.Document is not null && !declared.Documents.TryGetValue(source.Document.Text, out document))
        {
            diagnostics.UnknownDocument(source.Document, declared.Documents.Keys);
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

        diagnostics.OutOfRange(rule.Weight.Span);
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
