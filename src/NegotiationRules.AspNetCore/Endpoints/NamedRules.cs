using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Problems;
using NegotiationRules.Text;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Finds the rule set that a request names.</summary>
internal static class NamedRules
{
    /// <summary>How requests may be answered that name a rule set.</summary>
    public static readonly int[] Problems =
    [
        StatusCodes.Status404NotFound, StatusCodes.Status406NotAcceptable, StatusCodes.Status503ServiceUnavailable,
    ];

    public static IRuleSets SetsOf(HttpContext context) => context.RequestServices.GetRequiredService<IRuleSets>();

    /// <summary>Its name, or <see langword="null"/> and the answer.</summary>
    public static string? Find(HttpContext context, RuleEndpointOptions options, out IResult? problem)
    {
        var name = context.GetRouteValue("name") as string;
        var shown = SetsOf(context).Names.Where(options.Shows).ToList();
        if (name is not null && shown.Contains(name))
        {
            problem = NotInForce.Of(SetsOf(context), name);
            return problem is null ? name : null;
        }

        problem = TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound, title: $"There is no rule set `{name}`",
            detail: shown.Count == 0 ? null
                : name is not null && Spelling.Nearest(name, shown) is { } meant ? $"Did you mean `{meant}`?"
                : $"There {(shown.Count == 1 ? "is only" : "are")} {Spelling.List(shown, "and")}.");
        return null;
    }
}
