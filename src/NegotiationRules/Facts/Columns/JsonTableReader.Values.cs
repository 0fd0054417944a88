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
        var isRead = false;
        switch (reader.TokenType, fact.Type)
        {
            case (JsonTokenType.True or JsonTokenType.False, BooleanType):
                isRead = true;
                column?.Fill(row, reader.TokenType == JsonTokenType.True);
                break;
            case (JsonTokenType.Number, ExactType exact) when reader.ValueSpan.Length <= Text.JsonNumberSpelling.Longest:
                isRead = Scalar.Read(reader.ValueSpan, exact, out var steps) == NumberFit.Exact;
                column?.FillSteps(row, steps);
                break;
            case (JsonTokenType.Number, RealType real) when reader.ValueSpan.Length <= Text.JsonNumberSpelling.Longest:
                isRead = Scalar.Read(reader.ValueSpan, real, out var value) == NumberFit.Exact;
                column?.Fill(row, value);
                break;
            case (JsonTokenType.String, _) when !reader.ValueIsEscaped:
                isRead = TryReadText(reader.ValueSpan, fact, column, row);
                break;
            case (JsonTokenType.String, _) when JsonExtras.HasWholeCharacters(reader.ValueSpan):
                // Without its escapes a text is shorter.
                _unescaped = _unescaped.Length < reader.ValueSpan.Length ? new byte[reader.ValueSpan.Length * 2] : _unescaped;
                isRead = TryReadText(_unescaped.AsSpan(0, reader.CopyString(_unescaped)), fact, column, row);
                break;
        }

        _filler.FillPresent(fact, row);
        return isRead;
    }

    private static bool TryReadText(ReadOnlySpan<byte> text, FactPlan fact, ColumnValues? column, int row)
    {
        switch (fact.Type)
        {
            case TextType when fact.Allows(text):
                column?.FillText(row, text);
                return true;
            case DateType when PartialDate.TryParse(text, out var date):
                column?.FillDays(row, date.First, date.Last);
                return true;
            case DateTimeType when Instant.TryParse(text, out var ticks):
                column?.FillSteps(row, ticks);
                return true;
            default:
                return fact.Type is DurationType && Duration.TryParse(text, out _);
        }
    }
}
