using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an outline as indented lines for a terminal.</summary>
internal sealed class TextRenderer
{
    private const string Reset = "\u001b[0m";

    private readonly bool _colour;
    private readonly StringBuilder _text = new();

    private TextRenderer(bool colour) => _colour = colour;

    public static string Render(ExplanationNode outline, bool colour)
    {
        var renderer = new TextRenderer(colour);
        renderer.Write(outline, 0);
        return renderer._text.ToString();
    }

    private void Write(ExplanationNode node, int depth)
    {
        Indent(depth);
        var sign = MarkSigns.SignOf(node.Mark);
        _text.Append(_colour ? $"{ColourOf(node.Mark)}{sign}{Reset}" : sign).Append(' ').Append(OneLine.Of(MarkSigns.WordsOf(node))).Append('\n');
        foreach (var child in node.Children)
        {
            Write(child, depth + 1);
        }

        foreach (var source in node.Sources)
        {
            Indent(depth + 1);
            _text.Append("source: ").Append(OneLine.Of(source.ToString())).Append('\n');
        }
    }

    private void Indent(int depth) => _text.Append(' ', 2 * depth);

    private static string ColourOf(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => "\u001b[32m",
        ExplanationMark.Violated => "\u001b[31m",
        ExplanationMark.Unknown or ExplanationMark.Pending => "\u001b[36m",
        ExplanationMark.Warning => "\u001b[33m",
        _ => "\u001b[90m",
    };
}
