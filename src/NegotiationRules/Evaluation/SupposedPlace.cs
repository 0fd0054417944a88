using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>A scenario, or an element of its lists, of which nothing is known but what the vocabulary says. Its scope is made when
/// something is evaluated there.</summary>
internal sealed class SupposedPlace
{
    private readonly SupposedPlace? _outer;
    private readonly ListReference? _list;
    private Scope? _scope;

    // The element that was asked for last: rules mostly go over the same few lists.
    private SupposedPlace? _element;

    private SupposedPlace(SupposedPlace? outer, ListReference? list, Scope? scope) => (_outer, _list, _scope) = (outer, list, scope);

    /// <summary>The facts in reach.</summary>
    public Scope Scope => _scope ??= ElementOf(_list!, _outer!.Scope)!;

    /// <summary>The scenario around it.</summary>
    public SupposedPlace Scenario => _outer?.Scenario ?? this;

    public static SupposedPlace OfScenario(WorkLimits limits) => new(null, null, Scope.OfNothing(limits));

    /// <summary>An element of a list that is gone over here; <see langword="null"/> if there can be none, or if it is a parameter, which
    /// has the values that it has.</summary>
    public SupposedPlace? ElementOf(ListReference list)
    {
        if (list.Selection is not null)
        {
            return ElementOf(list, Scope) is { } element ? new SupposedPlace(this, null, element) : null;
        }

        foreach (var level in list.Levels)
        {
            if (((ListType)level.Type).MaxItems == 0)
            {
                return null;
            }
        }

        return list.IsParameter ? null
            : _element is { _list: { } known } && known.Levels == list.Levels && known.Around == list.Around ? _element
            : _element = new SupposedPlace(this, list, null);
    }

    /// <summary>The scope of an element that is only supposed.</summary>
    public static Scope? ElementOf(ListReference list, Scope scope) =>
        list.IsParameter ? null : Elements.Of(list, scope).Further is [var further, ..] ? further.Scope : null;
}
