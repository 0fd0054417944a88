using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the one element that is spoken of as the only one of its sort.</summary>
internal static class OnlyElement
{
    /// <summary>The element that certainly meets what is asked, where no other may; <see langword="null"/> while there may be none or
    /// several.</summary>
    public static Scope? Of(OnlyOperand only, Scope scope)
    {
        // What reads nothing of the innermost elements is the same one for all of them.
        var place = scope.At(only.Reach.Innermost(scope.Depth));
        if (place == scope)
        {
            return Find(only, scope);
        }

        if (!place.TryRecall(only, out Found found))
        {
            found = new Found(Find(only, scope));
            place.Remember(only, found);
        }

        return found.Element;
    }

    /// <summary>Those that certainly meet what is asked; of several, nothing that is still open makes one.</summary>
    public static IReadOnlyList<Scope> Certain(OnlyOperand only, Scope scope) =>
        [.. Elements.Of(only.List, scope).Known.Where(element => Meets(only, element) == Truth.True)];

    /// <summary>Whether no element meets what is asked, whatever becomes of what is still open.</summary>
    public static bool IsNone(OnlyOperand only, Scope scope) =>
        Elements.Of(only.List, scope) is var elements && elements.Known.Concat(elements.Further.Select(further => further.Scope))
            .All(element => Meets(only, element) == Truth.False);

    private static Scope? Find(OnlyOperand only, Scope scope)
    {
        Scope? found = null;
        var elements = Elements.Of(only.List, scope);
        foreach (var element in elements.Known)
        {
            var meets = Meets(only, element);
            if (meets == Truth.False)
            {
                continue;
            }

            if (meets == Truth.Unknown || found is not null)
            {
                return null;
            }

            found = element;
        }

        return found is not null && elements.Further.All(further => Meets(only, further.Scope) == Truth.False) ? found : null;
    }

    private static Truth Meets(OnlyOperand only, Scope element) =>
        only.Where is null ? Truth.True : TreeWalk.Evaluate(only.Where, element);

    private sealed record Found(Scope? Element);
}
