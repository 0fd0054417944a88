namespace NegotiationRules;

/// <summary><c>Select</c> for the native tool, found before that of System.Linq because its namespace is nearer.</summary>
/// <remarks>
/// System.Linq fuses calls in a row by a generic virtual method, of which a native compiler must make every combination of element types
/// that there could be: more than half of the program, and a quarter of the time it takes to start. Compiled in only where PublishAot is
/// set: see src/Directory.Build.props.
/// </remarks>
internal static class Sequences
{
    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> elements, Func<TSource, TResult> selector)
    {
        foreach (var element in elements)
        {
            yield return selector(element);
        }
    }
}
