using System.Text.Json;
using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;

namespace NegotiationRules.Arrow.Rows;

/// <summary>Writes a row as a scenario in JSON: what is not known is left out, as it is there.</summary>
internal static class RowJson
{
    /// <summary>Writes the facts of an object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="record">The object.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="at">The place in them.</param>
    /// <exception cref="CellException">A value cannot be that of any fact.</exception>
    public static void Write(Utf8JsonWriter json, BoundField record, IReadOnlyList<IArrowArray> arrays, int at)
    {
        json.WriteStartObject();
        foreach (var field in record.Inside)
        {
            if (!IsKnown(field, arrays, at))
            {
                continue;
            }

            json.WritePropertyName(field.Name);
            if (field.Role == FieldRole.Group)
            {
                Write(json, field, arrays, at);
            }
            else
            {
                Write(json, field, arrays[field.Index], at);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Whether a row says something of a field. A group is there where one of its facts is.</summary>
    public static bool IsKnown(BoundField field, IReadOnlyList<IArrowArray> arrays, int at) =>
        field.Role == FieldRole.Group
            ? field.Inside.Exists(inside => IsKnown(inside, arrays, at))
            : arrays[field.Index] is not NullArray && arrays[field.Index].IsValid(at);

    private static void Write(Utf8JsonWriter json, BoundField field, IArrowArray array, int at)
    {
        switch (field.Role)
        {
            case FieldRole.Object or FieldRole.Statement:
                Write(json, field, ((StructArray)array).Fields, at);
                break;
            case FieldRole.List:
                WriteList(json, field.Inside[0], new ListCells(array), at);
                break;
            case FieldRole.Aside when array is StructArray o:
                WriteAside(json, o, at, field);
                break;
            default:
                CellJson.Write(json, array, at, field.Type, field.Path);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, BoundField element, ListCells lists, int at)
    {
        var (start, length) = lists.At(at);
        json.WriteStartArray();
        for (var i = start; i < start + length; i++)
        {
            if (lists.Values is NullArray || lists.Values.IsNull((int)i))
            {
                json.WriteNullValue();
            }
            else
            {
                Write(json, element, lists.Values, (int)i);
            }
        }

        json.WriteEndArray();
    }

    // A source may be an object of its own.
    private static void WriteAside(Utf8JsonWriter json, StructArray o, int at, BoundField field)
    {
        var fields = ((Apache.Arrow.Types.StructType)o.Data.DataType).Fields;
        json.WriteStartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            if (o.Fields[i] is not NullArray && o.Fields[i].IsValid(at))
            {
                json.WritePropertyName(fields[i].Name);
                Write(json, field with { Name = fields[i].Name }, o.Fields[i], at);
            }
        }

        json.WriteEndObject();
    }
}
