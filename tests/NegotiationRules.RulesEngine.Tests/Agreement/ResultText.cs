using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Writes everything in a result down, to be compared.</summary>
internal static partial class ResultText
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The results of a call, or the exception it ended with.</summary>
    public static async Task<string> OfAsync(Func<ValueTask<List<RuleResultTree>>> call)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var result in await call())
            {
                Write(result, 0, text);
            }

            return text.ToString();
        }
        catch (Exception exception)
        {
            return Of(exception);
        }
    }

    /// <summary>What an action came to, or the exception it ended with.</summary>
    public static async Task<string> OfAsync(Func<ValueTask<ActionRuleResult>> call)
    {
        try
        {
            var outcome = await call();
            var text = new StringBuilder($"output {Of(outcome.Output)}, exception {outcome.Exception?.Message}\n");
            foreach (var result in outcome.Results)
            {
                Write(result, 0, text);
            }

            return text.ToString();
        }
        catch (Exception exception)
        {
            return Of(exception);
        }
    }

    private static string Of(Exception exception) =>
        exception is null ? "none" : $"{exception.GetType()}: {Plain(exception.Message)} < {Of(exception.InnerException!)}";

    private static void Write(RuleResultTree result, int depth, StringBuilder text)
    {
        text.Append(' ', depth * 2)
            .Append(result.Rule.RuleName)
            .Append(' ')
            .Append(result.IsSuccess)
            .Append(" [")
            .Append(Plain(result.ExceptionMessage))
            .Append("] ");
        foreach (var (name, value) in result.Inputs)
        {
            text.Append(name)
                .Append('=')
                .Append(name.StartsWith("input", StringComparison.Ordinal) ? value?.GetType().Name : Of(value))
                .Append(' ');
        }

        text.Append(result.ActionResult is { } action ? $"action {Of(action.Output)} {Plain(action.Exception?.Message)}" : "no action")
            .Append('\n');
        text.Append(' ', depth * 2)
            .Append(result.ChildResults is null ? "no children" : $"{result.ChildResults.Count()} children")
            .Append('\n');
        foreach (var child in result.ChildResults ?? [])
        {
            Write(child, depth + 1, text);
        }
    }

    private static string Of(object? value) =>
        value is null ? "null" : $"{value.GetType().Name} {JsonSerializer.Serialize(value, Lenient)}";

    // A message may hold a stack trace: the same faults, by other ways.
    private static string Plain(string? message) => message is null ? "null" : StackTrace().Replace(message, string.Empty);

    [GeneratedRegex(@"\s+at .*", RegexOptions.Singleline)]
    private static partial Regex StackTrace();
}
