using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the facts and elements in reach of a condition are called: elements of a scenario by their labels, others by what they
/// are.</summary>
/// <remarks>Facts of the scenario itself go by the titles of the vocabulary, or else by their path as it is written.</remarks>
internal sealed class Naming
{
    private readonly FactType? _type;

    private readonly string? _listPath;

    private Scope? Element { get; init; }

    private Naming(Naming? outer, string name, FactType? type, bool isConcrete, string? listPath = null)
    {
        _listPath = listPath;
        Outer = outer;
        Depth = outer is null ? 0 : outer.Depth + 1;
        Name = name;
        IsConcrete = isConcrete;
        _type = type;
    }

    public Naming? Outer { get; }

    public int Depth { get; }

    /// <summary>"Mingus of US", "the party"; empty for the scenario.</summary>
    public string Name { get; }

    /// <summary>Whether one certain element is meant, and not any of a list.</summary>
    public bool IsConcrete { get; }

    /// <summary>What is read inside is a property of any element, and can be said with "its".</summary>
    public bool IsAny => Depth > 0 && !IsConcrete;

    public static Naming Root(RecordType scenario) => new(null, string.Empty, scenario, isConcrete: true);

    /// <summary>The names at an element of a scenario.</summary>
    public static Naming At(Scope scope, RecordType scenario) =>
        scope.Outer is null
            ? Root(scenario)
            : new Naming(At(scope.Outer, scenario), Labels.Of(scope), Labels.TypeOf(scope), isConcrete: true) { Element = scope };

    /// <summary>The names inside a list, of no element in particular.</summary>
    public Naming Enter(ListReference list)
    {
        var inner = Around(list);
        if (list.IsParameter)
        {
            return new Naming(inner, inner.NameFor(ListWords.NounOf(list), list.As), list.Element, isConcrete: false);
        }

        for (var i = 0; i < list.Levels.Length; i++)
        {
            var isLast = i == list.Levels.Length - 1;
            var noun = isLast ? ListWords.NounOf(list) : ListWords.NounOf(inner.PathOf(list.Levels[i]), null).Singular;
            var name = inner.NameFor(noun, isLast ? list.As : null);
            inner = new Naming(inner, name, ((ListType)list.Levels[i].Type).Element, isConcrete: false, inner.FullPathOf(list.Levels[i]));
        }

        return inner;
    }

    /// <summary>Where a list is gone over. What is looked for in another list stands outside of that, and so do the lists that it
    /// opens.</summary>
    public Naming Around(ListReference list) => list.Around is { } depth ? Level(depth) : this;

    public Naming Level(int depth)
    {
        var level = this;
        while (level.Depth > depth)
        {
            level = level.Outer!;
        }

        return level;
    }

    /// <summary>The names of the properties from the element on, such as <c>rank</c> or <c>office.rank</c>; empty for the element
    /// itself.</summary>
    public string PathOf(FactReference fact) => string.Join('.', StepsTo(fact).Select(step => step.Name));

    /// <summary>The properties from the element on, with their types.</summary>
    public IReadOnlyList<(string Name, FactType Type)> StepsTo(FactReference fact)
    {
        var type = Level(fact.Depth)._type;
        var steps = new List<(string Name, FactType Type)>(fact.Slots.Length);
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type!).Properties[slot];
            steps.Add((property.Name, property.Type));
            type = property.Type;
        }

        return steps;
    }

    /// <summary>The path from the scenario on, through lists: <c>parties.delegates.rank</c>. Empty for the value of a parameter.</summary>
    public string FullPathOf(FactReference fact)
    {
        var (path, level) = (PathOf(fact), Level(fact.Depth));
        return level.Depth == 0 ? path
            : level._listPath is null ? string.Empty
            : path.Length == 0 ? level._listPath
            : $"{level._listPath}.{path}";
    }

    /// <summary>
    /// The fact with whose it is: "the form of the agreement", <c>agreement.form</c>, "the rank of Mingus of US", "its rank", "the party".
    /// </summary>
    public string NameOf(FactReference fact)
    {
        var level = Level(fact.Depth);
        return level.Depth == 0 ? Titled(fact) ?? PathOf(fact)
            : fact.Slots.IsEmpty ? (level == this && IsAny ? "it" : level.Name)
            : level == this && IsAny ? PropertyWords.Of(fact, this).Own
            : PropertyWords.Of(fact, this).NameOf(level.Name);
    }

    /// <summary>The value of the fact by which its element is called, where that is what a value of it is called: France, and not "the name
    /// of France"; otherwise <see langword="null"/>.</summary>
    public string? CalledBy(FactReference fact) =>
        fact.Slots is [var slot] && Level(fact.Depth).Element is { } element && Labels.ValueOf(element, slot) is { } text
            && Labels.OwnOf(element) == text ? ValueWords.Quote(text) : null;

    /// <summary>
    /// What a flag of the scenario says of what it belongs to: "the agreement" of <c>agreement.legallyBinding</c>; <see langword="null"/>
    /// if that has no title.
    /// </summary>
    public string? OwnerOf(FactReference fact) => fact.Depth == 0 ? Titled(StepsTo(fact).SkipLast(1)) : null;

    // By the titles on the way to it; null if one of them has none, or if it stands for several things, which would need another verb.
    private string? Titled(FactReference fact)
    {
        if (fact.Slots.IsEmpty)
        {
            return null;
        }

        var (name, type) = StepsTo(fact)[^1];
        var (owner, words) = (OwnerOf(fact), PropertyNames.WordsOf(name, type));
        return type.Title is null || (owner is null && fact.Slots.Length > 1) ? null
            : type is ListType
                ? $"the list {(PropertyNames.TitleOf(type) is not null && PropertyNames.IsPlural(words) ? $"of {words}" : $"“{words}”")}"
                    + (owner is null ? string.Empty : $" of {owner}")
            : type is BooleanType
                ? owner is null ? $"“{words}”"
                    : null
            : PropertyNames.TitleOf(type) is { } title
                ? PropertyNames.IsCounted(title, type) ? $"the number of {title}{(owner is null ? string.Empty : $" of {owner}")}"
                    : PropertyNames.IsPlural(title) ? null : owner is null ? $"the {title}" : $"the {title} of {owner}"
            : owner is null ? null
            : PropertyWords.OfLast(fact, this) is { IsWhen: true } day ? day.NameOf(owner)
            : PropertyNames.IsPlace(words) ? $"{owner} {words}"
            : null;
    }

    private static string? Titled(IEnumerable<(string Name, FactType Type)> steps)
    {
        var words = string.Empty;
        foreach (var (_, type) in steps)
        {
            if (PropertyNames.TitleOf(type) is not { } title)
            {
                return null;
            }

            words = words.Length == 0 ? $"the {title}" : $"the {title} of {words}";
        }

        return words.Length == 0 ? null : words;
    }

    private string NameFor(string noun, string? alias)
    {
        var name = $"the {noun}";
        for (var level = this; level is not null; level = level.Outer)
        {
            if (level.Name == name)
            {
                return alias is null || alias == noun ? $"the other {noun}" : $"the {noun} “{alias}”";
            }
        }

        return name;
    }
}
