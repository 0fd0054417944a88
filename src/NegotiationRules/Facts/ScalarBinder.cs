using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Turns a single JSON value into a fact that is neither an object nor a list, or says why it is none.</summary>
internal sealed class ScalarBinder(ScenarioDiagnostics diagnostics, FactPath path)
{
    public FactValue Bind(JsonValue value, FactType type)
    {
        var fact = FactValue.Unknown;
        switch (value)
        {
            case JsonBoolean boolean when type is BooleanType:
                return FactValue.Of(boolean.Value);
            case JsonNumber number when Scalar.IsNumber(type):
                if (Scalar.ReadNumber<char>(number.Digits, type, out fact) is var fit and not NumberFit.Exact)
                {
                    diagnostics.DoesNotFit(number, path, type, fit);
                }

                break;
            case JsonText text when type is TextType or DateType or DateTimeType or DurationType:
                if (!Scalar.TryRead(text.Value, type, out fact))
                {
                    diagnostics.IsNone(text, path, type);
                }

                break;
            default:
                diagnostics.WrongType(value, path, type);
                break;
        }

        return fact;
    }
}
