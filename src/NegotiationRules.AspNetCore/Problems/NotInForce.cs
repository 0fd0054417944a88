using Microsoft.AspNetCore.Http;

namespace NegotiationRules.AspNetCore.Problems;

/// <summary>That the rules could never be used so far: 503, for they are there once their files are mended.</summary>
internal static class NotInForce
{
    /// <summary>The answer; <see langword="null"/> if there are rules in force.</summary>
    /// <remarks>What is wrong with the files is for those who see the log or the health check, not for who asks.</remarks>
    public static IResult? Of(IRuleSets sets, string name) => sets.GetStatus(name).Since is not null ? null : TypedResults.Problem(
        statusCode: StatusCodes.Status503ServiceUnavailable, title: $"The rule set `{name}` cannot be used now",
        detail: "Its files could not be used when they were read; the log of the application says why.");
}
