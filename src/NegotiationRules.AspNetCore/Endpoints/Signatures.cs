using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using NegotiationRules.AspNetCore.Formats;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>What the endpoints take and answer, for OpenAPI.</summary>
/// <remarks>They are plain functions of a request, which need no code made at run time; ASP.NET finds nothing to describe in them, so each
/// is given the signature that it would have as a handler.</remarks>
internal static class Signatures
{
    public static readonly Delegate None = () => { };

    public static readonly Delegate Named = ([FromRoute] string name) => { };

    public static readonly Delegate NamedInLanguage = ([FromRoute] string name, [FromQuery] string? language) => { };

    public static readonly Delegate Evaluating =
        ([FromRoute] string name, [FromQuery] string? holder, [FromQuery] string? language, [FromBody] Scenario scenario) => { };

    public static readonly Delegate Explaining =
        ([FromRoute] string name, [FromQuery] string? holder, [FromQuery] string? language, [FromQuery] bool? all,
            [FromBody] Scenario scenario) =>
        { };

    public static readonly Delegate EvaluatingText =
        ([FromQuery] string? holder, [FromQuery] string? language, [FromBody] Described.RulesWithScenario both) => { };

    public static readonly Delegate ExplainingText =
        ([FromQuery] string? holder, [FromQuery] string? language, [FromQuery] bool? all,
            [FromBody] Described.RulesWithScenario both) =>
        { };

    /// <summary>Says of an endpoint what it does.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="signature">What it takes.</param>
    /// <param name="summary">What it does, in a line.</param>
    /// <param name="shape">The shape of its answer where that is data. OpenAPI is told one shape alone, so of what comes in words too the
    /// summary says so.</param>
    /// <param name="formats">The forms it comes in.</param>
    /// <param name="problems">Which others there may be.</param>
    public static void Describe(
        this IEndpointConventionBuilder endpoint, Delegate signature, string summary, Type shape, AnswerFormat[] formats,
        params int[] problems)
    {
        var parameters = signature.Method.GetParameters();
        string[] words = [.. formats.Where(format => !format.IsData).Select(format => format.MediaType)];
        var inWords = words.Length == 0 ? string.Empty : $" (or in words, where the header Accept asks for {string.Join(", ", words)})";
        endpoint.WithSummary(summary + inWords).WithMetadata(
        [
            signature.Method,
#if NET9_0_OR_GREATER
            .. parameters.Select(parameter => new Parameter(parameter)),
#endif
            new ProducesResponseTypeMetadata(
                StatusCodes.Status200OK, shape, [.. formats.Where(format => format.IsData).Select(format => format.MediaType)]),
            .. problems.Select(ProblemMetadata.Of),
        ]);
        if (Array.Find(parameters, parameter => parameter.GetCustomAttribute<FromBodyAttribute>() is not null) is { } body)
        {
            endpoint.WithMetadata(
                [ProblemMetadata.BodyOf(body.ParameterType), .. ProblemMetadata.OfBodies]);
        }
    }

#if NET9_0_OR_GREATER
    private sealed class Parameter(ParameterInfo parameter) : IParameterBindingMetadata
    {
        public string Name => parameter.Name!;

        public bool HasTryParse => true;

        public bool HasBindAsync => false;

        public ParameterInfo ParameterInfo => parameter;

        public bool IsOptional => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
    }
#endif
}
