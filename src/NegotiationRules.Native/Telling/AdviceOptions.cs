using System.Text.Json;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Telling;

/// <summary>What may be changed and what it costs, as the caller says it in JSON.</summary>
internal static class AdviceOptions
{
    private const string Shape =
        "The options of advice are a JSON object with any of: \"fixed\" and \"costs\" (paths of facts: a list, and numbers by path), "
        + "\"by\" (a party), \"most\" (how many remedies, 1 or more) and \"seconds\" (how long it may take, more than 0).";

    public static RemedyOptions Read(string? json)
    {
        if (json is null)
        {
            return RemedyOptions.Default;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject().Aggregate(RemedyOptions.Default, With);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new CallException(Status.Argument, Shape);
        }
    }

    private static RemedyOptions With(RemedyOptions options, JsonProperty member) => member.Name switch
    {
        "fixed" => options with { Fixed = [.. member.Value.EnumerateArray().Select(path => path.GetString()!)] },
        "costs" => options with { Costs = member.Value.EnumerateObject().ToDictionary(cost => cost.Name, cost => cost.Value.GetDecimal()) },
        "by" => options with { By = member.Value.GetString() },
        "most" when member.Value.GetInt32() is >= 1 and var most => options with { Most = most },
        "seconds" when member.Value.GetDouble() is > 0 and var seconds =>
            options with { Limits = options.Limits with { Time = TimeSpan.FromSeconds(seconds) } },
        _ => throw new CallException(Status.Argument, Shape),
    };
}
