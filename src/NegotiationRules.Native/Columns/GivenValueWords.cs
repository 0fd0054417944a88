using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>A value that was given, as it is told when it is none of its type.</summary>
internal static unsafe class GivenValueWords
{
    public static string Of(GivenColumn column, long at)
    {
        if (GivenValues.IsReal(column.Kind))
        {
            Span<double> real = [0];
            GivenValues.ReadReal(column.Values, column.Kind, column.Stride, new ElementPlaces(at, 1, null), real);
            return real[0].ToString("R", CultureInfo.InvariantCulture);
        }

        if (!GivenValues.IsWhole(column.Kind))
        {
            return "what was given";
        }

        Span<long> whole = [0];
        GivenValues.ReadWhole(column.Values, column.Kind, column.Stride, new ElementPlaces(at, 1, null), whole);
        return column.Column.Type is TextType && whole[0] >= 0 && whole[0] < column.Texts.Count
            ? $"the text \"{column.Texts[(int)whole[0]]}\""
            : column.Kind == ValueKind.UInt64 ? ((ulong)whole[0]).ToString(CultureInfo.InvariantCulture)
            : whole[0].ToString(CultureInfo.InvariantCulture);
    }
}
