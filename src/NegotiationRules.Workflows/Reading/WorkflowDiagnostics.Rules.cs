using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What can be wrong with rules, params, injections, actions and messages.</summary>
internal sealed partial class WorkflowDiagnostics
{
    public void SameWorkflowTwice(Name second, Name first) =>
        bag.Error(
            "NR7010", second.Span, $"there are two workflows `{Shown(second.Text)}`",
            $"rename one of them; the first stands in line {first.Span.ToPlace().Line}"
        );

    public void SameRuleTwice(Name second, Name first) =>
        bag.Error(
            "NR7011",
            second.Span,
            $"there are two rules `{Shown(second.Text)}` in this workflow",
            $"rename one of them; the first stands in line {first.Span.ToPlace().Line}"
        );

    public void InjectedTwice(Name injection, string rule, string workflow) =>
        bag.Error(
            "NR7011",
            injection.Span,
            $"`{Shown(injection.Text)}` brings a rule `{Shown(rule)}` into `{Shown(workflow)}`, which has one of that name already",
            "rename one of them, or inject it only once"
        );

    public void InjectedAgain(Name injection, string again, string workflow) =>
        bag.Error(
            "NR7011",
            injection.Span,
            $"the rules of `{Shown(again)}` come into `{Shown(workflow)}` twice",
            "inject it only once: what is injected brings along what it injects itself"
        );

    public void SameNameInside(Name second, string parent) =>
        bag.Warning(
            "NR7012",
            second.Span,
            $"there are two rules `{Shown(second.Text)}` inside `{Shown(parent)}`",
            "rename one of them: results tell them apart only by a number"
        );

    public void NoRules(JsonObject workflow, string what) =>
        bag.Error(
            "NR7013", Opening(workflow), $"{what} has no rules",
            "add \"Rules\": [ { \"RuleName\": \"LargeOrder\", \"Expression\": \"input1.total > 1000\" } ], or \"WorkflowsToInject\": "
                + "[\"Common\"]"
        );

    public void NothingDecides(JsonObject rule, string what) =>
        bag.Error(
            "NR7014", Opening(rule), $"{what} has neither `Expression` nor `Operator`",
            "add \"Expression\": \"input1.total > 1000\", or \"Operator\": \"And\" with \"Rules\": [ … ]"
        );

    public void OperatorWithoutRules(JsonMember op, string what) =>
        bag.Error(
            "NR7015", op.NameSpan, $"{what} has an `Operator` but no `Rules` for it to join",
            "add \"Rules\": [ … ], or leave the operator out if the expression decides"
        );

    public void RulesWithoutOperator(JsonMember rules, string what) =>
        bag.Error(
            "NR7016", rules.NameSpan, $"{what} has `Rules` but no `Operator` to join them",
            "add \"Operator\": \"And\" if all of them must be satisfied, or \"Operator\": \"Or\" if one is enough"
        );

    public void ExpressionBesideOperator(JsonMember expression, string what) =>
        bag.Warning(
            "NR7017",
            expression.NameSpan,
            $"the expression of {what} is never looked at: its `Operator` and its `Rules` decide",
            "leave it out, or make it one of the `Rules`",
            Cure.Of(TextEdit.RemoveMemberAt(expression.NameSpan))
        );

    public void UnknownOperator(JsonText op, IReadOnlyList<string> known) =>
        bag.Error(
            "NR7018", op.Span, $"`{Shown(op.Value)}` is no operator",
            Spelling.Nearest(op.Value, known) is { } meant ? $"did you mean `{meant}`?" : $"write {Spelling.List(known)}",
            [.. (Spelling.Nearest(op.Value, known) is { } near ? [near] : known).Select(name => Cure.Rename(op.Span, name))]
        );

    public void OperatorInOtherCase(JsonText op, string meant) =>
        bag.Error(
            "NR7019", op.Span, $"`{op.Value}` is no operator: letter case counts here",
            $"write \"{meant}\"; RulesEngine takes `{op.Value}` without complaint, and the rule is then never satisfied",
            Cure.Rename(op.Span, meant)
        );

    public void UnknownExpressionType(JsonValue type, string what) =>
        bag.Error(
            "NR7020",
            Opening(type),
            $"the `RuleExpressionType` of {what} is not `LambdaExpression`",
            "write \"LambdaExpression\", or leave it out: there is no other type",
            type is JsonText ? Cure.Rename(type.Span, "LambdaExpression") : null
        );

    public void InjectedIntoRule(JsonMember injected, string what) =>
        bag.Warning(
            "NR7021", injected.NameSpan, $"`WorkflowsToInject` of {what} has no effect",
            "name the workflows under `WorkflowsToInject` of the workflow: RulesEngine passes over those of a rule",
            Cure.Of(TextEdit.RemoveMemberAt(injected.NameSpan))
        );

