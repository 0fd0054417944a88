using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NegotiationRules.AspNetCore.Endpoints;

namespace NegotiationRules;

/// <summary>Endpoints for the rule sets of an application.</summary>
public static class RuleEndpoints
{
    /// <summary>Maps endpoints that list the rule sets of the application, tell what is in them, and evaluate and explain
    /// scenarios.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term><c>GET /rules</c></term><description>the rule sets: names, stages, numbers of rules</description></item>
    /// <item><term><c>GET /rules/NAME</c></term><description>the rules in words (<c>text/markdown</c>, <c>text/plain</c>) or as data
    /// (<c>application/json</c>), as the header <c>Accept</c> asks</description></item>
    /// <item><term><c>GET /rules/NAME/schema</c></term><description>a JSON Schema of the scenarios that the rules can
    /// be asked about</description></item>
    /// <item><term><c>POST /rules/NAME/evaluate</c></term><description>the verdict on the scenario in the body, as a
    /// <see cref="VerdictReport"/>; <c>?holder=</c> and <c>?language=</c></description></item>
    /// <item><term><c>POST /rules/NAME/explain</c></term><description>why, as <c>text/plain</c>, <c>text/markdown</c>, <c>text/html</c> or
    /// <c>application/json</c>; <c>?all=true</c> tells also what did not change the answer</description></item>
    /// </list>
    /// <para>No request can bring rules unless <see cref="RuleEndpointOptions.AcceptsRuleText"/> says so; then
    /// <c>POST /rules/evaluate</c> and <c>POST /rules/explain</c> take <c>{ "rules": { … }, "scenario": { … } }</c>.</para>
    /// <para>Bodies are limited by <see cref="ScenarioBodyOptions"/>, and the work of an evaluation by the <see cref="WorkLimits"/> of its
    /// rule set. What is not so is answered with problem details: 400 (also for a party that holds no rule, and for a language in which
    /// no rule gives a reason), 404, 406, 413, 415, and 503 while the rules could never be used;
    /// what the application's rate limiter refuses, as that says. What is returned takes whatever a group of
    /// endpoints takes: <c>.RequireAuthorization()</c>, <c>.RequireRateLimiting("policy")</c>.</para>
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">Where they are mapped.</param>
    /// <param name="configure">Sets options; <see langword="null"/> for none.</param>
    /// <exception cref="InvalidOperationException">The application has no rule sets: <c>services.AddNegotiationRules(…)</c> adds
    /// some.</exception>
    public static RouteGroupBuilder MapNegotiationRules(
        this IEndpointRouteBuilder endpoints, string prefix = "/rules", Action<RuleEndpointOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        if (endpoints.ServiceProvider.GetService(typeof(IRuleSets)) is not IRuleSets)
        {
            throw new InvalidOperationException(
                "MapNegotiationRules finds no rule sets. Add some: builder.Services.AddNegotiationRules(\"talks\", \"rules/talks\").");
        }

        var options = new RuleEndpointOptions();
        configure?.Invoke(options);
        var group = endpoints.MapGroup(prefix);
        if (options.RateLimiterPolicy is { } policy)
        {
            group.RequireRateLimiting(policy);
            var refusal = endpoints.ServiceProvider.GetService<IOptions<RateLimiterOptions>>()?.Value.RejectionStatusCode;
            group.WithMetadata(new ProducesResponseTypeMetadata(refusal ?? StatusCodes.Status503ServiceUnavailable, typeof(void)));
        }

        new DescribingEndpoints(options).MapTo(group);
        new AnsweringEndpoints(options).MapTo(group);
        if (options.AcceptsRuleText)
        {
            new RuleTextEndpoints(options).MapTo(group);
        }

        return group.WithTags("rules");
    }
}
