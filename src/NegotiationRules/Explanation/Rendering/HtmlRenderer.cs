using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an explanation as one HTML page with all it needs and no script.</summary>
/// <remarks>What decides comes first. Within a stage, what stands in the way or is open lies open, all else is folded; of many rules, a
/// filter shows those of one outcome or one holder.</remarks>
internal sealed partial class HtmlRenderer
{
    private readonly StringBuilder _html = new();
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly HtmlFilter _filter;

    private HtmlRenderer(HtmlFilter filter) => _filter = filter;

    public static string Render(ExplainedVerdict verdict)
    {
        var filter = HtmlFilter.Of(verdict.Outline);
        var renderer = new HtmlRenderer(filter);
        renderer.WritePage(verdict);
        return renderer._html.ToString();
    }

    private void WritePage(ExplainedVerdict verdict)
    {
        var outline = verdict.Outline;
        _html
            .Append(
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n  <meta charset=\"utf-8\">\n  <meta name=\"viewport\" "
                    + "content=\"width=device-width, initial-scale=1\">\n"
            )
            .Append(
                CultureInfo.InvariantCulture,
                $"  <title>{Escape(outline.Text)}</title>\n  <style>\n{HtmlStyle.Sheet}\n{_filter.Sheet}  </style>\n</head>\n<body>\n"
            );
        Line(0, $"<header>\n  <h1>{Name(outline)}{Badge(outline)}</h1>");
        if (verdict.Premises.Line is { } premises)
        {
            Line(1, $"<p class=\"premises\">{Shown(premises)}</p>");
        }

        for (var i = 0; i < verdict.Summary.Count; i++)
        {
            WriteSummary(verdict.Summary[i], i + 1);
        }

        Line(0, "</header>");
        _filter.WriteTo(_html);
        Line(0, "<main>");
        for (var i = 0; i < outline.Children.Count; i++)
        {
            WriteStage(outline.Children[i], i + 1);
        }

        Line(0, "</main>\n</body>\n</html>");
    }

    private void WriteSummary(ExplanationNode stage, int number)
    {
        Line(1, $"<div class=\"summary {ClassOf(stage)}\">");
        Line(2, $"<a href=\"#stage-{number}\">{Sign(stage)}{Shown(stage.Text)}</a>");
        if (stage.Children.Count > 0)
        {
            Line(2, "<ul>");
            foreach (var line in stage.Children)
            {
                Line(
                    3,
                    line.RuleId is { } id
                        ? $"<li><a href=\"#rule-{PlaceOf(id)}\">{WithReason(line)}</a></li>"
                        : $"<li>{InPoints(line.Text)}</li>"
                );
            }

            Line(2, "</ul>");
        }

        Line(1, "</div>");
    }

    private void WriteStage(ExplanationNode stage, int number)
    {
        Line(0, $"<section id=\"stage-{number}\">\n  <h2>{Name(stage)}{Badge(stage)}</h2>");
        var rules = stage
            .Children.SelectMany(node => node.IsFolded ? node.Children : [node])
            .Where(node => node.RuleId is not null)
            .ToList();
        var settled = rules.Where(node => node.Mark is ExplanationMark.Satisfied or ExplanationMark.NotApplicable).ToList();
        var decisive = rules.Except(settled).Where(node => node.Headline is { IsRequired: true }).ToList();
        var warnings = rules.Where(node => node.Mark == ExplanationMark.Warning).ToList();
        foreach (var rule in decisive)
        {
            WriteRule(rule, 1, isOpen: true);
        }

        foreach (var rule in warnings)
        {
            WriteRule(rule, 1, isOpen: decisive.Count == 0);
        }

        WriteFolded([.. rules.Except(settled).Except(decisive).Except(warnings)], count => $"{count} without a part in the outcome");
        WriteFolded(
            [.. settled.Where(node => node.Mark == ExplanationMark.Satisfied)],
            count => $"{count} as {(count == 1 ? "it" : "they")} should be"
        );
        WriteFolded([.. settled.Where(node => node.Mark == ExplanationMark.NotApplicable)], count => $"{count} not applicable");
        foreach (var node in stage.Children.Where(node => node.RuleId is null && !node.IsFolded))
        {
            Line(1, $"<p class=\"aside\">{Shown(node.Text)}</p>");
        }

        Line(0, "</section>");
    }

    private void WriteFolded(List<ExplanationNode> rules, Func<int, string> summary)
    {
        if (rules.Count == 0)
        {
            return;
        }

        Line(1, $"<details class=\"rest\">\n    <summary>{summary(rules.Count)}</summary>");
        foreach (var rule in rules)
        {
            WriteRule(rule, 2, isOpen: false);
        }

        Line(1, "</details>");
    }

