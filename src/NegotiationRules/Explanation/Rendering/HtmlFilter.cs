using System.Globalization;
using System.Net;
using System.Text;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Buttons that show the rules of one outcome or of one holder, by style alone. A page of few rules has none.</summary>
internal sealed class HtmlFilter
{
    private const int FewRules = 6;

    private static readonly (string Kind, string Words, Func<ExplanationNode, bool> Is)[] Outcomes =
    [
        ("deciding", "in the way or open", node => IsDeciding(node)),
        ("warning", "warnings", node => node.Mark == ExplanationMark.Warning),
        (
            "beside",
            "without a part",
            node =>
                node.Mark is not (ExplanationMark.Satisfied or ExplanationMark.NotApplicable or ExplanationMark.Warning)
                && !IsDeciding(node)
        ),
        ("fine", "as they should be", node => node.Mark == ExplanationMark.Satisfied),
        ("idle", "not applicable", node => node.Mark == ExplanationMark.NotApplicable),
    ];

    private readonly IReadOnlyList<ExplanationNode> _rules;
    private readonly IReadOnlyList<string> _holders;

    private HtmlFilter(IReadOnlyList<ExplanationNode> rules)
    {
        _rules = rules;
        _holders = [.. rules.Select(rule => rule.Headline?.Holder).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private bool IsShown => _rules.Count > FewRules;

    /// <summary>What hides the rules that are not asked for; empty without a filter.</summary>
    public string Sheet
    {
        get
        {
            if (!IsShown)
            {
                return string.Empty;
            }

            var kinds = Kinds().Select(kind => Hide($"o-{kind.Kind}", $".{kind.Kind}"));
            var holders = _holders.Select((_, i) => Hide($"h-{Number(i)}", $".h-{Number(i)}"));
            return string.Concat(kinds.Concat(holders));
        }
    }

    public static HtmlFilter Of(ExplanationNode outline) =>
        new([
            .. outline
                .Children.SelectMany(stage => stage.Children)
                .SelectMany(node => node.IsFolded ? node.Children : [node])
                .Where(node => node.RuleId is not null),
        ]);

    /// <summary>The classes by which a rule is found, each with a space before it.</summary>
    public string ClassOf(ExplanationNode rule)
    {
        if (!IsShown)
        {
            return string.Empty;
        }

        var holder = rule.Headline?.Holder is { } name
            ? $" h-{Number(_holders.TakeWhile(holder => holder != name).Count())}"
            : string.Empty;
        return $" {Outcomes.First(kind => kind.Is(rule)).Kind}{holder}";
    }

    /// <summary>The buttons.</summary>
    public void WriteTo(StringBuilder html)
    {
        if (!IsShown)
        {
            return;
        }

        html.Append("<nav class=\"filter\" aria-label=\"Which rules are shown\">\n");
        Write(
            html, "Outcome", "o",
            [("all", "all", _rules.Count), .. Kinds().Select(kind => (kind.Kind, kind.Words, _rules.Count(kind.Is)))]
        );
        if (_holders.Count > 0)
        {
            Write(
                html, "Holder", "h",
                [
                    ("all", "all", _rules.Count),
                    .. _holders.Select((name, i) => (Number(i), name, _rules.Count(rule => rule.Headline?.Holder == name))),
                ]
            );
        }

        html.Append("  <p>Searching in the page finds words in what is folded, too.</p>\n</nav>\n");
    }

    private static void Write(StringBuilder html, string title, string group, IReadOnlyList<(string Key, string Words, int Count)> choices)
    {
        html.Append(CultureInfo.InvariantCulture, $"  <fieldset>\n    <legend>{title}</legend>\n");
        foreach (var (key, words, count) in choices)
        {
            var label = $"{WebUtility.HtmlEncode(OneLine.Of(words))} <small>{Number(count)}</small>";
            html.Append(
                CultureInfo.InvariantCulture,
                $"    <label><input type=\"radio\" name=\"{group}\" "
                    + $"id=\"{group}-{key}\"{(key == "all" ? " checked" : string.Empty)}>{label}</label>\n"
            );
        }

        html.Append("  </fieldset>\n");
    }

    private IEnumerable<(string Kind, string Words, Func<ExplanationNode, bool> Is)> Kinds() => Outcomes.Where(kind => _rules.Any(kind.Is));

    // A fold of which nothing is left is hidden with it; one with something left is opened. A rule to which the head of the page leads is
    // shown whatever is asked for.
    private static string Hide(string button, string wanted) => $$"""
            body:has(#{{button}}:checked) :is(.rule:not({{wanted}}, :target), .rest:not(:has({{wanted}}, :target))) { display: none; }
            body:has(#{{button}}:checked) .rest::details-content { content-visibility: visible; block-size: auto; }

        """;

    private static bool IsDeciding(ExplanationNode node) =>
        node is { Headline.IsRequired: true, Mark: ExplanationMark.Violated or ExplanationMark.Unknown or ExplanationMark.Pending };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
