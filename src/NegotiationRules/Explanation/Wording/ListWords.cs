using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the elements of a list are called, and whose they are.</summary>
/// <param name="Singular">"delegate"</param>
/// <param name="Plural">"delegates"</param>
/// <param name="Owner">" of US", " of the agreement"; empty if there is nothing to say.</param>
/// <param name="InnerOwner">The same as said of the one whose list it is: "has no delegate of its delegations".</param>
/// <param name="IsOwn">Whether the list belongs to the element that is spoken of.</param>
internal sealed record ListWords(string Singular, string Plural, string Owner, string InnerOwner, bool IsOwn)
{
    /// <summary>Whether the name of the list tells what its elements are.</summary>
    public bool IsTold { get; private init; } = true;

    /// <summary>"the delegates of US", "its delegates"</summary>
    public string All(Naming at) => IsOwn && at.IsAny && InnerOwner.Length == 0 ? $"its {Plural}" : $"the {Plural}{OwnerIn(at)}";

    /// <summary>"every delegate of US", "each of its delegates"</summary>
    public string Each(Naming at) => IsOwn && at.IsAny
        ? InnerOwner.Length == 0 ? $"each of its {Plural}" : $"each {Singular}{InnerOwner}"
        : $"every {Singular}{Owner}";

    /// <summary>" of US", or what stands for it where any element is spoken of.</summary>
    public string OwnerIn(Naming at) => IsOwn && at.IsAny ? InnerOwner.Length == 0 ? " of it" : InnerOwner : Owner;

    /// <summary>"the first delegate of US by rank (highest first)", where at most one element is selected by its place; otherwise
    /// <see langword="null"/>.</summary>
    public string? TheOne { get; private init; }

    public static ListWords Of(ListReference list, Naming at)
    {
        var words = OfAll(list, at);
        if (list.Selection is not { } selection)
        {
            return words;
        }

        // With the name that the selection gives its elements, if there is no other.
        words = list.Names.IsEmpty && selection.From.Names is { IsEmpty: false } names ? OfAll(list with { Names = names }, at) : words;
        var selected = SelectionWording.Of(selection, at);
        return words with
        {
            Owner = words.Owner + selected.Among,
            InnerOwner = words.InnerOwner + selected.Among,
            IsTold = true,
            TheOne = selected.TheOne(words.Singular + words.OwnerIn(at)),
        };
    }

    /// <summary>What one element of the list is called.</summary>
    public static string NounOf(ListReference list) => NounOf(list.Path[(list.Path.LastIndexOf('.') + 1)..], list.As).Singular;

    /// <summary>One and several elements; where the name of the list does not tell, the name that the rule gives its element does, if it is
    /// a word.</summary>
    public static (string Singular, string Plural, bool IsTold) NounOf(string path, string? alias)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return Nouns.SingularOf(name) is { } singular ? (singular, Nouns.Words(name), true)
            : alias is { Length: > 2 } ? (Nouns.Words(alias), Nouns.PluralOf(Nouns.Words(alias)), false)
            : ("element", "elements", false);
    }

    private static ListWords OfAll(ListReference list, Naming at)
    {
        if (list.IsParameter)
        {
            var (singular, plural, named) = NounOf(list.Path, list.As);
            var untold = named ? string.Empty : $" of {list.Path}";
            return new ListWords(singular, plural, untold, untold, IsOwn: false);
        }

        var first = list.Levels[0];
        var level = at.Level(first.Depth);
        var isOwn = level == at && at.Depth > 0;
        var names = ListNames.Of(list, at);
        if (!names.IsTold && list.Levels.Length == 1)
        {
            // The list goes by its own name then: "element of agreement.breachedBy", "element of the staff of US".
            var (name, own) = (at.NameOf(first), at.PathOf(first));
            return new ListWords(names.Singular, names.Plural, $" of {name}", $" of its {own}", isOwn) { IsTold = false };
        }

        var owner = level.Depth == 0 || level.Name.Length == 0 ? names.Owner : $"{names.Owner} of {level.Name}";
        return new ListWords(names.Singular, names.Plural, owner, names.InnerOwner, isOwn);
    }
}
