using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <content>Params: named conditions, or expressions put in place.</content>
internal sealed partial class WorkflowTranslator
{
    // What is no single value can still be a param: an object, a list. Where it is used shows whether it can be.
    private const string NotASingleValue = "NR7222";

    private bool IsExact => !_options.MissingIsUnknown;

    private RuleScope AddParams(RuleScope scope, IReadOnlyList<ParamSyntax> parameters, string? owner)
    {
        foreach (var parameter in parameters)
        {
            if (_inputs.Find(parameter.Name.Text, _options.IsCaseSensitive) is { } input)
            {
                _diagnostics.ParamHidesInput(parameter.Name, input.Name);
            }

            scope = AddParam(scope, parameter, owner);
        }

        return scope;
    }

    private RuleScope AddParam(RuleScope scope, ParamSyntax parameter, string? owner)
    {
        var expression = _expressions.Of(parameter.Expression);
        var name = parameter.Name.Text;
        var own = new DiagnosticBag();
        var translation = Fits(expression, scope, out var size)
            ? Note(new ExpressionTranslator(own, _options).TranslateValue(expression, scope.ForExpression))
            : null;
        if (translation is { Condition: { } condition })
        {
            var named = FreeCondition(owner is null ? name : $"{owner} › {name}");
            _conditions.Add(named, new NamedConditionSyntax(new Name(named, parameter.Name.Span), condition));
            return With(scope.Names.WithCondition(name, named, translation.Fault), 0, translation.Fault);
        }

        if (translation is null && !IsNoSingleValue(own))
        {
            // It is reported where it stands, or what it uses is; so wherever it is used nothing more is said.
            _bag.AddAll(own);
            return With(scope.Names.WithExpression(name, new BrokenExpression(expression.Span)), 0, null);
        }

        return With(
            scope.Names.WithExpression(name, expression),
            size,
            translation is null ? FaultOfObject(expression, scope) : translation.Fault
        );

        RuleScope With(TranslationScope names, long parts, ConditionSyntax? fault) => scope with
        {
            Names = names,
            Faults = fault is null ? scope.Faults : [.. scope.Faults, fault],
            Params = scope.Params + 1,
            Sizes = parts == 0 ? scope.Sizes : scope.Sizes.SetItem(name, parts),
        };
    }

    private static bool IsNoSingleValue(DiagnosticBag found) =>
        found.HasErrors && found.ToSorted().All(d => d.Severity != DiagnosticSeverity.Error || d.Code == NotASingleValue);

    // Params are worked out whether or not they are used. Asking whether an object is null works it out and nothing more.
    private ConditionSyntax? FaultOfObject(ExpressionSyntax expression, RuleScope scope)
    {
        if (!IsExact)
        {
            return null;
        }

        var question = new BinaryExpression(
            expression.Span, BinaryOperator.Equal, expression.Span, expression, new NullExpression(expression.Span)
        );
        return new ExpressionTranslator(new DiagnosticBag(), _options).TranslateCondition(question, scope.ForExpression)?.Fault;
    }

    // Every rule has it in common, so it is said once.
    private IReadOnlyList<ConditionSyntax> FaultOfGlobals(RuleScope globals)
    {
        var fault = Logic.Any(_workflow.Span, [.. globals.Faults]);
        if (Logic.IsFalse(fault) || fault is ConditionReferenceSyntax)
        {
            return globals.Faults;
        }

        var name = new Name(FreeCondition("a global param has a fault"), _workflow.Name.Span);
        _conditions.Add(name.Text, new NamedConditionSyntax(name, fault));
        return [new ConditionReferenceSyntax(name.Span, name)];
    }

    private string FreeCondition(string name)
    {
        var free = name;
        for (var number = 2; _conditions.ContainsKey(free); number++)
        {
            free = $"{name} ({number})";
        }

        return free;
    }
}
