using System.Globalization;
using System.Text;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an explanation as a Mermaid flowchart: a box for each line, coloured by its mark.</summary>
/// <remarks>
/// Mermaid draws nothing of a text beyond 50,000 characters or 500 edges. So boxes are taken in the order of their weight until there is no
/// more room: what decides before what does not, and of either the upper levels before the lower. Where boxes are left out under one,
/// another says how many.
/// </remarks>
internal sealed class MermaidRenderer
{
    private const int MostCharacters = 49_000;
    private const int MostEdges = 490;
    private const int LongestLabel = 300;
    private const string Classes = """
          classDef satisfied stroke:#1a7f37,stroke-width:2px
          classDef violated stroke:#cf222e,stroke-width:2px
          classDef unknown stroke:#0550ae,stroke-dasharray:4
          classDef pending stroke:#0550ae,stroke-dasharray:4
          classDef notApplicable stroke:#8b949e
          classDef warning stroke:#9a6700,stroke-width:2px
          classDef note stroke:#8b949e
          classDef reason stroke:#8b949e

        """;

    private readonly HashSet<ExplanationNode> _taken = new(ReferenceEqualityComparer.Instance);
    private readonly StringBuilder _text = new("flowchart LR\n");
    private int _count;

    private MermaidRenderer()
    {
    }

    public static string Render(ExplainedVerdict verdict)
    {
        var renderer = new MermaidRenderer();
        var root = WithSummary(verdict);
        renderer.Take(root);
        renderer.Write(root);
        return renderer._text.Append(Classes).ToString();
    }

    // Each stage says what decides it; beside them stands on what the verdict rests.
    private static ExplanationNode WithSummary(ExplainedVerdict verdict)
    {
        var outline = verdict.Outline;
        IEnumerable<ExplanationNode> premises = verdict.Premises.Line is { } line
            ? [new ExplanationNode(line, ExplanationMark.Note)]
            : [];
        var stages = outline.Children.Select(
            (stage, i) => new ExplanationNode(verdict.Summary[i].Text, stage.Mark, stage.Children) { IsVerdict = true }
        );
        return new ExplanationNode(outline.Text, outline.Mark, [.. premises, .. stages]) { IsVerdict = true };
    }

    private void Take(ExplanationNode root)
    {
        var (characters, edges) = (_text.Length + Classes.Length, 0);
        var queue = new PriorityQueue<ExplanationNode, (int Weight, int Depth, int Place)>();
        var place = 0;
        queue.Enqueue(root, default);
        while (queue.TryDequeue(out var node, out var rank))
        {
            // Each box may need another for what is left out under it.
            characters += LengthOf(node) + (node.Shown.Count > 0 ? LengthOfMore : 0);
            edges += node.Shown.Count > 0 ? 2 : 1;
            if (characters > MostCharacters || edges > MostEdges)
            {
                break;
            }

            _taken.Add(node);
            foreach (var child in node.Shown)
            {
                var weight = rank.Depth == 1 && child.Headline is not { IsRequired: true } ? 1 : rank.Weight;
                queue.Enqueue(child, (weight, rank.Depth + 1, ++place));
            }
        }
    }

    private int Write(ExplanationNode node)
    {
        var id = Box(LabelOf(node), MarkSigns.NameOf(node.Mark));
        foreach (var child in node.Shown.Where(_taken.Contains))
        {
            Edge(id, Write(child));
        }

        var left = node.Shown.Where(child => !_taken.Contains(child)).ToList();
        if (left.Count > 0)
        {
            var rules = left.Sum(child => child.RuleId is not null ? 1 : child.IsFolded ? child.Children.Count : 0);
            var (count, what) = rules > 0 ? (rules, "rule") : (left.Count, "line");
            Edge(id, Box($"… {count.ToString(CultureInfo.InvariantCulture)} more {what}{(count == 1 ? string.Empty : "s")}", "note"));
        }

        return id;
    }

    private int Box(string label, string kind)
    {
        _text.Append(CultureInfo.InvariantCulture, $"  n{_count}[\"{label}\"]:::{kind}\n");
        return _count++;
    }

    private void Edge(int from, int to) => _text.Append(CultureInfo.InvariantCulture, $"  n{from} --> n{to}\n");

    private static string LabelOf(ExplanationNode node) => Escape($"{MarkSigns.SignOf(node)} {MarkSigns.WordsOf(node)}");

    // With the most that the numbers of boxes can take.
    private static int LengthOf(ExplanationNode node) => LabelOf(node).Length + "  n1000[\"\"]:::notApplicable\n  n1000 --> n1000\n".Length;

    private static int LengthOfMore => "  n1000[\"… 20000 more lines\"]:::note\n  n1000 --> n1000\n".Length;

    // Inside quotes Mermaid still reads HTML, Markdown (a plus begins a list) and its own entities; numbers of characters are read as
    // nothing else.
    private static string Escape(string text)
    {
        var line = OneLine.Of(text);
        var escaped = new StringBuilder(text.Length + 8);
        foreach (
            var c in line.Length <= LongestLabel
                ? line
                : $"{line.AsSpan(0, char.IsHighSurrogate(line[LongestLabel - 1]) ? LongestLabel - 1 : LongestLabel)}…"
        )
        {
            if (c is '"' or '+' or '#' or '&' or '<' or '>' or '`' or '\\' or '*' or '_' or '[' or ']' or '{' or '}' or ';' or '%' or '$')
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
