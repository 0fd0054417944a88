using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NegotiationRules.AspNetCore.Gates;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules;

/// <summary>Endpoints that are open only while the preconditions of a stage are met.</summary>
public static class RequiredStages
{
    /// <summary>Calls the handler only if a stage is valid in the scenario that it takes.</summary>
    /// <remarks>
    /// <para>If it is not, the answer is 422 with a problem that says why: <c>outcome</c> is <c>invalid</c>, or <c>undetermined</c> if the
    /// facts do not decide; <c>stages</c> has the outcome of each stage, <c>explanation</c> what stands in the way in words, and
    /// <c>blocking</c> the rules that do, each with its reason and, if it is unknown, the facts that would settle it. A scenario of which
    /// the facts are not those of the rules is answered with 400. A stage that does not apply asks nothing, so it lets through.</para>
    /// <para>While the rules could never be used, the answer is 503.</para>
    /// <para>The handler finds the verdict with <see cref="GetVerdict"/>.</para>
    /// </remarks>
    /// <param name="endpoint">The endpoint; its handler takes a <see cref="ScenarioBody"/> or a <see cref="Scenario"/>.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="ruleSet">The name of the rule set among <see cref="IRuleSets"/>; it may be left out if there is only one.</param>
    /// <exception cref="InvalidOperationException">When the endpoints are made: there is no such rule set, or the handler takes no
    /// scenario. When a request comes: the rule set has no such stage.</exception>
    public static RouteHandlerBuilder RequireValid(this RouteHandlerBuilder endpoint, string stage, string? ruleSet = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(stage);
        return endpoint.Add(new GateFilter(
            stage, ruleSet, argument => argument is ScenarioBody body ? body.Scenario : argument as Scenario,
            type => type == typeof(ScenarioBody) || type == typeof(Scenario)));
    }

    /// <summary>Calls the handler only if a stage is valid in the scenario that is made of one of its arguments.</summary>
    /// <remarks>As <see cref="RequireValid(RouteHandlerBuilder, string, string)"/>.</remarks>
    /// <typeparam name="T">The type of the argument.</typeparam>
    /// <param name="endpoint">The endpoint; its handler takes a <typeparamref name="T"/>.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="scenario">Makes the scenario: <c>(Order order) => Scenario.From(order)</c>.</param>
    /// <param name="ruleSet">The name of the rule set among <see cref="IRuleSets"/>; it may be left out if there is only one.</param>
    /// <exception cref="InvalidOperationException">As there.</exception>
    public static RouteHandlerBuilder RequireValid<T>(
        this RouteHandlerBuilder endpoint, string stage, Func<T, Scenario> scenario, string? ruleSet = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(stage);
        ArgumentNullException.ThrowIfNull(scenario);
        return endpoint.Add(new GateFilter(
            stage, ruleSet, argument => argument is T of ? scenario(of) : null, type => type == typeof(T)));
    }

    /// <summary>The verdict by which the request was let through; <see langword="null"/> if no stage was required of it.</summary>
    /// <param name="context">The request.</param>
    public static Verdict? GetVerdict(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<Verdict>();
    }

    private static RouteHandlerBuilder Add(this RouteHandlerBuilder endpoint, GateFilter filter)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return endpoint
            .AddEndpointFilterFactory(filter.Create)
            .WithMetadata(
                ProblemMetadata.Of(StatusCodes.Status422UnprocessableEntity),
                ProblemMetadata.Of(StatusCodes.Status503ServiceUnavailable),
                new ProducesResponseTypeMetadata(
                    StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), ["application/problem+json"]));
    }
}
