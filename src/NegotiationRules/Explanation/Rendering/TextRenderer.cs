using System.Text;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Renders an explanation as indented lines for a terminal: first what decides, then the stages.</summary>
internal readonly struct TextRenderer
{
    private const string Reset = "\u001b[0m";

    // What is deep inside still gets half of a narrow terminal.
    private const int LeastPart = 2;

    // A sign and a space.
    private const int Hang = 2;

    // One of ordinary length is kept for the next text.
    private const int MostKept = 4096;

    [ThreadStatic]
    private static StringBuilder? _spare;

    private readonly bool _colour;
    private readonly int _width;
    private readonly StringBuilder _text;

    private TextRenderer(bool colour, int width)
    {
        (_colour, _width, _text) = (colour, width, _spare ?? new StringBuilder(MostKept));
        _spare = null;
    }

    public static string Render(ExplainedVerdict verdict, bool colour, int width)
    {
        var renderer = new TextRenderer(colour, width);
        renderer.WriteHead(verdict);
        for (var i = 0; i < verdict.Outline.Children.Count; i++)
        {
            renderer._text.Append('\n');
            renderer.Write(verdict.Outline.Children[i], 0);
        }

        if (MarkSigns.NeedsLegend(verdict.Outline))
        {
            renderer._text.Append('\n');
            renderer.Line(string.Empty, null, MarkSigns.Legend, 0);
        }

        return renderer.Take();
    }

    /// <summary>One line with all that is under it.</summary>
    public static string Render(ExplanationNode node)
    {
        var renderer = new TextRenderer(colour: false, int.MaxValue);
        renderer.Write(node, 0);
        return renderer.Take();
    }

    /// <summary>Each with what is directly under it on one line.</summary>
    public static string OnOneLineEach(ReadOnlySpan<ExplanationNode> nodes)
    {
        var renderer = new TextRenderer(colour: false, int.MaxValue);
        foreach (var node in nodes)
        {
            renderer.Add(renderer._text.Length == 0 ? string.Empty : "\n", node);
            for (var i = 0; i < node.Children.Count; i++)
            {
                renderer.Add(i == 0 ? " — " : "; ", node.Children[i]);
            }
        }

        return renderer.Take();
    }

    private void Add(string before, ExplanationNode node) =>
        _text.Append(before).Append(OneLine.Of(node.Lead ?? string.Empty)).Append(OneLine.Of(node.Words));

    private string Take()
    {
        var text = _text.ToString();
        if (_text.Capacity <= MostKept)
        {
            _spare = _text.Clear();
        }

        return text;
    }

    private void WriteHead(ExplainedVerdict verdict)
    {
        Line(MarkSigns.SignOf(verdict.Outline), verdict.Outline.Mark, verdict.Outline.Text, 0);
        if (verdict.Premises.Line is { } premises)
        {
            Points(string.Empty, null, premises, 1);
        }

        for (var i = 0; i < verdict.Summary.Count; i++)
        {
            Write(verdict.Summary[i], 1);
        }
    }

    private void Write(ExplanationNode node, int depth)
    {
        if (node.Lead is { } lead && SentenceBreaks.IsShort(lead.Length + node.Words.Length, _width))
        {
            Line(MarkSigns.SignOf(node), node.Mark, node.Words, depth, lead);
        }
        else
        {
            Points(MarkSigns.SignOf(node), node.Mark, MarkSigns.WordsOf(node), depth);
        }

        var (shown, sources) = (node.Shown, node.Sources);
        for (var i = 0; i < shown.Count; i++)
        {
            Write(shown[i], depth + 1);
        }

        for (var i = 0; i < sources.Count; i++)
        {
            Points("source: ", null, sources[i].ToString(), depth + 1);
        }
    }

    // A sentence of more than three lines is told in points.
    private void Points(string lead, ExplanationMark? mark, string text, int depth)
    {
        if (SentenceBreaks.IsShort(text, _width))
        {
            Line(lead, mark, text, depth);
            return;
        }

        var points = SentenceBreaks.Of(
            OneLine.Of(text),
            _width == int.MaxValue ? _width : _width - IndentOf(depth + 1) - Hang - (mark is null ? lead.Length : 0)
        );
        Line(lead, mark, points[0], depth);
        for (var i = 1; i < points.Count; i++)
        {
            Line("·", ExplanationMark.Note, points[i], depth + 1);
        }
    }

    private int IndentOf(int depth) => Math.Clamp(2 * depth, 0, Math.Max(0, (_width / LeastPart) - Hang));

    // Where a line goes on, it goes on under its words and not under its sign. One that is in two parts goes nowhere on.
    private void Line(string lead, ExplanationMark? mark, string text, int depth, string before = "")
    {
        var indent = IndentOf(depth);
        var hanging = indent + Hang;
        var words = mark is null ? lead + OneLine.Of(text) : OneLine.Of(text);
        _text.Append(' ', indent);
        WriteSign(lead, mark);
        if (_width == int.MaxValue)
        {
            _text.Append(OneLine.Of(before)).Append(words).Append('\n');
            return;
        }

        var isFirst = true;
        foreach (var line in LineWrap.Of(words, Math.Max(1, _width - hanging)))
        {
            _text.Append(' ', isFirst ? 0 : hanging).Append(line).Append('\n');
            isFirst = false;
        }
    }

    private void WriteSign(string sign, ExplanationMark? mark)
    {
        if (mark is not { } shown)
        {
            return;
        }

        if (_colour)
        {
            _text.Append(ColourOf(shown)).Append(sign).Append(Reset).Append(' ');
        }
        else
        {
            _text.Append(sign).Append(' ');
        }
    }

    private static string ColourOf(ExplanationMark mark) => mark switch
    {
        ExplanationMark.Satisfied => "\u001b[32m",
        ExplanationMark.Violated => "\u001b[31m",
        ExplanationMark.Unknown or ExplanationMark.Pending => "\u001b[36m",
        ExplanationMark.Warning => "\u001b[33m",
        _ => "\u001b[90m",
    };
}
