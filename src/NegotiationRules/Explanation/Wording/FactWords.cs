using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What hangs on the path of a fact and on the vocabulary alone: worked out once for each fact that rules name, and kept as long
/// as these rules are.</summary>
internal sealed class FactWords
{
    private static readonly ConditionalWeakTable<FactReference, FactWords> Known = [];

    private readonly FactType? _from;
    private PropertyWords? _property;
    private PropertyWords? _last;
    private string? _name;
    private string[]? _paths;

    private FactWords(FactReference fact, FactType? from)
    {
        var steps = new (string Name, FactType Type)[fact.Slots.Length];
        var type = from;
        for (var i = 0; i < steps.Length; i++)
        {
            var property = ((RecordType)type!).Properties[fact.Slots[i]];
            steps[i] = (property.Name, property.Type);
            type = property.Type;
        }

        (_from, Steps) = (from, steps);
        Path = string.Join('.', steps.Select(step => step.Name));
        Owner = Titled(steps.SkipLast(1));
    }

    /// <summary>The properties from the element on, with their types.</summary>
    public IReadOnlyList<(string Name, FactType Type)> Steps { get; }

    /// <summary>Their names, such as <c>rank</c> or <c>office.rank</c>; empty for the element itself.</summary>
    public string Path { get; }

    /// <summary>The path alone; nothing for the element itself.</summary>
    public IReadOnlyList<string> Paths => _paths ??= Path.Length == 0 ? [] : [Path];

    /// <summary>What the last of them belongs to by the titles on the way to it: "the agreement" of <c>agreement.legallyBinding</c>;
    /// <see langword="null"/> if that has no title.</summary>
    public string? Owner { get; }

    /// <summary>What is said of the object that has the property.</summary>
    public PropertyWords Property => _property ??= PropertyWords.Of(Steps);

    /// <summary>Likewise, where whose it is, to the last, is said by others.</summary>
    public PropertyWords Last => _last ??= PropertyWords.Of([Steps[^1]]);

    /// <summary>The name of a fact of the scenario itself: by the titles on the way to it, or else its path.</summary>
    public string Name => _name ??= Titled() ?? Path;

    /// <summary>The words for a fact that is read from what is of that type.</summary>
    public static FactWords Of(FactReference fact, FactType? from)
    {
        if (!Known.TryGetValue(fact, out var words))
        {
            words = new FactWords(fact, from);
            Known.TryAdd(fact, words);
        }

        return ReferenceEquals(words._from, from) ? words : new FactWords(fact, from);
    }

    // Null if one on the way has no title, or if it stands for several things, which would need another verb.
    private string? Titled()
    {
        if (Steps.Count == 0)
        {
            return null;
        }

        var ((name, type), owner) = (Steps[^1], Owner);
        var words = PropertyNames.WordsOf(name, type);
        return type.Title is null || (owner is null && Steps.Count > 1) ? null
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
            : Last is { IsWhen: true } day ? day.NameOf(owner)
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
}
