using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace NegotiationRules.AspNetCore.Endpoints;

/// <summary>Finds the rule set that a request names.</summary>
internal static class NamedRules
{
    public static IRuleSets SetsOf(HttpContext context) => context.RequestServices.GetRequiredService<IRuleSets>();

    /// <summary>Its name, or <see langword="null"/> and the answer.</summary>
    public static string? Find(HttpContext context, RuleEndpointOptions options, out IResult? problem)
    {
        var name = context.GetRouteValue("name") as string;
        var shown = SetsOf(context).Names.Where(options.Shows).ToList();
        if (name is not null && shown.Contains(name))
        {
            problem = null;
            return name;
        }

        problem = TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound, title: $"There is no rule set `{name}`",
            detail: shown.Count == 0 ? null : $"There are {string.Join(", ", shown.Select(one => $"`{one}`"))}.");
        return null;
    }
}
