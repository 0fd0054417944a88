using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Tests.Circuits;

/// <summary>A circuit far deeper than the stack of a thread: a fold over twenty variables again and again.</summary>
internal sealed class DeepCircuit
{
    private const int Width = 20;
    private readonly int _depth;

    public DeepCircuit(int depth)
    {
        _depth = depth;
        var bits = Enumerable.Range(0, Width).Select(_ => Circuit.Is(Circuit.NewVariable(2), 1)).ToArray();
        Edge = Fold(
            Edge.False,
            (edge, i) => Circuit.Or(Circuit.Xor(edge, bits[i % Width]), Circuit.And(!bits[i * 7 % Width], bits[i * 3 % Width])));
    }

    public Circuit Circuit { get; } = new();

    public Edge Edge { get; }

    public bool IsTrue(int[] cells) =>
        Fold(false, (truth, i) => (truth != (cells[i % Width] == 1)) || (cells[i * 7 % Width] == 0 && cells[i * 3 % Width] == 1));

    private T Fold<T>(T first, Func<T, int, T> step) => Enumerable.Range(0, _depth).Aggregate(first, step);
}
