using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts;

/// <summary>Which text of a vocabulary each value of an enum is: the same text, or else the one that has the same letters and digits,
/// <c>InProgress</c> for <c>in-progress</c>.</summary>
internal sealed class EnumFit
{
    private static readonly ConditionalWeakTable<TextType, ConcurrentDictionary<EnumTexts, EnumFit>> Known = [];

    private readonly Dictionary<string, string> _found = new(StringComparer.Ordinal);

    private EnumFit(EnumTexts texts, TextType type)
    {
        var unfit = new List<(string, IReadOnlyList<string>)>();
        var bySpelling = (type.Values ?? []).ToLookup(SpellingOf, StringComparer.Ordinal);
        foreach (var text in texts.Texts)
        {
            if (type.Find(text) is { } same)
            {
                _found.TryAdd(text, same);
                continue;
            }

            string[] meant = [.. bySpelling[SpellingOf(text)]];
            if (meant.Length == 1)
            {
                _found.TryAdd(text, meant[0]);
            }
            else
            {
                unfit.Add((text, meant));
            }
        }

        Unfit = unfit;
    }

    /// <summary>The texts of the enum that are none of the vocabulary's, each with those of which it could be any.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<string> Meant)> Unfit { get; }

    public static EnumFit Of(EnumTexts texts, TextType type) =>
        Known.GetValue(type, static _ => []).GetOrAdd(texts, static (t, of) => new EnumFit(t, of), type);

    /// <summary>The vocabulary's text for one of the enum; <see langword="null"/> if it is none.</summary>
    public string? Find(string text) => _found.GetValueOrDefault(text);

    private static string SpellingOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
