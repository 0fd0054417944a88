using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>What <c>as</c> calls elements: those of the list that is gone over, or, as a list of names, those of each list that its path
/// goes through, <c>"as": ["party", "delegate"]</c>.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Names">One, of the innermost; or one for each list, outermost first.</param>
/// <param name="IsList">Whether they are written as a list.</param>
internal sealed record ElementNames(Span Span, IReadOnlyList<Name> Names, bool IsList)
{
    /// <summary>The name of the elements that are gone over.</summary>
    public Name Innermost => Names[^1];

    /// <summary>One name, of the innermost.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static ElementNames? Of(Name? name) => name is null ? null : new(name.Span, [name], false);

    /// <summary>What the elements of one of so many lists are called, counted from 0 on the outermost; <see langword="null"/> if nothing
    /// says so.</summary>
    public Name? At(int level, int levels) => level - levels + Names.Count is >= 0 and var at && at < Names.Count ? Names[at] : null;
}
