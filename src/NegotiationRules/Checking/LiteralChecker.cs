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
            (MeasureKind.Boolean, JsonBoolean boolean) => new Constant(span, new Measure(kind), FactValue.Of(boolean.Value), parameter),
            (MeasureKind.Text, JsonText text) => new Constant(span, new Measure(kind), FactValue.Of(text.Value), parameter),
            (MeasureKind.Exact, JsonNumber number) => Exact(number, span, expected, parameter),
            (MeasureKind.Real, JsonNumber number) => Real(number, span, parameter),
            (MeasureKind.Day, JsonText text) when PartialDate.TryParse(text.Value, out var date) => new Constant(
                span, new Measure(kind), FactValue.Of(date), parameter
            ),
            (MeasureKind.Instant, JsonText text) when Instant.TryParse(text.Value, out var ticks) => new Constant(
                span, new Measure(kind), FactValue.OfUtcTicks(ticks), parameter
            ),
            (MeasureKind.Duration, JsonText text) when Duration.TryParse(text.Value, out var duration) => new Constant(
                span, new Measure(kind), FactValue.Of(duration!), parameter
            ),
            _ => Wrong(value, span, kind, parameter, scope),
        };
    }

    private Constant? Exact(JsonNumber number, Span span, Measure? expected, string? parameter)
    {
        if (ExactNumber.TryRead(number.Digits, out var steps, out var scale))
        {
            return new Constant(span, new Measure(MeasureKind.Exact, scale), FactValue.OfSteps(steps), parameter);
        }

        diagnostics.NumberTooPrecise(span, number.Digits, expected?.Scale ?? ExactType.LargestScale);
        return null;
    }

    private Constant? Real(JsonNumber number, Span span, string? parameter)
    {
        var real = double.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsFinite(real))
        {
            return new Constant(span, new Measure(MeasureKind.Real), FactValue.Of(real), parameter);
        }

        diagnostics.OutOfRange(span);
        return null;
    }

    private Constant? Wrong(JsonValue value, Span span, MeasureKind kind, string? parameter, ElementScope? scope)
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
