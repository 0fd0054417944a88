using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>A three-valued truth that hangs on cells: where it is certainly true, and where it is certainly false. Elsewhere it is
/// unknown.</summary>
/// <param name="True">Where it is true.</param>
/// <param name="False">Where it is false; never where it is true.</param>
internal readonly record struct Rails(Edge True, Edge False)
{
    public static Rails Always { get; } = new(Edge.True, Edge.False);

    public static Rails Unknown { get; } = new(Edge.False, Edge.False);

    public static Rails operator !(Rails rails) => new(rails.False, rails.True);
}

/// <summary>Kleene's logic on both rails.</summary>
internal static class RailLogic
{
    public static Rails And(this Circuit circuit, Rails one, Rails other) =>
        new(circuit.And(one.True, other.True), circuit.Or(one.False, other.False));

    public static Rails Or(this Circuit circuit, Rails one, Rails other) => !circuit.And(!one, !other);

    /// <summary>Where the first is true or unknown, what the second says; where it is unknown, only if both say so.</summary>
    public static Rails Choose(this Circuit circuit, Rails choice, Rails then, Rails otherwise) => new(
        circuit.And(circuit.Or(choice.False, then.True), circuit.Or(choice.True, otherwise.True)),
        circuit.And(circuit.Or(choice.False, then.False), circuit.Or(choice.True, otherwise.False)));

    public static Rails All(this Circuit circuit, IEnumerable<Rails> rails)
    {
        var result = Rails.Always;
        foreach (var one in rails)
        {
            result = circuit.And(result, one);
        }

        return result;
    }
}
