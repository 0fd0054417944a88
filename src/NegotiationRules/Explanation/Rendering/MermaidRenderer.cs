using System.Globalization;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an outline as a Mermaid flowchart: a box for each line, coloured by its mark.</summary>
internal sealed class MermaidRenderer
{
    private readonly StringBuilder _text = new("flowchart LR\n");
    private int _count;

    private MermaidRenderer()
    {
    }

    public static string Render(ExplanationNode outline)
    {
        var renderer = new MermaidRenderer();
        renderer.Write(outline);
        renderer._text
            .Append("  classDef satisfied stroke:#1a7f37,stroke-width:2px\n")
            .Append("  classDef violated stroke:#cf222e,stroke-width:2px\n")
            .Append("  classDef unknown stroke:#0550ae,stroke-dasharray:4\n")
            .Append("  classDef pending stroke:#0550ae,stroke-dasharray:4\n")
            .Append("  classDef notApplicable stroke:#8b949e\n")
            .Append("  classDef warning stroke:#9a6700,stroke-width:2px\n")
            .Append("  classDef note stroke:#8b949e\n")
            .Append("  classDef reason stroke:#8b949e\n");
        return renderer._text.ToString();
    }

    private int Write(ExplanationNode node)
    {
        var id = _count++;
        _text.Append(CultureInfo.InvariantCulture, $"  n{id}[\"{MarkSigns.SignOf(node.Mark)} {Escape(MarkSigns.WordsOf(node))}\"]:::{MarkSigns.NameOf(node.Mark)}\n");
        foreach (var child in node.Children)
        {
            var to = Write(child);
            _text.Append(CultureInfo.InvariantCulture, $"  n{id} --> n{to}\n");
        }

        return id;
    }

    // Inside quotes Mermaid still reads HTML, Markdown and its own entities; numbers of characters are read as nothing else.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in OneLine.Of(text))
        {
            if (c is '"' or '#' or '&' or '<' or '>' or '`' or '\\' or '*' or '_' or '[' or ']' or '{' or '}' or ';' or '%' or '$')
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{(int)c};");
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
