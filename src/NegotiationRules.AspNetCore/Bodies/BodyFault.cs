using Microsoft.AspNetCore.Http;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules.AspNetCore.Bodies;

/// <summary>Why there is no scenario in the body of a request. Kept with the request until somebody answers it.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">What to send instead.</param>
/// <param name="Diagnostics">What is wrong in the body, if it was read.</param>
internal sealed record BodyFault(int Status, string Title, string? Detail, IReadOnlyList<Diagnostic> Diagnostics)
{
    public static BodyFault NotJson(string? contentType) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "The body is not JSON",
        "Send JSON in UTF-8 with the header Content-Type: application/json, or another type that ends in +json"
            + $"{(contentType is null ? string.Empty : $"; this is {contentType}")}.",
        []);

    public static BodyFault TooLong(long most) => new(
        StatusCodes.Status413PayloadTooLarge, "The body is too long", FormattableString.Invariant($"It may have {most:N0} bytes."), []);

    public static BodyFault Unreadable(IReadOnlyList<Diagnostic> diagnostics) =>
        new(StatusCodes.Status400BadRequest, "The body is not a scenario", null, diagnostics);

    /// <summary>The answer.</summary>
    public IResult ToProblem() => Diagnostics.Count > 0
        ? DiagnosticProblem.Of(Diagnostics, Title)
        : TypedResults.Problem(statusCode: Status, title: Title, detail: Detail);
}
