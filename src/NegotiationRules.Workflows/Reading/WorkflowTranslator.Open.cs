using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <content>Rules that cannot be said: they stay where they are, and are open.</content>
internal sealed partial class WorkflowTranslator
{
    private RuleWork<Formula> LeaveOpen(WorkflowRuleSyntax rule, string id, string why, bool isNested)
    {
        var fact = _open.Add(id);
        var isMet = new FactTestSyntax(
            rule.Span,
            new Name(fact, rule.Name.Span),
            [new ComparisonSyntax(rule.Span, ComparisonOperator.Is, new LiteralSyntax(rule.Span, new JsonBoolean(rule.Span, true)))],
            Bare: true);
        var kept = KeptProperties.Of(rule);
        var said = kept.Description is { } description ? description + " " : string.Empty;
        var written =
            rule.Expression is null || kept.NotWritten is not null ? string.Empty : $" Its expression is: {rule.Expression.Value}";
        var message = kept.NotWritten is null ? rule.ErrorMessage?.Value : null;
        var reason = $"It could not be converted: {why}.";
        var because = message is null ? reason : $"{message} ({reason})";
        _rules.Add(RuleOf(rule, id, kept, isNested, isMet, new JsonText(rule.Name.Span, Literally(because))) with
        {
            Description = $"{said}It is unknown until `{fact}` states whether it holds.{written}",
        });
        return LeftOut(rule) with { Id = id, Message = message is null ? null : new WorkflowMessage<Formula>([new FixedPart(message)]) };
    }

    private static string Literally(string words) =>
        words.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    private static RuleSyntax RuleOf(
        WorkflowRuleSyntax rule, string id, KeptProperties kept, bool isNested, ConditionSyntax met, JsonText? because
    )
    {
        var isRisk = kept.IsRisk && !isNested;
        return new RuleSyntax
        {
            Span = rule.Span,
            Id = new Name(id, rule.Name.Span),
            Title = kept.Title,
            Description = kept.Description,
            Holder = kept.Holder,
            Strength = isNested ? new Name("claim", rule.Name.Span) : isRisk ? null : kept.Strength,
            Weight = isNested || isRisk ? null : kept.Weight,
            Require = isRisk ? null : met,
            WarnWhen = isRisk ? Logic.Not(rule.Span, met) : null,
            Because = because is null ? [] : [new BecauseSyntax(string.Empty, because)],
            Sources = kept.Sources,
        };
    }
}
