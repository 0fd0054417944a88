using Microsoft.AspNetCore.Http;
using NegotiationRules.AspNetCore.Problems;

namespace NegotiationRules;

/// <summary>What is wrong with a scenario, and why a stage is not valid, as answers of a web application.</summary>
public static class ScenarioProblems
{
    /// <summary>The errors by the path of their fact, as <c>ModelState</c> and <c>ValidationProblem</c> take them.</summary>
    /// <param name="diagnostics">What was found; warnings are passed over.</param>
    /// <returns>For each path, such as <c>parties[0].delegates[1].role</c>, what is wrong and what to write instead. What is wrong with the
    /// whole is under <c>$</c>.</returns>
    public static IDictionary<string, string[]> ToValidationErrors(this IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return DiagnosticProblem.ErrorsOf(diagnostics);
    }

    /// <summary>The answer 400 with the errors by the path of their fact, and all of the diagnostics beside them.</summary>
    /// <param name="diagnostics">What was found.</param>
    public static IResult ToValidationProblem(this IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        return DiagnosticProblem.Of(diagnostics);
    }

    /// <summary>The answer 422 that says why a stage is not valid, as
    /// <see cref="RequiredStages.RequireValid(Microsoft.AspNetCore.Builder.RouteHandlerBuilder, string, string)"/> gives it.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="stage">The stage, which is invalid or undetermined.</param>
    /// <param name="language">The language of the reasons; <see langword="null"/> for none in particular.</param>
    /// <exception cref="KeyNotFoundException">The rule set has no such stage.</exception>
    /// <exception cref="ArgumentException">The stage is valid or does not apply, so there is no problem.</exception>
    public static IResult ToProblem(this Verdict verdict, string stage, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        var one = verdict.Stage(stage);
        return one.Outcome is StageOutcome.Invalid or StageOutcome.Undetermined
            ? StageProblem.Of(verdict, one, language)
            : throw new ArgumentException($"There is no problem: {one}.", nameof(stage));
    }
}
