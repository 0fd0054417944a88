using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>What the path of a list of the scenario tells of its elements and of whose they are, whoever's list it is: worked out once for
/// each list that rules name, and kept as long as these rules are.</summary>
/// <param name="From">The type of what the path starts at.</param>
/// <param name="Singular">"delegate"</param>
/// <param name="Plural">"delegates"</param>
/// <param name="IsTold">Whether the name of the list tells what its elements are.</param>
/// <param name="Owner">What stands before the last name of the path: " of the agreement" of <c>agreement.guarantees</c>.</param>
/// <param name="InnerOwner">The same as said of the one whose list it is.</param>
internal sealed record ListNames(FactType? From, string Singular, string Plural, bool IsTold, string Owner, string InnerOwner)
{
    private static readonly ConditionalWeakTable<ListReference, ListNames> Known = [];

    /// <summary>The words for a list that is read at the names given.</summary>
    public static ListNames Of(ListReference list, Naming at)
    {
        if (!Known.TryGetValue(list, out var names))
        {
            names = Make(list, at);
            Known.TryAdd(list, names);
        }

        return ReferenceEquals(names.From, FromOf(list, at)) ? names : Make(list, at);
    }

    private static FactType? FromOf(ListReference list, Naming at) => at.Level(list.Levels[0].Depth).Type;

    private static ListNames Make(ListReference list, Naming at)
    {
        var (inner, outerNames) = (at, new List<string>());
        for (var i = 0; i < list.Levels.Length; i++)
        {
            var level = list.Levels[i];
            var names = inner.PathOf(level).Split('.');
            outerNames.AddRange(names.SkipLast(1).Select(Nouns.Words));
            if (i < list.Levels.Length - 1)
            {
                outerNames.Add(Nouns.Words(names[^1]));
                inner = inner.Enter(new ListReference { Path = list.Path, Levels = [level], Element = ((ListType)level.Type).Element });
            }
        }

        var (singular, plural, isTold) = ListWords.NounOf(inner.PathOf(list.Levels[^1]), list.As);
        outerNames.Reverse();
        var owner = string.Concat(outerNames.Select(name => char.IsDigit(name[^1]) ? $" of {name}" : $" of the {name}"));
        return new ListNames(FromOf(list, at), singular, plural, isTold, owner, ReplaceLast(owner));
    }

    private static string ReplaceLast(string owner)
    {
        var at = owner.LastIndexOf(" of the ", StringComparison.Ordinal);
        return at < 0 ? owner : $"{owner[..at]} of its {owner[(at + " of the ".Length)..]}";
    }
}
