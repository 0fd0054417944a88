using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules;

/// <summary>One fact that a vocabulary lets people talk about.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class VocabularyFact
{
    private VocabularyFact(string path, FactType type)
    {
        Path = path;
        Type = KindWords.Of(type);
        Title = type.Title;
        Meaning = KindWords.MeaningOf(type);
        IsList = type is ListType;
        IsObject = type is RecordType or ListType { Element: RecordType };
        Values = type switch
        {
            TextType { Values: { } values } => values,
            ListType { Element: TextType { Values: { } values } } => values,
            _ => [],
        };
    }

    /// <summary>Its path without numbers of elements, as rules name it from outside of all lists:
    /// <c>parties.delegates.role</c>.</summary>
    public string Path { get; }

    /// <summary>What values it takes, in words: <c>a date</c>, <c>a whole number from 1 to 9</c>, <c>one of military, diplomat or
    /// legal</c>, <c>a list</c>, <c>an object</c>.</summary>
    public string Type { get; }

    /// <summary>Its short name for people, as the vocabulary's <c>title</c> gives it, or <see langword="null"/>.</summary>
    public string? Title { get; }

    /// <summary>What it means, as <c>title</c> and <c>description</c> say, or <see langword="null"/>.</summary>
    public string? Meaning { get; }

    /// <summary>The only texts that it, or each of its elements, may be, in the order of the vocabulary; empty if there is no such
    /// list.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether it is a list.</summary>
    public bool IsList { get; }

    /// <summary>Whether it, or each of its elements, is an object: its own facts follow it.</summary>
    public bool IsObject { get; }

    /// <summary>The path and the type.</summary>
    public override string ToString() => $"{Path}: {Type}";

    /// <summary>All facts of a vocabulary, objects and lists before what is in them.</summary>
    internal static IEnumerable<VocabularyFact> Of(RecordType record, string prefix = "")
    {
        foreach (var property in record.Properties)
        {
            var path = prefix + property.Name;
            yield return new VocabularyFact(path, property.Type);
            foreach (var inner in property.Type is RecordType or ListType { Element: RecordType }
                ? Of(property.Type as RecordType ?? (RecordType)((ListType)property.Type).Element, path + ".")
                : [])
            {
                yield return inner;
            }
        }
    }
}
