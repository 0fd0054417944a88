using NegotiationRules.Explanation.Rendering;

namespace NegotiationRules;

/// <summary>Why a verdict is what it is: an outline, and several ways to render it.</summary>
/// <remarks>Immutable and safe to share between threads. Every rendering of the same verdict is the same text each time.</remarks>
public sealed class VerdictExplanation
{
    internal VerdictExplanation(string name, string? version, string? holder, StageOutcome outcome, ExplanationNode outline)
    {
        Name = name;
        Version = version;
        Holder = holder;
        Outcome = outcome;
        Outline = outline;
    }

    /// <summary>The verdict as a tree: under the verdict the stages, under each stage its rules, under each rule why.</summary>
    public ExplanationNode Outline { get; }

    internal string Name { get; }

    internal string? Version { get; }

    internal string? Holder { get; }

    internal StageOutcome Outcome { get; }

    /// <summary>Plain text for a terminal: a line for each node, indented by two spaces a level. Control characters in facts are replaced.</summary>
    /// <param name="colour">Whether to colour the marks with ANSI escape codes.</param>
    public string ToText(bool colour = false) => TextRenderer.Render(Outline, colour);

    /// <summary>Markdown: headings for the verdict and its stages, nested lists below. Text of facts and rules is escaped.</summary>
    public string ToMarkdown() => MarkdownRenderer.Render(Outline);

    /// <summary>A whole HTML page with its style inside and no script, in a light and a dark dress. Text of facts and rules is escaped.</summary>
    public string ToHtml() => HtmlRenderer.Render(Outline);

    /// <summary>JSON in the shape of <c>rules/schema/explanation.schema.json</c>.</summary>
    public string ToJson() => JsonRenderer.Render(this);

    /// <summary>A flowchart for Mermaid, from the verdict down to the reasons. Sources are left out; text of facts and rules is escaped.</summary>
    public string ToMermaid() => MermaidRenderer.Render(Outline);

    /// <summary>The text without colour.</summary>
    public override string ToString() => ToText();
}
