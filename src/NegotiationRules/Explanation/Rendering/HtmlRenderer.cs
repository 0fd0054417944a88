using System.Globalization;
using System.Net;
using System.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an outline as one HTML page with all it needs and no script.</summary>
internal static class HtmlRenderer
{
    private const string Style = """
            :root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #6a737d; --line: #d8dee4; --good: #1a7f37; --bad: #cf222e; --open: #0550ae; --warn: #9a6700; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6edf3; --paper: #0d1117; --faint: #8b949e; --line: #30363d; --good: #3fb950; --bad: #f85149; --open: #58a6ff; --warn: #d29922; }
            }
            body { color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; border-top: 1px solid var(--line); padding-top: 1rem; }
            ul { list-style: none; padding-left: 1.4rem; margin: .2rem 0; } li { margin: .2rem 0; overflow-wrap: anywhere; }
            .sign { display: inline-block; width: 1.4rem; margin-left: -1.4rem; font-weight: bold; }
            h1 .sign, h2 .sign { margin-left: 0; }
            .satisfied > .sign { color: var(--good); } .violated > .sign { color: var(--bad); } .unknown > .sign, .pending > .sign { color: var(--open); }
            .warning > .sign { color: var(--warn); } .note, .notApplicable { color: var(--faint); }
            .rule { font-weight: 600; } .rule > ul { font-weight: normal; }
            .source { color: var(--faint); font-size: .9rem; } a { color: inherit; }
        """;

    public static string Render(ExplanationNode outline)
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <meta name=\"viewport\" content=\"width=device-width\">\n  <title>")
            .Append(Escape(outline.Text)).Append("</title>\n  <style>\n").Append(Style).Append("\n  </style>\n</head>\n<body>\n");
        WriteHeading(outline, 1, html);
        foreach (var stage in outline.Children)
        {
            if (stage.Mark == ExplanationMark.Note)
            {
                WriteList([stage], [], 0, html);
                continue;
            }

            WriteHeading(stage, 2, html);
            WriteList(stage.Children, stage.Sources, 0, html);
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteHeading(ExplanationNode node, int level, StringBuilder html) =>
        html.Append(CultureInfo.InvariantCulture, $"<h{level} class=\"{MarkSigns.NameOf(node.Mark)}\">{Line(node)}</h{level}>\n");

    private static void WriteList(IReadOnlyList<ExplanationNode> nodes, IReadOnlyList<Citation> sources, int depth, StringBuilder html)
    {
        if (nodes.Count + sources.Count == 0)
        {
            return;
        }

        var indent = new string(' ', 2 * depth);
        html.Append(indent).Append("<ul>\n");
        foreach (var node in nodes)
        {
            html.Append(indent).Append(CultureInfo.InvariantCulture, $"  <li class=\"{MarkSigns.NameOf(node.Mark)}{(node.RuleId is null ? string.Empty : " rule")}\">").Append(Line(node));
            if (node.Children.Count + node.Sources.Count > 0)
            {
                html.Append('\n');
                WriteList(node.Children, node.Sources, depth + 2, html);
                html.Append(indent).Append("  ");
            }

            html.Append("</li>\n");
        }

        foreach (var source in sources)
        {
            html.Append(indent).Append("  <li class=\"source\">source: ").Append(Of(source)).Append("</li>\n");
        }

        html.Append(indent).Append("</ul>\n");
    }

    private static string Line(ExplanationNode node) =>
        $"<span class=\"sign\" title=\"{MarkSigns.NameOf(node.Mark)}\">{MarkSigns.SignOf(node.Mark)}</span>{Escape(node.Text)}";

    private static string Of(Citation citation)
    {
        var text = Escape(citation.ToString());
        return WebAddress.Of(citation.Url) is { } url ? $"<a href=\"{Escape(url)}\" rel=\"noopener\">{(text.Length == 0 ? Escape(url) : text)}</a>" : text;
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(OneLine.Of(text));
}
