using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>On what a verdict rests beside the rules: which scenario, and which values of parameters, those that were changed
/// first.</summary>
/// <param name="scenario">What the scenario is called, if it has a name.</param>
/// <param name="parameters">The parameters in force.</param>
internal sealed class Premises(string? scenario, IReadOnlyList<ParameterInForce> parameters)
{
    private const int MostUnchanged = 3;
    private const string Ending = ".scenario.json";

    /// <summary>What the scenario is called; <see langword="null"/> if it has no name.</summary>
    public string? Scenario { get; } = scenario;

    /// <summary>The parameters in force.</summary>
    public IReadOnlyList<ParameterInForce> Parameters { get; } = parameters;

    /// <summary>One line for the head of a page; <see langword="null"/> if there is nothing to say.</summary>
    public string? Line
    {
        get
        {
            if (Scenario is null && Parameters.Count == 0)
            {
                return null;
            }

            var changed = Parameters.Where(p => p.Written is not null).ToList();
            var others = Parameters.Skip(changed.Count).ToList();
            var shown = others.Count > MostUnchanged + 1 ? MostUnchanged : others.Count;
            string[] parts =
            [
                .. Scenario is null ? [] : new[] { $"scenario: {Scenario}" },
                .. changed.Select(p => $"{p.Name}: {p.Value}, changed from {p.Written}"),
                .. others.Take(shown).Select(p => $"{p.Name}: {p.Value}"),
                .. shown == others.Count ? [] : new[] { $"and {Nouns.Count(others.Count - shown, "more parameter")}" },
            ];
            return string.Join("; ", parts);
        }
    }

    /// <summary>What a scenario is called by its name, or by where it lies: where a file lies says nothing about the verdict, and a name in
    /// angle brackets is none.</summary>
    public static string? NameOf(string? name)
    {
        var file = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.IsNullOrWhiteSpace(file) || file is ['<', .., '>'] ? null
            : file.EndsWith(Ending, StringComparison.Ordinal) && file.Length > Ending.Length ? file[..^Ending.Length]
            : file;
    }
}

/// <summary>A parameter with its value in words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Written">The value that the rule file gives it, if another is in force; otherwise <see langword="null"/>.</param>
internal sealed record ParameterInForce(string Name, string Value, string? Written)
{
    public static ParameterInForce Of(Parameter parameter) =>
        new(parameter.Name, Words(parameter, parameter.Value), parameter.Written is null ? null : Words(parameter, parameter.Written));

    // Objects are called by their names.
    private static string Words(Parameter parameter, JsonValue value)
    {
        if (parameter.Records is not { Type: var type } || value is not JsonArray list)
        {
            return Words(value);
        }

        var label = type.Label < 0 ? null : type.Properties[type.Label].Name;
        List<string> names = [.. list.Items.Select(item => label is null ? null : (item as JsonObject)?.Find(label)?.Value)
            .OfType<JsonText>().Select(text => text.Value)];
        return list.Items.Count == 0 ? "nothing"
            : names.Count == list.Items.Count ? Series.And(names, 4)
            : Nouns.Count(list.Items.Count, ListWords.NounOf(parameter.Name, null).Singular);
    }

    private static string Words(JsonValue value) => value switch
    {
        JsonText text when text.Value.StartsWith('P') && Duration.TryParse(text.Value, out var duration) => DurationWords.Of(duration),
        JsonText text when text.Value.EndsWith('%') && text.Value.All(c => char.IsAsciiDigit(c) || c is '.' or ' ' or '%') => text.Value,
        JsonText text => ValueWords.Quote(text.Value),
        JsonNumber number => Numbers.Group(number.Digits),
        JsonArray list => Series.And([.. list.Items.Select(Words)], 4),
        _ => ValueWords.Shorten(JsonPrinter.Print(value, indented: false)),
    };
}
