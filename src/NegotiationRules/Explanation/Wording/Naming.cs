using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the facts and elements in reach of a condition are called: elements of a scenario by their labels, others by what they
/// are.</summary>
/// <remarks>Facts of the scenario itself go by the titles of the vocabulary, or else by their path as it is written.</remarks>
internal sealed class Naming
{
    // An element of a scenario, or any of a list: then the list of the scenario or the parameter that it is in, and what rules call it.
    private readonly Scope? _element;
    private readonly FactReference? _list;
    private readonly string? _parameter;
    private readonly string? _alias;
    private string? _name;

    private Naming(Naming? outer, FactType? type)
    {
        Outer = outer;
        Depth = outer is null ? 0 : outer.Depth + 1;
        Type = type;
    }

    private Naming(Naming outer, Scope element)
        : this(outer, Labels.TypeOf(element)) => _element = element;

    private Naming(Naming outer, ListReference list, int level)
        : this(outer, list.ElementTypeAt(level))
    {
        _alias = list.NameAt(level);
        _parameter = list.IsParameter ? list.Path : null;
        _list = list.IsParameter ? null : list.Levels[level];
    }

    public Naming? Outer { get; }

    public int Depth { get; }

    /// <summary>"Mingus of US", "the party"; empty for the scenario.</summary>
    public string Name => _name ??= Outer is null ? string.Empty
        : _element is { } element ? OfElement(element)
        : Outer.NameFor(ListWords.NounOf(_parameter ?? Outer.PathOf(_list!), _alias).Singular, _alias);

    /// <summary>Whether one certain element is meant, and not any of a list.</summary>
    public bool IsConcrete => Outer is null || _element is not null;

    /// <summary>What is read inside is a property of any element, and can be said with "its".</summary>
    public bool IsAny => Depth > 0 && !IsConcrete;

    /// <summary>The type of what is in reach here.</summary>
    public FactType? Type { get; }

    public static Naming Root(RecordType scenario) => new(null, scenario);

    /// <summary>The names at an element of a scenario.</summary>
    public static Naming At(Scope scope, RecordType scenario) =>
        scope.Outer is null ? Root(scenario) : At(scope.Outer, scenario).Enter(scope);

    /// <summary>The names at an element that stands in what is named here.</summary>
    public Naming Enter(Scope element) => new(this, element);

    /// <summary>The names inside a list, of no element in particular.</summary>
    public Naming Enter(ListReference list)
    {
        var inner = Around(list);
        for (var level = 0; level < list.LevelCount; level++)
        {
            inner = new Naming(inner, list, level);
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

    /// <summary>What hangs on the path of the fact alone.</summary>
    public FactWords WordsOf(FactReference fact) => FactWords.Of(fact, Level(fact.Depth).Type);

    /// <inheritdoc cref="FactWords.Path"/>
    public string PathOf(FactReference fact) => WordsOf(fact).Path;

    /// <summary>The path from the scenario on, through lists: <c>parties.delegates.rank</c>. Empty for the value of a parameter.</summary>
    public string FullPathOf(FactReference fact)
    {
        var (path, level) = (PathOf(fact), Level(fact.Depth));
        if (level.Depth == 0)
        {
            return path;
        }

        var list = level._list is null ? string.Empty : level.Outer!.FullPathOf(level._list);
        return list.Length == 0 || path.Length == 0 ? list : $"{list}.{path}";
    }

    /// <summary>
    /// The fact with whose it is: "the form of the agreement", <c>agreement.form</c>, "the rank of Mingus of US", "its rank", "the party".
    /// </summary>
    public string NameOf(FactReference fact)
    {
        var level = Level(fact.Depth);
        return level.Depth == 0 ? (IsHidden(fact) ? $"scenario.{WordsOf(fact).Name}" : WordsOf(fact).Name)
            : fact.Slots.IsEmpty ? (level == this && IsAny ? "it" : level.Name)
            : level == this && IsAny ? PropertyWords.Of(fact, this).Own
            : PropertyWords.Of(fact, this).NameOf(level.Name);
    }

    /// <summary>"is", or "are" of the arrears of Calidia, of its delegates, and of those that it is proposed by.</summary>
    public string VerbOf(FactReference fact) =>
        fact is { Depth: > 0, Slots.IsEmpty: false } && PropertyWords.Of(fact, this).IsSeveral ? "are" : "is";

    // Whether a fact of the scenario goes by a path that an element around has too.
    private bool IsHidden(FactReference fact)
    {
        if (Depth == 0 || WordsOf(fact) is not { } words || words.Name != words.Path)
        {
            return false;
        }

        var first = words.Path.Split('.')[0];
        for (var level = this; level.Outer is not null; level = level.Outer)
        {
            if (level.Type is RecordType record && record.SlotOf(first) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the fact by which its element is called, where that is what a value of it is called: France, and not "the name
    /// of France"; otherwise <see langword="null"/>.</summary>
    public string? CalledBy(FactReference fact) =>
        fact.Slots is [var slot] && Level(fact.Depth)._element is { } element && Labels.ValueOf(element, slot) is { } text
            && Labels.OwnOf(element) == text ? ValueWords.Quote(text) : null;

    /// <summary>
    /// What a flag of the scenario says of what it belongs to: "the agreement" of <c>agreement.legallyBinding</c>; <see langword="null"/>
    /// if that has no title.
    /// </summary>
    public string? OwnerOf(FactReference fact) => fact.Depth == 0 ? WordsOf(fact).Owner : null;

    private string OfElement(Scope element) =>
        element.List is { Depth: > 0 and var depth } ? $"{Labels.OwnOf(element)} of {Level(depth).Name}" : Labels.OwnOf(element);

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
