using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Reads a literal as what it is compared with: <c>"2022-01"</c> is a date beside a date, and text beside text.</summary>
internal sealed class LiteralChecker(Declarations declared, CheckDiagnostics diagnostics)
{
    /// <param name="value">A text, number or boolean; whatever else stands there is reported.</param>
    /// <param name="span">Where the operand stands, which for a parameter is not where its value does.</param>
    /// <param name="expected">What it should measure; <see langword="null"/> to go by how it is written.</param>
    /// <param name="parameter">The parameter it comes from, or <see langword="null"/>.</param>
    /// <param name="scope">Where it is written out; <see langword="null"/> for a parameter.</param>
    public Constant? Check(JsonValue value, Span span, Measure? expected, string? parameter, ElementScope? scope)
    {
        var stated = parameter is null ? null : Readings.StatedOf(declared.Parameters[parameter]);
        var kind = stated?.Kind ?? expected?.Kind ?? value switch
        {
            JsonBoolean => MeasureKind.Boolean,
            JsonNumber number when ExactNumber.TryRead(number.Digits, out _, out _) => MeasureKind.Exact,
            JsonNumber => MeasureKind.Real,
            _ => MeasureKind.Text,
        };
        return (kind, value) switch
        {
            (MeasureKind.Boolean, JsonBoolean boolean) => Of(FactValue.Of(boolean.Value), new Measure(kind)),
            (MeasureKind.Text, JsonText text) => Of(FactValue.Of(text.Value), new Measure(kind)),
            (MeasureKind.Exact, JsonNumber number) => Exact(number),
            (MeasureKind.Real, JsonNumber number) => Real(number),
            (MeasureKind.Day, JsonText text) when PartialDate.TryParse(text.Value, out var date) => Of(
                FactValue.Of(date),
                new Measure(kind)
            ),
            (MeasureKind.Instant, JsonText text) when Instant.TryParse(text.Value, out var ticks) => Of(
                FactValue.OfUtcTicks(ticks),
                new Measure(kind)
            ),
            (MeasureKind.Duration, JsonText text) when Duration.TryParse(text.Value, out var duration) => Of(
                FactValue.Of(duration!),
                new Measure(kind)
            ),
            _ => Wrong(),
        };

        Constant Of(FactValue constant, Measure measure) => new(span, measure, constant, parameter);

        Constant? Exact(JsonNumber number)
        {
            if (ExactNumber.TryRead(number.Digits, out var steps, out var scale))
            {
                return Of(FactValue.OfSteps(steps), new Measure(MeasureKind.Exact, scale));
            }

            diagnostics.NumberTooPrecise(span, number.Digits, expected?.Scale ?? ExactType.LargestScale);
            return null;
        }

        Constant? Real(JsonNumber number)
        {
            var real = double.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture);
            if (double.IsFinite(real))
            {
                return Of(FactValue.Of(real), new Measure(MeasureKind.Real));
            }

            diagnostics.OutOfRange(span);
            return null;
        }

        Constant? Wrong()
        {
            diagnostics.WrongLiteral(
                span, new Measure(kind), value, parameter,
                parameter is not null && declared.Parameters.GetValueOrDefault(parameter)?.Value is JsonArray,
                scope is not null && value is JsonText text ? NameInText.ValueMeant(text.Value, scope, declared) : null,
                scope is not null && value is JsonText words
                    ? NameInText.Comparison(words.Value, name => NameInText.ValueMeant(name, scope, declared))
                    : null
            );
            return null;
        }
    }
}
