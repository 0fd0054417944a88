using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Tests.Circuits;

/// <summary>A circuit far deeper than the stack of a thread, more than 100,000 nodes: a fold over twenty variables.</summary>
internal sealed class DeepCircuit
{
    private const int Width = 20;
    private const int Steps = 40_000;

    public DeepCircuit()
    {
        var bits = Enumerable.Range(0, Width).Select(_ => Circuit.Is(Circuit.NewVariable(2), 1)).ToArray();
        Edge = Fold(
            Edge.False,
            (edge, i) => Circuit.Or(Circuit.Xor(edge, bits[i % Width]), Circuit.And(!bits[i * 7 % Width], bits[i * 3 % Width])));
    }

    public Circuit Circuit { get; } = new();

    public Edge Edge { get; }

    public static bool IsTrue(int[] cells) =>
        Fold(false, (truth, i) => (truth != (cells[i % Width] == 1)) || (cells[i * 7 % Width] == 0 && cells[i * 3 % Width] == 1));

    private static T Fold<T>(T first, Func<T, int, T> step) => Enumerable.Range(0, Steps).Aggregate(first, step);
}
