using System.Text;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an explanation as Markdown: under the heading of the verdict what decides, then a heading for each stage, nested lists
/// below.</summary>
internal sealed class MarkdownRenderer
{
    private readonly StringBuilder _text = new();

    private MarkdownRenderer()
    {
    }

    public static string Render(ExplainedVerdict verdict)
    {
        var renderer = new MarkdownRenderer();
        renderer.Heading(verdict.Outline, 1);
        if (verdict.Premises.Line is { } premises)
        {
            renderer._text.Append(MarkdownText.EscapeLine(premises)).Append("\n\n");
        }

        foreach (var stage in verdict.Summary)
        {
            renderer.Write(stage, 0);
        }

        foreach (var stage in verdict.Outline.Children)
        {
            renderer._text.Append('\n');
            renderer.Heading(stage, 2);
            foreach (var line in stage.Shown)
            {
                renderer.Write(line, 0);
            }
        }

        if (MarkSigns.NeedsLegend(verdict.Outline))
        {
            renderer._text.Append('\n').Append(MarkdownText.EscapeLine(MarkSigns.Legend)).Append('\n');
        }

        return renderer._text.ToString();
    }

    private void Heading(ExplanationNode node, int level) => _text.Append('#', level).Append(' ').Append(LineOf(node)).Append("\n\n");

    private void Write(ExplanationNode node, int depth)
    {
        // What became of a rule or a stage stands out from the reasons under it.
        var points = SentenceBreaks.Of($"{MarkSigns.SignOf(node)} {MarkSigns.WordsOf(node)}", int.MaxValue);
        Indent(depth)
            .Append(node.IsVerdict ? $"**{MarkdownText.EscapeLine(points[0])}**" : MarkdownText.EscapeLine(points[0]))
            .Append('\n');
        foreach (var point in points.Skip(1))
        {
            Indent(depth + 1).Append(MarkdownText.EscapeLine(point)).Append('\n');
        }

        foreach (var child in node.Shown)
        {
            Write(child, depth + 1);
        }

        foreach (var source in node.Sources)
        {
            Indent(depth + 1).Append("source: ").Append(MarkdownText.Of(source)).Append('\n');
        }
    }

    // A plus would begin a list inside the list.
    private static string LineOf(ExplanationNode node) => MarkdownText.EscapeLine($"{MarkSigns.SignOf(node)} {MarkSigns.WordsOf(node)}");

    private StringBuilder Indent(int depth) => _text.Append(' ', 2 * depth).Append("- ");
}
