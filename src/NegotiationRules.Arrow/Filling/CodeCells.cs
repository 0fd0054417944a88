using System.Runtime.CompilerServices;
using System.Text.Unicode;
using Apache.Arrow;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using Column = NegotiationRules.Facts.Columns.Column;

namespace NegotiationRules.Arrow.Filling;

/// <summary>Texts as the codes of a batch. A dictionary is looked up once, not for each row. One for each thread and batch.</summary>
internal sealed class CodeCells
{
    private const int NotAsked = -2;
    private const int NotAllowed = -1;

    private readonly ConditionalWeakTable<TextType, Utf8Index> _allowed = [];
    private readonly Dictionary<(DictionaryArray Array, Column Column), int[]> _dictionaries = [];

    /// <summary>Forgets the dictionaries that it has met.</summary>
    public void Clear() => _dictionaries.Clear();

    /// <summary>Reads the codes of texts.</summary>
    /// <returns>Whether all that are known are texts of the type; those that are not have the code 0.</returns>
    public bool TryRead(IArrowArray array, Column column, TextCodes codes, ElementPlaces places, KnownBits known, Span<int> into)
    {
        var dictionary = array as DictionaryArray;
        var found = dictionary is null ? [] : CodesOf(dictionary, column);
        var texts = new TextCells(dictionary?.Dictionary ?? array);
        for (var i = 0; i < places.Count; i++)
        {
            into[i] = 0;
            if (places[i] < 0 || !known.Has(i))
            {
                continue;
            }

            var at = (int)places[i];
            if (dictionary is null)
            {
                into[i] = CodeOf(texts[at], column, codes);
            }
            else
            {
                ref var code = ref found[at = TextCells.IndexAt(dictionary, at)];
                code = code == NotAsked && dictionary.Dictionary.IsValid(at) ? CodeOf(texts[at], column, codes) : code;
                into[i] = code;
            }

            if (into[i] < 0)
            {
                return false;
            }
        }

        return true;
    }

    private int CodeOf(ReadOnlySpan<byte> text, Column column, TextCodes codes)
    {
        var type = (TextType)column.Type;
        var isGood = type.Values is null ? Utf8.IsValid(text) : _allowed.GetValue(type, IndexOf).Find(text) >= 0;
        return !isGood ? NotAllowed : column.KeepsTexts ? codes.CodeOf(text) : codes.NamedCodeOf(text);
    }

    private static Utf8Index IndexOf(TextType type)
    {
        var index = new Utf8Index();
        foreach (var value in type.Values!)
        {
            index.Add(value, 0);
        }

        return index;
    }

    private int[] CodesOf(DictionaryArray dictionary, Column column)
    {
        if (!_dictionaries.TryGetValue((dictionary, column), out var codes))
        {
            _dictionaries.Add((dictionary, column), codes = new int[dictionary.Dictionary.Length]);
            codes.AsSpan().Fill(NotAsked);
        }

        return codes;
    }
}
