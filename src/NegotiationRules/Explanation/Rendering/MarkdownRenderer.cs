using System.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an outline as Markdown: headings for the verdict and the stages, nested lists below.</summary>
internal static class MarkdownRenderer
{
    public static string Render(ExplanationNode outline)
    {
        var text = new StringBuilder();
        Write(outline, 0, text);
        return text.ToString();
    }

    private static void Write(ExplanationNode node, int depth, StringBuilder text)
    {
        var line = $"{MarkSigns.SignOf(node.Mark)} {MarkdownText.Escape(MarkSigns.WordsOf(node))}";
        var isHeading = depth == 0 || (depth == 1 && node.Mark != ExplanationMark.Note);
        if (isHeading)
        {
            text.Append(text.Length > 1 && text[^2] != '\n' ? "\n" : string.Empty).Append('#', depth + 1).Append(' ').Append(line).Append("\n\n");
        }
        else
        {
            // The verdict on a rule stands out from the reasons under it.
            Indent(depth, text).Append(node.RuleId is null ? line : $"**{line}**").Append('\n');
        }

        foreach (var child in node.Children)
        {
            Write(child, depth + 1, text);
        }

        foreach (var source in node.Sources)
        {
            Indent(depth + 1, text).Append("source: ").Append(MarkdownText.Of(source)).Append('\n');
        }
    }

    private static StringBuilder Indent(int depth, StringBuilder text) => text.Append(' ', 2 * Math.Max(depth - 2, 0)).Append("- ");
}