    public void AllChildrenDisabled(Name rule) =>
        bag.Warning(
            "NR7022",
            rule.Span,
            $"the rule `{Shown(rule.Text)}` can never be satisfied: none of its `Rules` is enabled",
            "enable one of them, or write \"Enabled\": false on the rule itself"
        );

    public void SameParamTwice(Name second, string field, Name first) =>
        bag.Error(
            "NR7030",
            second.Span,
            $"`{field}` gives the param `{Shown(second.Text)}` "
                + $"twice{(first.Text == second.Text ? "" : $", once as `{Shown(first.Text)}`: letter case makes no difference")}",
            "rename one of them"
        );

    public void ParamHidesAnother(Name param, Name hidden) =>
        bag.Error(
            "NR7031",
            param.Span,
            $"there is a param `{Shown(hidden.Text)}` already, which can be seen here",
            $"rename this one; the other stands in line {hidden.Span.ToPlace().Line}"
        );

    public void ParamHidesInput(Name param, string input) =>
        bag.Error("NR7031", param.Span, $"the param `{Shown(param.Text)}` has the name of the input `{Shown(input)}`", "rename the param");

    public void ParamCannotBeNamed(Name param) =>
        bag.Warning(
            "NR7032", param.Span, $"no expression can use the param `{Shown(param.Text)}`",
            "begin its name with a letter or `_`, and go on with letters, digits and `_`"
        );

    public void ParamsGrow(Span at, int most) =>
        bag.Error(
            "NR7033",
            at,
            $"with its params put in place, this workflow has more than "
                + $"{most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} further parts",
            "use fewer params inside of params: each brings with it all that it uses; those that are true or false are put in place nowhere"
        );

    public void UnknownWorkflow(Name name, IEnumerable<string> known) =>
        bag.Error(
            "NR7040", name.Span, $"this file has no workflow `{Shown(name.Text)}`",
            Spelling.Nearest(name.Text, known) is { } meant
                ? $"did you mean `{Shown(meant)}`?"
                : "put the workflows that belong together into one file: [ { … }, { … } ]",
            Cure.Rename(name.Span, Spelling.Nearest(name.Text, known))
        );

    public void InjectionCycle(Name at, IEnumerable<string> cycle) =>
        bag.Error(
            "NR7041",
            at.Span,
            $"this workflow injects itself: {string.Join(" → ", cycle.Append(at.Text).Select(c => $"`{Shown(c)}`"))}",
            "move the rules that several workflows need into one that injects none"
        );

    public void UnknownRule(Name name, string workflow, IEnumerable<string> known, bool isDisabled) =>
        bag.Error(
            "NR7042", name.Span, isDisabled
                ? $"the rule `{Shown(name.Text)}` of `{Shown(workflow)}` is not enabled"
                : $"the workflow `{Shown(workflow)}` has no rule `{Shown(name.Text)}`",
            isDisabled ? "enable it, or name another"
                : Spelling.Nearest(name.Text, known) is { } meant ? $"did you mean `{Shown(meant)}`?"
                : "name a rule of its `Rules`; those nested in a rule cannot be evaluated alone",
            isDisabled ? null : Cure.Rename(name.Span, Spelling.Nearest(name.Text, known))
        );

    public void CustomAction(Name name, string? meant) =>
        bag.Warning(
            "NR7050",
            name.Span,
            $"the action `{Shown(name.Text)}` is kept but not carried out",
            meant is not null
                ? $"did you mean `{meant}`? A class of the application cannot run here"
                : "carry it out in the application once the verdict is there: its name and context are on the rule; `OutputExpression` "
                    + "and `EvaluateRule` are carried out here"
        );

    public void ActionsGoRound(Span action, string name, int most) =>
        bag.Error(
            "NR7051",
            action,
            $"the actions of the rule `{Shown(name)}` lead on from rule to rule more than {most} times",
            "let one of the rules that they go on with end in another action, or in none"
        );

    public void PlaceholderNamesNothing(Span at, string placeholder, string? meant) =>
        bag.Warning(
            "NR7060",
            at,
            $"`$({Shown(placeholder)})` names nothing, and stays in the message as it is",
            meant is not null
                ? $"did you mean `$({Shown(meant)})`?"
                : "name an input, a member of one such as `$(input1.total)`, or a param"
        );

    public void PlaceholderHasNoValue(Span at, string placeholder) =>
        bag.Warning(
            "NR7062",
            at,
            $"`$({Shown(placeholder)})` is no single value that is known here, and stays in the message as it is",
            "name an input, a member of a param that an expression uses too, or a param that is a number, text, a date, true or false"
        );

    public void PlaceholderNeverClosed(Span at) =>
        bag.Warning("NR7061", at, "this `$(` is never closed, and stays in the message as it is", "add the missing `)`");
}
