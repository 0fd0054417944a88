using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Writes a condition as items of a Markdown list: one sentence if it is short, otherwise its parts one below the other.</summary>
internal sealed class ConditionList(Naming at)
{
    private const int LongestSentence = 110;

    /// <summary>The items.</summary>
    /// <param name="lead">What they begin with.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="depth">In how many other items they stand.</param>
    public IReadOnlyList<string> Lines(string lead, Condition condition, int depth = 0)
    {
        var lines = new List<string>();
        Write($"{lead} ", condition, holds: true, depth, lines);
        return lines;
    }

    private void Write(string lead, Condition condition, bool holds, int depth, List<string> lines)
    {
        var indent = new string(' ', 2 * depth);
        var (parts, heading) = Split(condition, holds);
        if (parts.Count == 0 || (!parts.Any(IsCompound) && ConditionWording.Sentence(condition, at, holds).Length <= LongestSentence))
        {
            // Where the parts are not told one by one, the condition as it was given is worded whole.
            lines.Add($"{indent}- {MarkdownText.EscapeLine(lead + ConditionWording.Sentence(condition, at, holds))}");
            return;
        }

        lines.Add($"{indent}- {MarkdownText.EscapeLine(lead + heading)}:");
        foreach (var part in parts)
        {
            Write(string.Empty, part, holds && condition is not Composition { Kind: CompositionKind.None }, depth + 1, lines);
        }
    }

    private static (IReadOnlyList<Condition> Parts, string Heading) Split(Condition condition, bool holds) => condition switch
    {
        Composition { Parts.Length: > 1, Kind: CompositionKind.All } c when holds => (c.Parts, "all of these hold"),
        Composition { Parts.Length: > 1, Kind: CompositionKind.Any } c when holds => (c.Parts, "at least one of these holds"),
        Composition { Parts.Length: > 1, Kind: CompositionKind.None } c when holds => (c.Parts, "all of these hold"),
        AtLeastOf { Parts.Length: > 1 } a when holds => (a.Parts, $"at least {a.Number} of these {(a.Number == 1 ? "holds" : "hold")}"),
        _ => ([], string.Empty),
    };

    private static bool IsCompound(Condition condition) => condition is Composition { Parts.Length: > 1 } or AtLeastOf;
}
