using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using NegotiationRules.AspNetCore.Bodies;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules;

/// <summary>The scenario in the body of a request, as the parameter of an endpoint:
/// <c>app.MapPost("/talks", (ScenarioBody body) => …)</c>.</summary>
/// <remarks>
/// <para>A body that is no scenario is answered before the handler is called: 400 with the faults by the paths of their facts, 413 if it
/// is longer than <see cref="ScenarioBodyOptions"/> allow, 415 if it is not JSON. So is, with 400, what evaluating finds wrong with
/// it: a fact that the vocabulary of the rules does not have, or that is not of its type.</para>
/// <para>A parameter of type <see cref="NegotiationRules.Scenario"/> is read from the body too, but of one that is none ASP.NET tells
/// nothing.</para>
/// </remarks>
public sealed class ScenarioBody : IBindableFromHttpContext<ScenarioBody>, IEndpointParameterMetadataProvider
{
    private readonly Scenario? _scenario;

    private ScenarioBody(Scenario? scenario) => _scenario = scenario;

    /// <summary>The scenario.</summary>
    /// <exception cref="InvalidOperationException">The body is no scenario, and the handler was called all the same: only where something
    /// else than ASP.NET's endpoints made it.</exception>
    public Scenario Scenario =>
        _scenario
        ?? throw new InvalidOperationException("The body of the request is no scenario, and the request was not answered with why.");

    /// <summary>The scenario.</summary>
    /// <param name="body">The body.</param>
    public static implicit operator Scenario(ScenarioBody body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Scenario;
    }

    /// <summary>The scenario.</summary>
    public Scenario ToScenario() => Scenario;

    /// <summary>Reads it. ASP.NET calls this.</summary>
    /// <param name="context">The request.</param>
    /// <param name="parameter">The parameter it is for.</param>
    public static async ValueTask<ScenarioBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (scenario, fault) = await BodyBytes.ReadScenarioAsync(context).ConfigureAwait(false);
        if (fault is not null)
        {
            context.Features.Set(fault);
        }

        return new ScenarioBody(scenario);
    }

    /// <summary>Tells what the endpoint takes and how it answers what is none. ASP.NET calls this.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="builder">The endpoint.</param>
    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(ProblemMetadata.BodyOf(typeof(Scenario)));
        FaultyBodies.AddTo(builder);
    }
}
