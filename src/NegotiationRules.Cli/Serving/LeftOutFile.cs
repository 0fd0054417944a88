using NegotiationRules.Explanation.Wording;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>What lies in a served folder and is not opened in the page.</summary>
/// <param name="Path">Its path with slashes; of a folder, one at its end too.</param>
/// <param name="Why">Why it is not, the same words for all of which the same holds.</param>
internal sealed record LeftOutFile(string Path, string Why)
{
    private const int MostNamed = 3;

    /// <summary>Says what is left out, in a line for each reason; no line if nothing is.</summary>
    public static IReadOnlyList<string> Tell(IReadOnlyCollection<LeftOutFile> all) =>
        [.. all.GroupBy(one => one.Why, StringComparer.Ordinal).Select(same => $"{Names([.. same.Select(one => one.Path)])}: {same.Key}")];

    private static string Names(List<string> paths)
    {
        var named = paths.Take(MostNamed).Select(OneLine.Of);
        return paths.Count > MostNamed ? $"{string.Join(", ", named)} and {Numbers.Of(paths.Count - MostNamed)} more"
            : paths.Count == 1 ? named.Single()
            : $"{string.Join(", ", named.SkipLast(1))} and {named.Last()}";
    }
}
