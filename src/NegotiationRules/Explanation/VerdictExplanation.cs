using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Rendering;

namespace NegotiationRules;

/// <summary>Why a verdict is what it is: an outline, and several ways to render it.</summary>
/// <remarks>Immutable and safe to share between threads. Every rendering of the same verdict is the same text each time.</remarks>
public sealed class VerdictExplanation
{
    private readonly ExplainedVerdict _verdict;

    internal VerdictExplanation(ExplainedVerdict verdict) => _verdict = verdict;

    /// <summary>The same with further lines under that of each stage in the summary, by its place among the stages.</summary>
    internal VerdictExplanation WithInSummary(Func<int, IReadOnlyList<ExplanationNode>> further) =>
        new(_verdict with { Summary = [.. _verdict.Summary.Select((stage, i) => stage.With(further(i)))] });

    /// <summary>What decides, in a line for each stage; under it the rules that stand in the way, or are open, each with its reason in a
    /// line.</summary>
    /// <remarks>
    /// Of an invalid stage, the violated rules that are required; of one that is undetermined, those that are unknown or pending, and the
    /// facts to be settled; of a valid one, its warnings. At most four rules a stage, the first of several. Every rendering begins with it.
    /// </remarks>
    public IReadOnlyList<ExplanationNode> Summary => _verdict.Summary;

    /// <summary>The verdict as a tree: under the verdict the stages, under each stage its rules, under each rule why.</summary>
    /// <remarks>Rules that decide come first: those that stand in the way, then those that are open. Several that decide nothing may lie
    /// under one line of their own (<see cref="ExplanationNode.IsFolded"/>).</remarks>
    public ExplanationNode Outline => _verdict.Outline;

    /// <summary>Plain text for a terminal: first what decides, then a line for each node, indented by two spaces a level. Control
    /// characters in facts are replaced.</summary>
    /// <param name="colour">Whether to colour the marks with ANSI escape codes.</param>
    public string ToText(bool colour = false) => TextRenderer.Render(_verdict, colour, int.MaxValue);

    /// <summary>The same, its lines broken between words where they would be wider; only a word that is wider by itself stands
    /// out.</summary>
    /// <param name="colour">Whether to colour the marks with ANSI escape codes.</param>
    /// <param name="width">How many columns a line may take.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than 1.</exception>
    public string ToText(bool colour, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return TextRenderer.Render(_verdict, colour, width);
    }

    /// <summary>Markdown: first what decides, then headings for the stages, and nested lists below. Text of facts and rules is escaped, so
    /// that it is text in every renderer.</summary>
    public string ToMarkdown() => MarkdownRenderer.Render(_verdict);

    /// <summary>A whole HTML page with its style inside and no script, in a light and a dark dress. Text of facts and rules is
    /// escaped.</summary>
    /// <remarks>First what decides; rules can be filtered by outcome and by holder, and those that decide nothing are folded.</remarks>
    public string ToHtml() => HtmlRenderer.Render(_verdict);

    /// <summary>JSON in the shape that <c>negotiate schema explanation</c> prints.</summary>
    public string ToJson() => JsonRenderer.Render(_verdict);

    /// <summary>A flowchart for Mermaid, from the verdict down to the reasons. Sources are left out; text of facts and rules is
    /// escaped.</summary>
    /// <remarks>It stays below the limits of 50,000 characters and 500 edges beyond which Mermaid draws nothing: what decides is drawn
    /// first, and boxes say how much is left out.</remarks>
    public string ToMermaid() => MermaidRenderer.Render(_verdict);

    /// <summary>The text without colour.</summary>
    public override string ToString() => ToText();
}
