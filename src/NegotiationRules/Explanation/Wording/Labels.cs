using System.Globalization;
using System.Runtime.CompilerServices;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the elements of a scenario are called: by their label, else by their place in the list.</summary>
internal static class Labels
{
    // Asked for every element that is named.
    private static readonly ConditionalWeakTable<RecordType, object> Categories = [];

    /// <summary>"Mingus of US", "the 3rd delegate of US"; for a plain value the value itself.</summary>
    public static string Of(Scope element) => $"{OwnOf(element)}{OwnerOf(element)}";

    /// <summary>The label without whose element it is: "Mingus".</summary>
    public static string OwnOf(Scope element) =>
        OwnOf(element, (place, noun) => $"the {Nouns.Ordinal(place)} {noun}", ElementDescription.Of) is var label
            && IsWord(element, label) ? $"the {label}" : label;

    /// <summary>The text of a property, if it is the one that the element is called by; otherwise <see langword="null"/>.</summary>
    public static string? ValueOf(Scope element, int slot) =>
        element.Element is { Kind: FactKind.Record, Record: var record } && record.Type.Label == slot
            && record.Type.Properties[slot].Type is TextType && record[slot].IsKnown ? record[slot].Text : null;

    /// <summary>Likewise, where words of ours would be of another language than those around it: "Mingus", "Mingus #2", "#3".</summary>
    public static string InAnyLanguage(Scope element) =>
        OwnOf(
            element,
            (place, label) =>
                string.Create(CultureInfo.InvariantCulture, $"{(label == NounOf(element) ? string.Empty : $"{label} ")}#{place}"),
            _ => null
        );

    private static string OwnOf(Scope element, Func<int, string, string> place, Func<Scope, string?> describe)
    {
        var type = TypeOf(element);
        return element.Element switch
        {
            { Kind: FactKind.Record, Record: var record }
                when record.Type is { Label: >= 0 and var label } recordType
                    && record[label].IsKnown
                    && !IsCategory(recordType)
                    && FactText.Of(record[label], recordType.Properties[label].Type) is var text
                    && !string.IsNullOrWhiteSpace(text) => ToldApart(AsOneName(text), element, recordType, place),
            { IsKnown: true, Kind: not (FactKind.Record or FactKind.List) } when type is not null => ValueWords.Of(element.Element, type),
            _ => describe(element) ?? place(element.Index + 1, NounOf(element)),
        };
    }

    /// <summary>" of US", or nothing for an element of a list of the scenario itself.</summary>
    public static string OwnerOf(Scope element) =>
        element is { List: { Depth: > 0 and var depth } } ? $" of {Of(element.At(depth))}" : string.Empty;

    /// <summary>Several elements, each once: "Fomin and Ivanov of RU".</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="most">How many are named.</param>
    /// <param name="isOwn">Whether it is said already whose they are.</param>
    public static string OfAll(IReadOnlyList<Scope> elements, int most, bool isOwn = false)
    {
        var owner = isOwn || elements.Count == 0 ? string.Empty : OwnerOf(elements[0]);
        var shown = elements.Count - 1 > most ? elements.Take(most) : elements;
        return isOwn || shown.All(e => OwnerOf(e) == owner)
            ? $"{Series.And(elements, OwnOf, most)}{owner}"
            : Series.And(elements, Of, most);
    }

    /// <summary>The type of the element; <see langword="null"/> for what no list of the scenario holds.</summary>
    public static FactType? TypeOf(Scope element) =>
        element.List?.Type is ListType list ? list.Element
        : element.Parameter is { } parameter ? parameter.Element
        : element.Element.Kind == FactKind.Record ? element.Element.Record.Type
        : null;

    // A name with a comma would seem to be several among others.
    private static string AsOneName(string text) =>
        text.AsSpan().IndexOfAny(",;") >= 0 ? $"“{ValueWords.Shorten(text)}”" : ValueWords.Shorten(text);

    // What is called by one of a few words, and not by a name: "the embargo".
    private static bool IsWord(Scope element, string label) =>
        element.Element is { Kind: FactKind.Record, Record.Type: { ChosenLabel: { } slot } type } && char.IsLower(label[0])
        && type.Properties[slot].Type is TextType { Values: { } values } && values.Contains(label);

    // Two elements of one list may go by one name: then their ids tell which is meant, or else their places.
    private static string ToldApart(string label, Scope element, RecordType type, Func<int, string, string> told)
    {
        if (element.List is not { } path || element.Outer!.Read(path) is not { IsKnown: true, List: var list })
        {
            return label;
        }

        var (record, namesakes, place) = (element.Element.Record, (List<FactRecord>?)null, 0);
        for (var i = 0; i < list.Count; i++)
        {
            if (i != element.Index && list[i] is { IsKnown: true, Record: var other } && other[type.Label].IsSame(record[type.Label]))
            {
                (namesakes ??= []).Add(other);
                place += i < element.Index ? 1 : 0;
            }
        }

        return namesakes is null ? label
            : IdOf(record, type, namesakes) is { } id ? $"{label} ({id})"
            : told(place + 1, label);
    }

    // The id, if it tells a thing from others that go by the same name.
    private static string? IdOf(FactRecord record, RecordType type, List<FactRecord> namesakes)
    {
        var id = type.SlotOf("id");
        return id >= 0 && id != type.Label && record[id].IsKnown
            && namesakes.TrueForAll(other => other[id].IsKnown && !other[id].IsSame(record[id]))
            ? ValueWords.Of(record[id], type.Properties[id].Type) : null;
    }

    // The first text of an object may be one of a few words for a sort of thing, which names no single one: two delegates can both be
    // "military". Or it may be who did it: a demand by Russia is not called Russia.
    private static bool IsCategory(RecordType type) =>
        (bool)Categories.GetValue(type, static type => NamesASort(type));

    private static bool NamesASort(RecordType type) =>
        type.ChosenLabel is null && type.Properties[type.Label] is { Name: not ("name" or "id"), Type: TextType text } label
        && (text.Values is not null || !PropertyNames.IsNoun(PropertyNames.WordsOf(label.Name, text)));

    /// <summary>What one element of its list is called: "delegate".</summary>
    public static string NounOf(Scope element)
    {
        if (element.Parameter is { } parameter)
        {
            return ListWords.NounOf(parameter);
        }

        var path = element.List?.Path;
        return path is null ? "element" : Nouns.SingularOf(path[(path.LastIndexOf('.') + 1)..]) ?? "element";
    }
}
