using System.Text;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <content>Messages, and what actions work out.</content>
internal sealed partial class WorkflowTranslator
{
    // The message as RulesEngine fills it in, and as a reason of the rule language, which explanations tell.
    private (WorkflowMessage<Formula>? Message, JsonText? Because) Message(WorkflowRuleSyntax rule, RuleScope scope)
    {
        if (rule.ErrorMessage is not { } written)
        {
            return (null, null);
        }

        var parts = new List<FilledPart>();
        var because = new StringBuilder();
        foreach (var part in MessageText.Parse(written, _diagnostics).Parts)
        {
            var filled = part is PlaceholderPart placeholder ? Fill(placeholder, scope) : new FixedPart(((WordsPart)part).Words);
            parts.Add(filled);
            because.Append(FactOf(filled) is { } fact ? $"{{{fact}}}" : Literally(filled.Written));
        }

        return (new WorkflowMessage<Formula>(parts), because.Length == 0 ? null : new JsonText(written.Span, because.ToString()));
    }

    private FilledPart Fill(PlaceholderPart placeholder, RuleScope scope)
    {
        var written = placeholder.ToString();
        var segments = placeholder.Segments;
        var comparison = _options.IsCaseSensitive || IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        var name = scope.Names.Names.FirstOrDefault(n => string.Equals(n, segments[0], comparison));
        if (name is null || segments.Any(s => s.Length == 0))
        {
            var meant = name is null ? Spelling.Nearest(segments[0], scope.Names.Names) : null;
            _diagnostics.PlaceholderNamesNothing(
                placeholder.Span,
                placeholder.Path,
                meant is null ? null : string.Join('.', [meant, .. segments.Skip(1)])
            );
            return new FixedPart(written);
        }

        return _inputs.Find(name, isCaseSensitive: true) is { } input ? FillInput(placeholder, input) : FillParam(placeholder, name, scope);
    }

    private FilledPart FillInput(PlaceholderPart placeholder, InputMember input)
    {
        var facts = new List<string> { input.Fact };
        var type = NotedInput.Of(input.Type, input.Fact, _used);
        var segments = placeholder.Segments;
        for (var i = 1; i < segments.Count; i++)
        {
            var segment = segments[i];
            var member = (type as RecordInput)?.Find(segment, _options.IsCaseSensitive || IsExact);
            if (member is null && type is ClrRecord record)
            {
                // All members are known. A fact of that name would only be another spelling of one.
                var meant = Spelling.Nearest(segment, record.MemberNames);
                _diagnostics.PlaceholderNamesNothing(
                    placeholder.Span,
                    placeholder.Path,
                    meant is null ? null : string.Join('.', [.. segments.Take(i), meant, .. segments.Skip(i + 1)])
                );
                return new FixedPart(placeholder.ToString());
            }

            facts.Add(member?.Fact ?? segment);
            type = member?.Type ?? new OpaqueInput("something that no expression uses");
        }

        return new InputPart(placeholder.ToString(), facts) { Fact = type is ScalarInput or EnumInput ? string.Join('.', facts) : null };
    }

    private FilledPart FillParam(PlaceholderPart placeholder, string name, RuleScope scope)
    {
        ExpressionSyntax expression = new NameExpression(placeholder.Span, name);
        foreach (var segment in placeholder.Segments.Skip(1))
        {
            expression = new MemberExpression(placeholder.Span, expression, new Name(segment, placeholder.Span), false);
        }

        if (Value(expression, scope, new DiagnosticBag()) is { Members.Count: 0 } value)
        {
            return new ParamPart<Formula>(placeholder.ToString(), value, placeholder.Segments.Count == 1);
        }

        _diagnostics.PlaceholderHasNoValue(placeholder.Span, placeholder.Path);
        return new UnfilledPart(placeholder.ToString());
    }

    private static string? FactOf(FilledPart part) => part switch
    {
        InputPart input => input.Fact,
        ParamPart<Formula> { Value.Operand: FactOperandSyntax fact } => fact.Path.Text,
        _ => null,
    };

    private ActionWork<Formula>? Action(ActionSyntax? action, RuleScope scope)
    {
        switch (action)
        {
            case OutputActionSyntax output:
                return Value(_expressions.Of(output.Expression), scope, _bag) is { } value ? new OutputWork<Formula>(value) : null;
            case EvaluateActionSyntax evaluate:
                var additional = evaluate
                    .AdditionalInputs.Select(p => (p.Name.Text, Value: Value(_expressions.Of(p.Expression), scope, _bag)))
                    .ToList();
                return additional.Exists(a => a.Value is null)
                    ? null
                    : new EvaluateWork<Formula>(
                        evaluate.WorkflowName.Text, evaluate.RuleName, Filter(evaluate),
                        [.. additional.Select(a => (a.Text, a.Value!))]
                    )
                    {
                        Params = ParamsFor(evaluate, scope),
                    };
            default:
                return null;
        }
    }

    // What is no single value cannot be passed on; where it is used, that shows as a fact that is not known.
    private List<(string Name, Formula Value)> ParamsFor(EvaluateActionSyntax action, RuleScope scope) =>
    [
        .. scope.Names.Params
            .Where(name => action.InputFilter?.Any(f => f.Text == name) != false && !action.AdditionalInputs.Any(a => a.Name.Text == name))
            .Select(name => (name, Value: Value(new NameExpression(action.Span, name), scope, new DiagnosticBag())))
            .Where(p => p.Value is { Members.Count: 0 })
            .Select(p => (p.name, p.Value!)),
    ];

    // The filter has the names of inputs in their own letter case.
    private HashSet<string>? Filter(EvaluateActionSyntax action) => action.InputFilter?
        .Select(name => _inputs.Find(name.Text, isCaseSensitive: true)?.Fact ?? name.Text)
        .ToHashSet(StringComparer.Ordinal);

    private Formula? Value(ExpressionSyntax expression, RuleScope scope, DiagnosticBag bag) =>
        Fits(expression, scope)
        && Note(new ExpressionTranslator(bag, _options).TranslateValue(expression, scope.ForExpression)) is { } translation
            ? Formula(expression.Span, translation)
            : null;

    private static Formula Formula(Span span, Translation.Translation translation) =>
        new(
            span, translation.Operand, translation.Condition,
            [.. translation.Members.Select(m => (m.Name, Formula(span, m.Value)))],
            translation.Type
        )
        {
            Nothing = translation.Nothing,
            Fault = translation.Fault,
        };
}
