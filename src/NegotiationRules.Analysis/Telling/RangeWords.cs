using NegotiationRules.Analysis.Questions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Values that come to the same, in words: <c>yes or abstain</c>, <c>10 to 20</c>.</summary>
internal static class RangeWords
{
    private const int MostValues = 4;

    public static string Of(IReadOnlyList<FreeValues> values, FactType type)
    {
        var ranges = new List<FreeValues>();
        foreach (var next in values)
        {
            if (ranges is [.., var last] && last.High.Kind == FactKind.Exact && last.High.Steps + 1 == next.Low.Steps)
            {
                ranges[^1] = last with { High = next.High };
            }
            else
            {
                ranges.Add(next);
            }
        }

        return Series.Or([.. ranges.Select(range => Of(range, type))], MostValues);
    }

    private static string Of(FreeValues range, FactType type) => range.Low.IsSame(range.High) ? ValueWords.Of(range.Low, type)
        : $"{ValueWords.Of(range.Low, type)} to {ValueWords.Of(range.High, type)}";
}