    private void WriteRule(ExplanationNode rule, int depth, bool isOpen)
    {
        var remarks = rule.Headline is { Remarks: { Count: > 0 } said }
            ? $"<span class=\"remarks\">{Escape(string.Join(" · ", said))}</span>"
            : string.Empty;
        var head = $"<b><bdi>{Name(rule)}</bdi></b>{Badge(rule)}{remarks}";
        var start = $"id=\"rule-{PlaceOf(rule.RuleId!)}\" class=\"rule {ClassOf(rule)}{_filter.ClassOf(rule)}\"";
        if (rule.Children.Count + rule.Sources.Count == 0)
        {
            Line(depth, $"<div {start}><div class=\"head\">{head}</div></div>");
            return;
        }

        Line(depth, $"<details {start}{(isOpen ? " open" : string.Empty)}>");
        Line(depth + 1, $"<summary class=\"head\">{head}</summary>");
        Line(depth + 1, "<div class=\"body\">");
        var why = rule.Children;
        if (why is [{ Mark: ExplanationMark.Reason } reason, ..])
        {
            Line(depth + 2, $"<p class=\"reason\"{LanguageOf(reason.Language)}>{Shown(reason.Text)}</p>");
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
            var line = $"<li class=\"{ClassOf(node)}\">{Sign(node)}{InPoints(node.Text)}";
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
            var where = string.Join(
                ", ",
                new[] { Said(source.Speaker), Cited(source), Said(source.Article) }.Where(part => part.Length > 0)
            );
            Line(depth, $"<figure>{quote}{(where.Length == 0 ? string.Empty : $"<figcaption>{where}</figcaption>")}</figure>");
        }
    }

    // A sentence of more than three lines is told in points.
    private static string InPoints(string text) => SentenceBreaks.Of(OneLine.Of(text), int.MaxValue) is [var first, _, ..] points
        ? $"{Shown(first)}<ul class=\"points\">{string.Concat(points.Skip(1).Select(point => $"<li>{Shown(point)}</li>"))}</ul>"
        : Shown(text);

    // The place by which the head of the page leads to a rule: an id may hold what an address cannot.
    private int PlaceOf(string rule)
    {
        _places.TryAdd(rule, _places.Count + 1);
        return _places[rule];
    }

    private static string Cited(Citation source)
    {
        var title = source.Document?.Title;
        return WebAddress.Of(source.Url) is { } url ? $"<cite><a href=\"{Escape(url)}\" rel=\"noopener\">{Escape(title ?? url)}</a></cite>"
            : title is null ? string.Empty
            : $"<cite>{Escape(title)}</cite>";
    }

    // A reason in no particular language may be written from either side.
    private static string LanguageOf(string? language) => string.IsNullOrEmpty(language)
        ? " dir=\"auto\""
        : $" lang=\"{Escape(language)}\" dir=\"{(Languages.IsWrittenFromTheRight(language) ? "rtl" : "ltr")}\"";

    // What is written from the right stands in a line from the left as one piece.
    private static string WithReason(ExplanationNode line) =>
        line.Quoted is { Text: var said, Language: var language } && line.Text.EndsWith(said, StringComparison.Ordinal)
            ? $"{Shown(line.Text[..^said.Length])}<bdi{LanguageOf(language)}>{Shown(said)}</bdi>"
            : Shown(line.Text);

    private static string Said(string? text) => text is null ? string.Empty : Escape(text);

    private static string Name(ExplanationNode node) => Shown(node.Headline?.Name ?? node.Text);

    private static string Sign(ExplanationNode node) =>
        $"<span class=\"sign\" role=\"img\" aria-label=\"{MarkSigns.SpokenOf(node)}:\" "
            + $"title=\"{MarkSigns.SpokenOf(node)}\">{MarkSigns.SignOf(node)}</span>";

    private static string Badge(ExplanationNode node) =>
        node.Headline is null
            ? string.Empty
            : $"<span class=\"badge {ClassOf(node)}\"><span aria-hidden=\"true\">{MarkSigns.SignOf(node)}</span> "
                + $"{Escape(node.Headline.Outcome)}</span>";

    private static string ClassOf(ExplanationNode node) => MarkSigns.NameOf(node.Mark);

    private void Line(int depth, string text) => _html.Append(' ', 2 * depth).Append(text).Append('\n');

    // Days are not broken at their hyphens.
    private static string Shown(string text) => Day().Replace(Escape(text), "<time>$0</time>");

    private static string Escape(string text) => WebUtility.HtmlEncode(OneLine.Of(text));

    [GeneratedRegex(@"(?<![\w-])\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
