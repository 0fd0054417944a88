using Microsoft.AspNetCore.Http;
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

    public static ProducesResponseTypeMetadata Of(int status) => new(status, typeof(ProblemDetails), [ContentType]);
}
