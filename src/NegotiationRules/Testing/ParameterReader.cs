using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Gives the rules with the parameters of a test. Tests with the same parameters share one rule set.</summary>
internal sealed class ParameterReader(RuleSet rules, TestsFileDiagnostics diagnostics)
{
    private readonly Dictionary<string, RuleSet> _variants = new(StringComparer.Ordinal);

    /// <summary>The rules to test, or <see langword="null"/>, with a diagnostic, if the parameters do not fit.</summary>
    public RuleSet? Read(JsonMember? parameters)
    {
        if (parameters?.Value is not JsonObject { Members: var members })
        {
            return rules;
        }

        var sound = members.Select(member => IsSound(member, members.Select(other => other.Name))).ToList();
        if (sound.Contains(false))
        {
            return null;
        }

        var key = JsonPrinter.Print(parameters.Value, indented: false);
        if (_variants.TryGetValue(key, out var variant))
        {
            return variant;
        }

        // All at once: one parameter alone may be out of keeping with the old value of another.
        if (TryWith(members, out variant, out var faults))
        {
            _variants.Add(key, variant);
            return variant;
        }

        ReportFaults(parameters, members, faults);
        return null;
    }

    private bool TryWith(IEnumerable<JsonMember> given, [NotNullWhen(true)] out RuleSet? variant, out IReadOnlyList<Diagnostic> faults) =>
        rules.TryWith(
            given.ToDictionary(member => member.Name, member => ValueOf(member.Value), StringComparer.Ordinal),
            out variant,
            out faults
        );

    // Where the value stands, if it does not fit whatever the others are.
    private void ReportFaults(JsonMember parameters, IReadOnlyList<JsonMember> members, IReadOnlyList<Diagnostic> faults)
    {
        var reported = 0;
        foreach (var member in members)
        {
            if (!TryWith([member], out _, out var own))
            {
                Report(member.Value.Span, own);
                reported++;
            }
        }

        if (reported == 0)
        {
            Report(parameters.NameSpan, faults);
        }

        void Report(Span at, IEnumerable<Diagnostic> all)
        {
            foreach (var fault in all.Where(f => f.Severity == DiagnosticSeverity.Error))
            {
                diagnostics.ParametersDoNotFit(at, fault);
            }
        }
    }

    private bool IsSound(JsonMember parameter, IEnumerable<string> others)
    {
        if (!rules.Parameters.Any(p => p.Name == parameter.Name))
        {
            diagnostics.UnknownParameter(parameter, rules.Parameters.Select(p => p.Name), others);
            return false;
        }

        var isOfObjects = rules.Parameters.First(p => p.Name == parameter.Name).Of is not null;
        var wrong = (parameter.Value is JsonArray list ? list.Items : [parameter.Value]).FirstOrDefault(v =>
            v is not (JsonText or JsonNumber or JsonBoolean) && !(isOfObjects && v is JsonObject)
        );
        if (wrong is not null)
        {
            diagnostics.NotAParameterValue(parameter.Name, wrong);
        }

        return wrong is null;
    }

    private static object? ValueOf(JsonValue value) =>
        value switch
        {
            JsonNull => null,
            JsonObject record => record.Members.Select(member => KeyValuePair.Create(member.Name, ValueOf(member.Value))).ToList(),
            JsonText text => text.Value,
            JsonBoolean boolean => boolean.Value,
            // The same line between exact and floating numbers as the checker draws, or `0.1` would not be the 0.1 of a rule file.
            JsonNumber number when ExactNumber.TryRead(number.Digits, out _, out _) => decimal.Parse(
                number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture
            ),
            JsonNumber number => double.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture),
            _ => ((JsonArray)value).Items.Select(ValueOf).ToList(),
        };
}
