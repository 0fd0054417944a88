using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Turns a single JSON value into a fact that is neither an object nor a list.</summary>
internal sealed class ScalarBinder(ScenarioDiagnostics diagnostics, FactPath path)
{
    public FactValue Bind(JsonValue value, FactType type)
    {
        switch (value, type)
        {
            case (JsonBoolean b, BooleanType):
                return FactValue.Of(b.Value);
            case (JsonNumber n, ExactType exact):
                return BindExact(n, exact);
            case (JsonNumber n, RealType real):
                return BindReal(n, real);
            case (JsonText t, TextType text):
                return BindText(t, text);
            case (JsonText t, DateType):
                return BindDate(t);
            case (JsonText t, DateTimeType):
                return BindDateTime(t);
            case (JsonText t, DurationType):
                return BindDuration(t);
            default:
                diagnostics.WrongType(value, path, type);
                return FactValue.Unknown;
        }
    }

    private FactValue BindExact(JsonNumber number, ExactType type)
    {
        switch (ExactNumber.Read(number.Digits, type.Scale, out var steps))
        {
            case NumberFit.TooFine:
                diagnostics.TooFine(number, path, type.Scale);
                return FactValue.Unknown;
            case NumberFit.TooLarge:
                diagnostics.TooLarge(number, path, isExact: true);
                return FactValue.Unknown;
        }

        if (steps < type.Minimum)
        {
            diagnostics.BelowMinimum(number, path, ExactNumber.ToText(type.Minimum, type.Scale));
            return FactValue.Unknown;
        }

        if (steps > type.Maximum)
        {
            diagnostics.AboveMaximum(number, path, ExactNumber.ToText(type.Maximum, type.Scale));
            return FactValue.Unknown;
        }

        return FactValue.OfSteps(steps);
    }

    private FactValue BindReal(JsonNumber number, RealType type)
    {
        var real = double.Parse(number.Digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(real))
        {
            diagnostics.TooLarge(number, path, isExact: false);
            return FactValue.Unknown;
        }

        if (real < type.Minimum)
        {
            diagnostics.BelowMinimum(number, path, FactText.Of(type.Minimum));
            return FactValue.Unknown;
        }

        if (real > type.Maximum)
        {
            diagnostics.AboveMaximum(number, path, FactText.Of(type.Maximum));
            return FactValue.Unknown;
        }

        return FactValue.Of(real);
    }

    private FactValue BindText(JsonText text, TextType type)
    {
        if (type.Find(text.Value) is { } known)
        {
            return FactValue.Of(known);
        }

        diagnostics.NotOneOf(text, path, type.Values!);
        return FactValue.Unknown;
    }

    private FactValue BindDate(JsonText text)
    {
        if (PartialDate.TryParse(text.Value, out var date))
        {
            return FactValue.Of(date);
        }

        diagnostics.NotADate(text, path);
        return FactValue.Unknown;
    }

    private FactValue BindDateTime(JsonText text)
    {
        if (Instant.TryParse(text.Value, out var ticks))
        {
            return FactValue.OfUtcTicks(ticks);
        }

        if (Instant.LacksOffset(text.Value))
        {
            diagnostics.NoOffset(text, path);
        }
        else
        {
            diagnostics.NotADateTime(text, path);
        }

        return FactValue.Unknown;
    }

    private FactValue BindDuration(JsonText text)
    {
        if (Duration.TryParse(text.Value, out var duration))
        {
            return FactValue.Of(duration);
        }

        diagnostics.NotADuration(text, path);
        return FactValue.Unknown;
    }
}
