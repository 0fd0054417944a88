using System.Text.Json;

namespace NegotiationRules.Facts.Columns;

/// <content>Values that are neither objects nor lists.</content>
internal sealed partial class JsonTableReader
{
    private byte[] _unescaped = new byte[256];

    // What may stand for a fact that is not laid out.
    private static bool IsOfKind(ref Utf8JsonReader reader, FactType type) => type switch
    {
        BooleanType => reader.TokenType is JsonTokenType.True or JsonTokenType.False,
        ExactType or RealType => reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length <= Text.JsonNumberSpelling.Longest,
        _ => reader.TokenType == JsonTokenType.String && (!reader.ValueIsEscaped || JsonExtras.HasWholeCharacters(reader.ValueSpan)),
    };

    private bool TryReadScalar(ref Utf8JsonReader reader, FactPlan fact, int row)
    {
        var column = fact.Column >= 0 ? _filler.Columns[fact.Column] : null;
        switch (fact.Type)
        {
            case BooleanType when reader.TokenType is JsonTokenType.True or JsonTokenType.False:
                column?.Fill(row, reader.TokenType == JsonTokenType.True);
                break;
            case ExactType exact when reader.TokenType == JsonTokenType.Number:
                if (!Utf8Number.TryReadSteps(reader.ValueSpan, exact, out var steps))
                {
                    return false;
                }

                column?.FillSteps(row, steps);
                break;
            case RealType real when reader.TokenType == JsonTokenType.Number:
                if (!Utf8Number.TryReadReal(reader.ValueSpan, real, out var value))
                {
                    return false;
                }

                column?.Fill(row, value);
                break;
            case BooleanType or ExactType or RealType:
                return false;
            default:
                if (reader.TokenType != JsonTokenType.String || !TryReadText(ref reader, fact, column, row))
                {
                    return false;
                }

                break;
        }

        _filler.FillPresent(fact, row);
        return true;
    }

    private bool TryReadText(ref Utf8JsonReader reader, FactPlan fact, ColumnValues? column, int row)
    {
        var text = reader.ValueSpan;
        if (reader.ValueIsEscaped)
        {
            if (!JsonExtras.HasWholeCharacters(text))
            {
                return false;
            }

            // Without its escapes a text is shorter.
            _unescaped = _unescaped.Length < text.Length ? new byte[text.Length * 2] : _unescaped;
            text = _unescaped.AsSpan(0, reader.CopyString(_unescaped));
        }

        switch (fact.Type)
        {
            case TextType:
                if (!fact.Allows(text))
                {
                    return false;
                }

                column?.FillCode(row, column.Column.KeepsTexts ? _texts.CodeOf(text) : _texts.NamedCodeOf(text));
                return true;
            case DateType:
                if (!Utf8Date.TryRead(text, out var date))
                {
                    return false;
                }

                column?.FillDays(row, date.First, date.Last);
                return true;
            case DateTimeType:
                if (!Utf8Date.TryReadInstant(text, out var ticks))
                {
                    return false;
                }

                column?.FillSteps(row, ticks);
                return true;
            default:
                return Utf8Date.IsDuration(text);
        }
    }
}
