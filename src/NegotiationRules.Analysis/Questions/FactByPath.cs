using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A fact of the scenario, or of each element of a list: wherever it is.</summary>
/// <param name="Path">Its path as rules write it: <c>members.vote</c>.</param>
/// <param name="Key">The same with the lists on the way: <c>members[].vote</c>.</param>
/// <param name="Lists">The list whose elements have it, and before it those that it is within; none if the scenario has it.</param>
/// <param name="Fact">The fact, read where it is.</param>
internal sealed record FactByPath(string Path, string Key, ImmutableArray<FactReference> Lists, FactReference Fact)
{
    /// <summary>The path of the list: <c>members</c>.</summary>
    public string ListPath => string.Join('.', Lists.Select(list => list.Path).Where(path => path.Length > 0));

    /// <summary>The fact that was probably meant by a path; <see langword="null"/> if there is none like it.</summary>
    public static string? Nearest(string path, Vocabulary vocabulary) =>
        Spelling.Nearest(path, vocabulary.Facts().Select(fact => fact.Path).Where(known => known != path));

    /// <summary>The end of a sentence that says that a path is none.</summary>
    public static string Instead(string path, Vocabulary vocabulary) =>
        Nearest(path, vocabulary) is { } meant ? $": did you mean `{meant}`?" : ".";

    /// <summary>The fact of that path; <see langword="null"/> if there is none, or if it holds several facts.</summary>
    public static FactByPath? Find(Vocabulary vocabulary, string path)
    {
        var lists = ImmutableArray.CreateBuilder<FactReference>();
        var (slots, names, key) = (ImmutableArray.CreateBuilder<int>(), new List<string>(), string.Empty);
        FactType type = vocabulary.Root;
        foreach (var name in path.Split('.'))
        {
            if (type is not RecordType record || record.SlotOf(name) is not (>= 0 and var slot))
            {
                return null;
            }

            slots.Add(slot);
            names.Add(name);
            (key, type) = (key.Length == 0 ? name : $"{key}.{name}", record.Properties[slot].Type);
            while (type is ListType list)
            {
                lists.Add(Reference());
                names.Clear();
                (key, type) = ($"{key}[]", list.Element);
            }
        }

        return type is RecordType ? null : new FactByPath(path, key, lists.ToImmutable(), Reference());

        FactReference Reference() => new(lists.Count, slots.DrainToImmutable(), type, string.Join('.', names));
    }

    /// <summary>The elements of the list in a scenario, each as the place where conditions on it are read; or the scenario
    /// itself.</summary>
    public IReadOnlyList<Scope> PlacesIn(FactRecord scenario) => Lists.Aggregate(
        (IReadOnlyList<Scope>)[Scope.Of(scenario)], (outer, list) => [.. outer.SelectMany(element => In(list, element))]);

    /// <summary>The path of the fact in the scenario, in one of these places.</summary>
    public string PathOf(Scope place) => Fact.Path.Length == 0 ? place.Path
        : place.Path.Length == 0 ? Fact.Path : $"{place.Path}.{Fact.Path}";

    private static IEnumerable<Scope> In(FactReference list, Scope outer)
    {
        var value = outer.Read(list);
        return value.IsKnown ? value.List.Elements.ToArray().Select((element, index) => outer.Enter(element, list, index)) : [];
    }
}
