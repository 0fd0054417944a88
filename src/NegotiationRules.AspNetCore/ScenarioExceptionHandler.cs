using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules;

/// <summary>Answers a <see cref="ScenarioException"/> that nobody caught with 400 and the errors by the path of their fact, instead of with
/// 500: <c>services.AddExceptionHandler&lt;ScenarioExceptionHandler&gt;()</c>, with <c>app.UseExceptionHandler()</c>.</summary>
/// <remarks>It cannot know whether the scenario came with the request. Where others are evaluated too, use <see cref="ScenarioBody"/>,
/// which answers what is wrong with the body alone.</remarks>
public sealed class ScenarioExceptionHandler : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (ScenarioExceptionIn(exception) is not { } wrong)
        {
            return false;
        }

        await DiagnosticProblem.Of(wrong.Diagnostics).ExecuteAsync(httpContext).ConfigureAwait(false);
        return true;
    }

    // Reading a body of JSON wraps what a converter throws, twice.
    private static ScenarioException? ScenarioExceptionIn(Exception? exception) =>
        exception as ScenarioException
        ?? (exception is BadHttpRequestException or System.Text.Json.JsonException ? ScenarioExceptionIn(exception.InnerException) : null);
}
