using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace NegotiationRules.AspNetCore.Problems;

/// <summary>What an endpoint may answer, for whoever describes it.</summary>
internal static class ProblemMetadata
{
    private const string ContentType = "application/problem+json";

    /// <summary>To bodies that are no scenario.</summary>
    public static IReadOnlyList<ProducesResponseTypeMetadata> OfBodies { get; } =
    [
        new(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), [ContentType]),
        Of(StatusCodes.Status413PayloadTooLarge),
        Of(StatusCodes.Status415UnsupportedMediaType),
    ];

    /// <summary>What the body holds. No content type is named, or routing would answer every other with 415 and an empty body, before
    /// anybody could say what to send; OpenAPI takes a body of which none is named for JSON.</summary>
    public static AcceptsMetadata BodyOf(Type type) => new([], type, isOptional: false);

    public static ProducesResponseTypeMetadata Of(int status) => new(status, typeof(ProblemDetails), [ContentType]);
}
