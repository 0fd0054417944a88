using System.Globalization;
using System.Net;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an outline as one HTML page with all it needs and no script.</summary>
/// <remarks>Within a stage, what decides it comes first, then what else is worth a look, and what is as it should be is folded away.</remarks>
internal sealed class HtmlRenderer
{
    private readonly StringBuilder _html = new();

    private HtmlRenderer()
    {
    }

    public static string Render(ExplanationNode outline)
    {
        var renderer = new HtmlRenderer();
        renderer.WritePage(outline);
        return renderer._html.ToString();
    }

    private void WritePage(ExplanationNode outline)
    {
        _html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append(CultureInfo.InvariantCulture, $"  <title>{Escape(outline.Text)}</title>\n  <style>\n{HtmlStyle.Sheet}\n  </style>\n</head>\n<body>\n");
        Line(0, $"<header>\n  <h1>{Name(outline)}{Badge(outline)}</h1>");
        WriteContents(outline.Children);
        Line(0, "</header>\n<main>");
        for (var i = 0; i < outline.Children.Count; i++)
        {
            WriteStage(outline.Children[i], i + 1);
        }

        Line(0, "</main>\n</body>\n</html>");
    }

    // One stage needs no list of stages.
    private void WriteContents(IReadOnlyList<ExplanationNode> stages)
    {
        if (stages.Count < 2)
        {
            return;
        }

        Line(1, "<ul class=\"stages\">");
        for (var i = 0; i < stages.Count; i++)
        {
            Line(2, $"<li class=\"{ClassOf(stages[i])}\"><a href=\"#stage-{i + 1}\">{Name(stages[i])} <b>{Escape(stages[i].Headline?.Outcome ?? string.Empty)}</b></a></li>");
        }

        Line(1, "</ul>");
    }

    private void WriteStage(ExplanationNode stage, int number)
    {
        Line(0, $"<section id=\"stage-{number}\">\n  <h2>{Name(stage)}{Badge(stage)}</h2>");
        var rules = stage.Children.Where(node => node.RuleId is not null).ToList();
        var settled = rules.Where(node => node.Mark is ExplanationMark.Satisfied or ExplanationMark.NotApplicable).ToList();
        var decisive = rules.Except(settled).Where(node => node.Headline is { IsRequired: true } || node.Mark == ExplanationMark.Warning).ToList();
        foreach (var rule in decisive)
        {
            WriteRule(rule, 1, isOpen: true);
        }

        WriteOthers([.. rules.Except(settled).Except(decisive)]);
        WriteSettled(settled, isOpen: decisive.Count == 0);
        foreach (var node in stage.Children.Where(node => node.RuleId is null))
        {
            Line(1, $"<p class=\"aside\">{Escape(node.Text)}</p>");
        }

        Line(0, "</section>");
    }

    private void WriteOthers(List<ExplanationNode> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        Line(1, "<div class=\"quiet\">\n    <h3>Also looked at, without a part in the outcome</h3>");
        foreach (var rule in rules)
        {
            WriteRule(rule, 2, isOpen: false);
        }

        Line(1, "</div>");
    }

    private void WriteSettled(List<ExplanationNode> rules, bool isOpen)
    {
        if (rules.Count == 0)
        {
            return;
        }

        var met = rules.Count(rule => rule.Mark == ExplanationMark.Satisfied);
        string[] counts = [met == 0 ? string.Empty : $"{met} as it should be", met == rules.Count ? string.Empty : $"{rules.Count - met} not applicable"];
        Line(1, $"<details class=\"rest\"{(isOpen ? " open" : string.Empty)}>\n    <summary>{string.Join(", ", counts.Where(c => c.Length > 0))}</summary>");
        foreach (var rule in rules)
        {
            WriteRule(rule, 2, isOpen: false);
        }

        Line(1, "</details>");
    }

    private void WriteRule(ExplanationNode rule, int depth, bool isOpen)
    {
        var remarks = rule.Headline is { Remarks: { Count: > 0 } said } ? $"<span class=\"remarks\">{Escape(string.Join(" · ", said))}</span>" : string.Empty;
        var head = $"<b>{Name(rule)}</b>{Badge(rule)}{remarks}";
        if (rule.Children.Count + rule.Sources.Count == 0)
        {
            Line(depth, $"<div class=\"rule {ClassOf(rule)}\"><div class=\"head\">{head}</div></div>");
            return;
        }

        Line(depth, $"<details class=\"rule {ClassOf(rule)}\"{(isOpen ? " open" : string.Empty)}>");
        Line(depth + 1, $"<summary class=\"head\">{head}</summary>");
        Line(depth + 1, "<div class=\"body\">");
        var why = rule.Children;
        if (why is [{ Mark: ExplanationMark.Reason } reason, ..])
        {
            Line(depth + 2, $"<p class=\"reason\">{Escape(reason.Text)}</p>");
            why = [.. why.Skip(1)];
        }

        WriteList(why, depth + 2);
        WriteSources(rule.Sources, depth + 2);
        Line(depth + 1, "</div>");
        Line(depth, "</details>");
    }

    private void WriteList(IReadOnlyList<ExplanationNode> nodes, int depth)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        Line(depth, "<ul class=\"why\">");
        foreach (var node in nodes)
        {
            var line = $"<li class=\"{ClassOf(node)}\"><span class=\"sign\" title=\"{MarkSigns.NameOf(node.Mark)}\">{MarkSigns.SignOf(node.Mark)}</span>{Escape(node.Text)}";
            if (node.Children.Count + node.Sources.Count == 0)
            {
                Line(depth + 1, $"{line}</li>");
                continue;
            }

            Line(depth + 1, line);
            WriteList(node.Children, depth + 2);
            WriteSources(node.Sources, depth + 2);
            Line(depth + 1, "</li>");
        }

        Line(depth, "</ul>");
    }

    private void WriteSources(IReadOnlyList<Citation> sources, int depth)
    {
        foreach (var source in sources)
        {
            var quote = source.Quote is null ? string.Empty : $"<blockquote>“{Escape(source.Quote)}”</blockquote>";
            var where = string.Join(", ", new[] { Said(source.Speaker), Cited(source), Said(source.Article) }.Where(part => part.Length > 0));
            Line(depth, $"<figure>{quote}{(where.Length == 0 ? string.Empty : $"<figcaption>{where}</figcaption>")}</figure>");
        }
    }

    private static string Cited(Citation source)
    {
        var title = source.Document?.Title;
        return WebAddress.Of(source.Url) is { } url ? $"<cite><a href=\"{Escape(url)}\" rel=\"noopener\">{Escape(title ?? url)}</a></cite>"
            : title is null ? string.Empty
            : $"<cite>{Escape(title)}</cite>";
    }

    private static string Said(string? text) => text is null ? string.Empty : Escape(text);

    private static string Name(ExplanationNode node) => Escape(node.Headline?.Name ?? node.Text);

    private static string Badge(ExplanationNode node) =>
        node.Headline is null ? string.Empty : $"<span class=\"badge {ClassOf(node)}\">{MarkSigns.SignOf(node.Mark)} {Escape(node.Headline.Outcome)}</span>";

    private static string ClassOf(ExplanationNode node) => MarkSigns.NameOf(node.Mark);

    private void Line(int depth, string text) => _html.Append(' ', 2 * depth).Append(text).Append('\n');

    private static string Escape(string text) => WebUtility.HtmlEncode(OneLine.Of(text));
}
