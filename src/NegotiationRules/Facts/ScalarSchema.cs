using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Reads the types of facts that are neither objects nor lists.</summary>
internal sealed class ScalarSchema(VocabularyDiagnostics diagnostics)
{
    public FactType Read(JsonObject schema, string type) => type switch
    {
        "boolean" => new BooleanType(),
        "string" => ReadText(schema),
        _ => ReadNumber(schema, type == "integer"),
    };

    private FactType ReadText(JsonObject schema)
    {
        if (schema.Find("format") is { } format)
        {
            switch (format.Value)
            {
                case JsonText { Value: "date" }:
                    return new DateType();
                case JsonText { Value: "date-time" }:
                    return new DateTimeType();
                case JsonText { Value: "duration" }:
                    return new DurationType();
                case JsonText other:
                    CheckOtherFormat(format.NameSpan, other);
                    break;
                default:
                    diagnostics.Takes(format.Value, "format", "text");
                    break;
            }
        }

        return new TextType { Values = ReadValues(schema) };
    }

    private void CheckOtherFormat(Span at, JsonText format)
    {
        if (!VocabularyKeywords.IsOtherFormat(format.Value) && Spelling.Nearest(format.Value, VocabularyKeywords.Formats) is { } nearest)
        {
            diagnostics.UnknownFormat(format, nearest);
        }
        else
        {
            diagnostics.NotChecked(at, "format");
        }
    }

    private FactType ReadNumber(JsonObject schema, bool isInteger)
    {
        if (schema.Find("format") is { } format)
        {
            if (format.Value is not JsonText name)
            {
                diagnostics.Takes(format.Value, "format", "text");
            }
            else if (!VocabularyKeywords.Formats.Contains(name.Value))
            {
                diagnostics.NotChecked(format.NameSpan, "format");
            }
        }

        switch (schema.Find("multipleOf")?.Value)
        {
            case null:
                break;
            case JsonNumber step when ScaleOf(step) is { } scale && (!isInteger || scale == 0):
                return new ExactType(scale);
            case JsonNumber step:
                diagnostics.BadStep(step, isInteger);
                break;
            case var other:
                diagnostics.Takes(other, "multipleOf", "a number");
                break;
        }

        return isInteger ? new ExactType(0) : new RealType();
    }

    // The scale whose step is this number: 0 for 1, 2 for 0.01.
    private static int? ScaleOf(JsonNumber step)
    {
        for (var scale = 0; scale <= ExactType.LargestScale; scale++)
        {
            if (ExactNumber.Read(step.Digits, scale, out var steps) == NumberFit.Exact)
            {
                return steps == 1 ? scale : null;
            }
        }

        return null;
    }

    private List<string>? ReadValues(JsonObject schema)
    {
        if (schema.Find("const") is { } only)
        {
            if (schema.Find("enum") is not null)
            {
                diagnostics.NotSupported(only.NameSpan, "const");
            }

            return ReadTexts([only.Value], "const");
        }

        switch (schema.Find("enum")?.Value)
        {
            case null:
                return null;
            case JsonArray list:
                var texts = ReadTexts(list.Items.Where(item => item is not JsonNull), "enum");
                if (texts.Count == 0 && !list.Items.Any(item => item is not (JsonNull or JsonText)))
                {
                    diagnostics.NoTexts(list);
                }

                return texts;
            case var other:
                diagnostics.Takes(other, "enum", "a list of texts");
                return null;
        }
    }

    private List<string> ReadTexts(IEnumerable<JsonValue> values, string keyword)
    {
        var texts = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is not JsonText text)
            {
                diagnostics.NotText(value, keyword);
            }
            else if (seen.Add(text.Value))
            {
                texts.Add(text.Value);
            }
            else
            {
                diagnostics.TextTwice(text);
            }
        }

        return texts;
    }
}
