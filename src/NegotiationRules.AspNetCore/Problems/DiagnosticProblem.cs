using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NegotiationRules.AspNetCore.Problems;

/// <summary>What is wrong with a scenario, as ASP.NET's validation problem: messages by the path of their fact.</summary>
internal static class DiagnosticProblem
{
    public const string Title = "The scenario is not one that the rules can be asked about";

    // Of what is wrong with the whole: it is no JSON, or no object.
    private const string Whole = "$";

    public static IResult Of(IReadOnlyList<Diagnostic> diagnostics, string title = Title) => TypedResults.ValidationProblem(
        ErrorsOf(diagnostics), title: title, extensions: new Dictionary<string, object?> { ["diagnostics"] = ListOf(diagnostics) });

    /// <summary>The messages with what to write instead, by the path of the fact, and under <c>$</c> those about the whole.</summary>
    public static Dictionary<string, string[]> ErrorsOf(IReadOnlyList<Diagnostic> diagnostics) => diagnostics
        .Where(found => found.Severity == DiagnosticSeverity.Error)
        .GroupBy(found => found.FactPath ?? Whole, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Select(MessageOf).ToArray(), StringComparer.Ordinal);

    private static string MessageOf(Diagnostic found) => found.Help is null ? found.Message : $"{found.Message}: {found.Help}";

    // As an element, which every serializer of ASP.NET knows, also one that was generated ahead of time.
    private static JsonElement ListOf(IReadOnlyList<Diagnostic> diagnostics) =>
        JsonSerializer.SerializeToElement([.. diagnostics], KnownJson.Default.DiagnosticArray);
}
