using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Writes one HTML page with charts and tables, with all it needs and no script, in the dress of explanations.</summary>
internal sealed class ChartPage
{
    private const string Sheet = """
            .legend { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; margin: 0 0 .8rem; padding: 0; list-style: none;
              color: var(--soft); font-size: .9rem; }
            .legend svg { margin-right: .4rem; }
            .bars { margin: 0; padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
            .bars dt { font-weight: 600; }
            .bars .row + .row { margin-top: .7rem; }
            .bars dt small { color: var(--soft); font-weight: 400; }
            .bars dd { display: flex; align-items: center; gap: .6rem; margin: 0; font-size: .9rem; line-height: 1.3; }
            .bars dd svg { flex: 1 1 auto; min-width: 4rem; height: .7rem; }
            .bars dd span { flex: 0 0 5.5rem; text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            @media (min-width: 40rem) {
              .bars { display: grid; grid-template-columns: minmax(8rem, 18rem) 1fr; column-gap: 1.2rem; }
              .bars dt { grid-column: 1; align-self: center; text-align: right; }
              .bars .row { display: contents; }
              .bars .values { grid-column: 2; padding: .35rem 0; }
            }
            .series-1 { fill: var(--open); } .series-2 { fill: var(--warn); }
            .track { fill: var(--idle-wash); }
            table { width: 100%; border-collapse: collapse; font-size: .95rem; }
            th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top;
              font-variant-numeric: tabular-nums; }
            th { overflow-wrap: normal; }
            td:not(:first-child) { white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; padding-left: 0; }
            th { color: var(--soft); font-size: .85rem; font-weight: 600; }
            td small { display: block; color: var(--soft); font-size: .8rem; white-space: normal; }

        """;

    private readonly StringBuilder _html = new();
    /// <param name="title">What stands above it.</param>
    /// <param name="premises">On what it rests, if there is anything to say.</param>
    public ChartPage(string title, string? premises)
    {
        _html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Escape(title)}</title>
              <style>
            {HtmlStyle.Sheet}
            {Sheet}  </style>
            </head>
            <body>
            <header>
              <h1>{Escape(title)}</h1>
              <p class="premises">{Escape(premises ?? string.Empty)}</p>
            </header>
            <main>

            """);
    }

    public void Paragraph(string text) => _html.Append(CultureInfo.InvariantCulture, $"<p>{Escape(text)}</p>\n");

    /// <summary>A heading, and what follows it.</summary>
    public void Section(string heading, Action write)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<section>\n  <h2>{Escape(heading)}</h2>\n");
        write();
        _html.Append("</section>\n");
    }

    /// <summary>Bars for each thing, as long as the longest allows, or as the part of all that they show.</summary>
    /// <param name="series">What is shown of each.</param>
    /// <param name="rows">What each is called, and the length of each of its bars.</param>
    /// <param name="areParts">Whether a bar of the whole width stands for all.</param>
    public void Chart(
        IReadOnlyList<string> series, IReadOnlyList<(string Name, string Remark, IReadOnlyList<Proportion> Values)> rows,
        bool areParts = false)
    {
        var longest = areParts ? new Proportion(1, 1) : rows.SelectMany(row => row.Values).Max(Proportion.BySize);
        if (series.Count > 1)
        {
            _html.Append("  <ul class=\"legend\">\n");
            for (var i = 0; i < series.Count; i++)
            {
                _html.Append(
                    CultureInfo.InvariantCulture,
                    $"    <li><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"{ClassOf(i)}\" width=\"12\" height=\"12\""
                        + $" rx=\"2\"/></svg>{Escape(series[i])}</li>\n");
            }

            _html.Append("  </ul>\n");
        }

        _html.Append("  <dl class=\"bars\">\n");
        foreach (var (name, remark, values) in rows)
        {
            var small = remark.Length == 0 ? string.Empty : $" <small>{Escape(remark)}</small>";
            _html.Append(
                CultureInfo.InvariantCulture,
                $"    <div class=\"row\">\n      <dt>{Escape(name)}{small}</dt>\n      <div class=\"values\">\n");
            for (var i = 0; i < values.Count; i++)
            {
                _html.Append(
                    CultureInfo.InvariantCulture,
                    $"        <dd>{Bar(i, series[i], values[i], longest)}<span>{Escape(Percent(values[i]))}</span></dd>\n");
            }

            _html.Append("      </div>\n    </div>\n");
        }

        _html.Append("  </dl>\n");
    }

    /// <summary>A table. Behind what stands in a cell something may stand below it, in small.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<(string Text, string Below)>> rows)
    {
        var head = string.Concat(heads.Select(text => $"<th scope=\"col\">{Escape(text)}</th>"));
        _html.Append(CultureInfo.InvariantCulture, $"  <table>\n    <thead><tr>{head}</tr></thead>\n    <tbody>\n");
        foreach (var row in rows)
        {
            var cells = row.Select(cell =>
                $"<td>{Escape(cell.Text)}{(cell.Below.Length == 0 ? string.Empty : $"<small>{Escape(cell.Below)}</small>")}</td>");
            _html.Append(CultureInfo.InvariantCulture, $"      <tr>{string.Concat(cells)}</tr>\n");
        }

        _html.Append("    </tbody>\n  </table>\n");
    }

    /// <summary>The page as it is by now, with its end.</summary>
    public override string ToString() => $"{_html}</main>\n</body>\n</html>\n";

    private static string Bar(int series, string name, Proportion value, Proportion longest)
    {
        var width = longest.Numerator.IsZero ? "0"
            : new Proportion(value.Numerator * longest.Denominator, value.Denominator * BigInteger.Max(longest.Numerator, 1)).Percent();
        var label = Escape($"{name} {Percent(value)}");
        return $"<svg width=\"100%\" role=\"img\" aria-label=\"{label}\"><rect class=\"track\" width=\"100%\" height=\"100%\" rx=\"3\"/>"
            + $"<rect class=\"{ClassOf(series)}\" width=\"{width}%\" height=\"100%\" rx=\"3\"/></svg>";
    }

    private static string Percent(Proportion value) => ProportionWords.Of(value);

    private static string ClassOf(int series) => $"series-{(series + 1).ToString(CultureInfo.InvariantCulture)}";

    private static string Escape(string text) => WebUtility.HtmlEncode(OneLine.Of(text));
}
