namespace NegotiationRules.Tests.Support;

/// <summary>Compares the work that two inputs take: by the memory that it asks for, which is the same on every machine, and not by
/// time.</summary>
internal static class Growth
{
    /// <summary>Fails if the larger input takes more than so many times the memory of the smaller one.</summary>
    /// <param name="times">How many times.</param>
    /// <param name="small">How large the smaller input is.</param>
    /// <param name="large">How large the larger one is.</param>
    /// <param name="inputOf">Makes an input; not measured.</param>
    /// <param name="work">What is done with it.</param>
    public static void IsAtMost<T>(double times, int small, int large, Func<int, T> inputOf, Action<T> work)
    {
        // What is made once and kept counts for neither.
        work(inputOf(small));
        var (less, more) = (BytesOf(inputOf(small), work), BytesOf(inputOf(large), work));
        Assert.True(more <= times * less, $"{large} take {more:N0} bytes, {(double)more / less:F1} times the {less:N0} of {small}");
    }

    private static long BytesOf<T>(T input, Action<T> work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work(input);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
