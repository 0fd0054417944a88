using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Bodies;

/// <summary>Answers requests of which the body is no scenario, before their handler is called, and those of which the handler found that
/// its facts are not those of the rules.</summary>
internal static class FaultyBodies
{
    public static void AddTo(EndpointBuilder endpoint)
    {
        endpoint.FilterFactories.Add((_, next) => invocation => AnswerAsync(invocation, next));
        foreach (var answer in ProblemMetadata.OfBodies)
        {
            endpoint.Metadata.Add(answer);
        }
    }

    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        if (invocation.HttpContext.Features.Get<BodyFault>() is { } fault)
        {
            return fault.ToProblem();
        }

        try
        {
            return await next(invocation).ConfigureAwait(false);
        }
        catch (ScenarioException wrong) when (!invocation.HttpContext.Response.HasStarted && IsOfBody(wrong))
        {
            return DiagnosticProblem.Of(wrong.Diagnostics);
        }
    }

    // What is wrong with another scenario than that of the request is no fault of who sent it.
    private static bool IsOfBody(ScenarioException wrong) => wrong.Diagnostics.All(found => found.Place.File == BodyBytes.Name);
}
