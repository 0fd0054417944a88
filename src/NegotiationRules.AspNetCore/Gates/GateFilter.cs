using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Gates;

/// <summary>Lets a request through while a stage is valid in the scenario it brings.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="RuleSet">The rule set by its name; <see langword="null"/> for the only one.</param>
/// <param name="ScenarioOf">Makes the scenario of an argument of the handler; <see langword="null"/> if it is none.</param>
/// <param name="Wanted">Of what type the argument is, for a message.</param>
internal sealed record GateFilter(string Stage, string? RuleSet, Func<object?, Scenario?> ScenarioOf, Func<Type, bool> Wanted)
{
    public EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var name = NameIn(factory.ApplicationServices.GetService<IRuleSets>());
        var argument = ArgumentOf(factory.MethodInfo);
        return invocation => AnswerAsync(invocation, name, argument, next);
    }

    private async ValueTask<object?> AnswerAsync(
        EndpointFilterInvocationContext invocation, string name, int argument, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        if (ScenarioOf(invocation.Arguments[argument]) is not { } scenario)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status400BadRequest, title: "There is no scenario in the request",
                detail: $"The preconditions of `{Stage}` are asked about the facts of a scenario.");
        }

        var rules = context.RequestServices.GetRequiredService<IRuleSets>();
        if (NotInForce.Of(rules, name) is { } unusable)
        {
            return unusable;
        }

        if (!rules.TryEvaluate(name, scenario, out var verdict, out var diagnostics))
        {
            return DiagnosticProblem.Of(diagnostics);
        }

        var stage = verdict.Stages.FirstOrDefault(one => one.Name == Stage) ?? throw NoStage(name, verdict);
        if (stage.Outcome is StageOutcome.Invalid or StageOutcome.Undetermined)
        {
            return StageProblem.Of(verdict, stage, language: null);
        }

        context.Features.Set(verdict);
        return await next(invocation).ConfigureAwait(false);
    }

    private string NameIn(IRuleSets? rules) => (rules, RuleSet) switch
    {
        (null, _) => throw Fault("finds no rule sets. Add some: builder.Services.AddNegotiationRules(\"talks\", \"rules/talks\")."),
        (_, { } named) when rules.Names.Contains(named) => named,
        (_, { } named) => throw Fault($"finds no rule set '{named}'. There are {string.Join(", ", rules.Names)}."),
        ({ Names: [var only] }, null) => only,
        _ => throw Fault($"does not know which rule set is meant of {string.Join(", ", rules.Names)}. Name it behind the stage."),
    };

    private int ArgumentOf(MethodInfo handler)
    {
        var parameters = handler.GetParameters();
        var at = Array.FindIndex(parameters, parameter => Wanted(parameter.ParameterType));
        return at >= 0 ? at
            : throw Fault(
                $"finds no scenario among the parameters of {handler}. Let the handler take a ScenarioBody, or say how to make a "
                    + "scenario of what it takes: .RequireValid(\"talks\", (Order order) => Scenario.From(order)).");
    }

    private InvalidOperationException NoStage(string name, Verdict verdict) => Fault(
        $"finds no stage '{Stage}' in the rule set '{name}'. There are {string.Join(", ", verdict.Stages.Select(stage => stage.Name))}.");

    private InvalidOperationException Fault(string what) => new($"RequireValid(\"{Stage}\") {what}");
}
