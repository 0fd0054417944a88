using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Arrow.Files;
using NegotiationRules.Facts;
using BooleanType = NegotiationRules.Facts.BooleanType;

namespace NegotiationRules.Arrow.Csv;

/// <summary>Makes numbers and truths of texts where their facts are such, so that they are taken column by column.</summary>
/// <remarks>A column with a text that is not one in the usual spelling stays as it is: row by row is told what is wrong.</remarks>
internal static class WrittenValues
{
    /// <summary>The arrays with those of the facts in other ones.</summary>
    public static List<IArrowArray> Of(BoundField root, IEnumerable<IArrowArray> arrays)
    {
        var read = arrays.ToList();
        Read(root, read);
        return read;
    }

    private static void Read(BoundField around, List<IArrowArray> arrays)
    {
        foreach (var field in around.Inside)
        {
            if (field.Role == FieldRole.Group)
            {
                Read(field, arrays);
            }
            else if (arrays[field.Index] is StringArray texts && field.Type is not TextType)
            {
                arrays[field.Index] = Of(texts, field.Type);
            }
        }
    }

    private static IArrowArray Of(StringArray texts, FactType type)
    {
        var known = KnownOf(texts);
        return type switch
        {
            BooleanType => TruthsOf(texts, known),
            ExactType exact => NumbersOf<long>(
                texts, known, exact.Scale == 0 ? Int64Type.Default : new Decimal64Type(18, exact.Scale),
                (ReadOnlySpan<byte> text, out long steps) => WrittenNumbers.TryReadSteps(text, exact.Scale, out steps)),
            RealType => NumbersOf<double>(texts, known, DoubleType.Default, WrittenNumbers.TryReadReal),
            _ => null,
        } ?? new StringArray(texts.Length, texts.ValueOffsetsBuffer, texts.ValueBuffer, known.Build(), known.Unknown);
    }

    // Nothing in quotes is a text, and none of the other values.
    private static KnownBuilder KnownOf(StringArray texts)
    {
        var known = new KnownBuilder();
        for (var i = 0; i < texts.Length; i++)
        {
            known.Add(texts.GetValueLength(i) > 0 && texts.IsValid(i));
        }

        return known;
    }

    private static BooleanArray? TruthsOf(StringArray texts, KnownBuilder known)
    {
        var bits = new byte[(texts.Length + 7) / 8];
        for (var i = 0; i < texts.Length; i++)
        {
            if (texts.GetValueLength(i) == 0)
            {
                continue;
            }

            if (WrittenTruth.Of(texts.GetBytes(i)) is not { } truth)
            {
                return null;
            }

            bits[i >> 3] |= (byte)(truth ? 1 << (i & 7) : 0);
        }

        return new BooleanArray(new ArrowBuffer(bits), known.Build(), texts.Length, known.Unknown, 0);
    }

    private delegate bool TryReadText<T>(ReadOnlySpan<byte> text, out T value);

    private static IArrowArray? NumbersOf<T>(StringArray texts, KnownBuilder known, IArrowType type, TryReadText<T> tryRead)
        where T : unmanaged
    {
        var values = new T[texts.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (texts.GetValueLength(i) > 0 && !tryRead(texts.GetBytes(i), out values[i]))
            {
                return null;
            }
        }

        var bytes = new ArrowBuffer(MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
        return ArrowArrayFactory.BuildArray(new ArrayData(type, values.Length, known.Unknown, 0, [known.Build(), bytes]));
    }
}
