using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Where a condition stands: the scenario or an element of a list, with all that is around it. Never changed.</summary>
internal sealed class WritingPlace
{
    private readonly WritingPlace? _outer;
    private readonly ImmutableHashSet<string> _taken;

    // What is taken wherever an expression begins.
    private readonly ImmutableHashSet<string> _reserved;

    private WritingPlace(
        ExpressionSyntax? element, FactType type, string path, WritingPlace? outer, ImmutableHashSet<string> taken,
        ImmutableHashSet<string> reserved
    )
    {
        Element = element;
        Type = type;
        Path = path;
        _outer = outer;
        _taken = taken;
        _reserved = reserved;
        Depth = outer is null ? 0 : outer.Depth + 1;
    }

    /// <summary>How the element is said here; <see langword="null"/> if it cannot be.</summary>
    public ExpressionSyntax? Element { get; }

    /// <summary>Whether it is an element that nothing can say, not even where the condition stands now.</summary>
    public bool IsLost { get; private init; }

    public FactType Type { get; }

    /// <summary>The path of the list that it is an element of; empty for the scenario.</summary>
    public string Path { get; }

    /// <summary>0 for the scenario, 1 for the element of the outermost list around, and so on inwards.</summary>
    public int Depth { get; }

    /// <param name="type">The type of the scenario.</param>
    /// <param name="input">The input that it is.</param>
    /// <param name="taken">Names that no element may have.</param>
    public static WritingPlace Scenario(FactType type, string input, IEnumerable<string> taken)
    {
        var reserved = ImmutableHashSet.CreateRange(StringComparer.OrdinalIgnoreCase, taken).Add(input);
        return new WritingPlace(Compose.Name(input), type, string.Empty, null, reserved, reserved);
    }

    /// <summary>The place so many elements deep.</summary>
    public WritingPlace At(int depth)
    {
        var place = this;
        while (place.Depth > depth)
        {
            place = place._outer!;
        }

        return place;
    }

    /// <summary>The same, as seen from here: names that are taken here are still taken.</summary>
    public WritingPlace Around(int depth) =>
        At(depth) is var place && place == this
            ? this
            : new WritingPlace(place.Element, place.Type, place.Path, place._outer, _taken, _reserved) { IsLost = place.IsLost };

    /// <summary>An element of a list of this place, under a name that is not taken.</summary>
    public WritingPlace Enter(FactType type, string path, string name) =>
        new(Compose.Name(name), type, path, this, _taken.Add(name), _reserved);

    /// <summary>An element of a list of this place that is out of reach.</summary>
    public WritingPlace EnterLost(FactType type, string path) => new(null, type, path, this, _taken, _reserved) { IsLost = true };

    /// <summary>The same place in an expression of its own, where none of its elements can be said: only the scenario.</summary>
    public WritingPlace Bare() =>
        new(_outer is null ? Element : null, Type, Path, _outer?.Bare(), _reserved, _reserved) { IsLost = IsLost };

    public bool IsTaken(string name) => _taken.Contains(name);
}
