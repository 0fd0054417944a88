using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Extensions.Settings;

/// <summary>Turns the texts that configuration has into values of the kind that the parameters of a rule set have.</summary>
internal static class ParameterValues
{
    /// <summary>The values by the names of the parameters.</summary>
    /// <param name="rules">The rules, with the values that their file gives.</param>
    /// <param name="configured">What configuration says.</param>
    /// <param name="faults">Receives what does not fit, with the key of the configuration.</param>
    public static Dictionary<string, object?> Of(RuleSet rules, IEnumerable<ConfiguredParameter> configured, List<string> faults)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var parameters = rules.Checked.Parameters;
        foreach (var given in configured)
        {
            // Keys of configuration have no case: environment variables are often written in capitals.
            var parameter = parameters.FirstOrDefault(p => p.Name == given.Name)
                ?? parameters.FirstOrDefault(p => string.Equals(p.Name, given.Name, StringComparison.OrdinalIgnoreCase));
            if (parameter is null)
            {
                var names = parameters.Select(p => p.Name).ToList();
                faults.Add($"`{given.Key}`: the rule set `{rules.Name}` has no parameter `{given.Name}`; "
                    + (names.Count == 0 ? "it has none" : Spelling.Nearest(given.Name, names) is { } near ? $"did you mean `{near}`?"
                        : $"it has {Spelling.List(names, "and")}"));
            }
            else if (ValueOf(parameter, given, faults) is { } value)
            {
                values[parameter.Name] = value;
            }
        }

        return values;
    }

    private static object? ValueOf(Parameter parameter, ConfiguredParameter given, List<string> faults)
    {
        if (parameter.Of is not null)
        {
            return Fault(given, "is a list of objects, which configuration cannot give; set it in code");
        }

        var isList = parameter.Value is JsonArray;
        if (isList != (given.Text is null))
        {
            return Fault(given, isList ? "is a list: give its values under the keys 0, 1 and so on" : "is one value, not a list");
        }

        if (!isList)
        {
            return Read(given, parameter.Value);
        }

        var items = given.Items.Select(item => Read(item, parameter.Values is [var first, ..] ? first : null)).ToArray();
        return items.Contains(null) ? null : items;

        object? Read(ConfiguredParameter one, JsonValue? example) =>
            one.Text is null ? Fault(one, "has plain values")
            : WordOf(parameter.Type, example) switch
            {
                "number" => Number(one.Text) ?? Fault(one, "is a number"),
                "truth value" => bool.TryParse(one.Text, out var truth) ? truth : Fault(one, "is `true` or `false`"),
                _ => one.Text,
            };

        object? Fault(ConfiguredParameter one, string what)
        {
            var found = one.Text is null ? "has keys below it" : $"is `{OneLine.Of(one.Text)}`";
            faults.Add($"`{one.Key}` {found}, but the parameter `{parameter.Name}` {what}");
            return null;
        }
    }

    private static string WordOf(ParameterType? type, JsonValue? example) => (type, example) switch
    {
        (ParameterType.Boolean, _) or (null, JsonBoolean) => "truth value",
        (ParameterType.Integer or ParameterType.Number, _) or (null, JsonNumber) => "number",
        _ => "text",
    };

    // A fraction such as 2/3 is a text in rule files too, and stands where a number does.
    private static object? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real) ? real
        : text.Contains('/', StringComparison.Ordinal) ? text
        : null;
}
