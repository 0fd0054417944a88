using System.Text;

namespace NegotiationRules.Generation.Steps;

/// <summary>Writes the lines of a method that goes over a list.</summary>
internal sealed class LoopWriter(ListAccess list)
{
    private const string Indent = "            ";
    private readonly StringBuilder _text = new();
    private readonly List<string> _inLoop = [];

    public ListAccess List { get; } = list;

    public string Text => _text.ToString();

    public void Line(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _text.Append(line.Length == 0 ? string.Empty : Indent).Append(line).Append('\n');
        }
    }

    /// <summary>Lines for each element.</summary>
    public void InLoop(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _inLoop.Add(line);
        }
    }

    /// <summary>Has the elements counted, if it matters how many more there may be.</summary>
    public void CountKnown()
    {
        if (List.MaxItems is not null)
        {
            Line("long known = 0;");
            InLoop("known++;");
        }
    }

    /// <summary>The loop with what is in it so far.</summary>
    public void Loop()
    {
        if (List.Text is null)
        {
            return;
        }

        var before = string.Empty;
        if (List.MayBeNull)
        {
            Line($"if ({List.Text} is {{ }} elements)", "{");
            before = "    ";
        }

        Line($"{before}foreach (var {List.Element} in {(List.MayBeNull ? "elements" : List.Text)})", before + "{");
        foreach (var line in _inLoop)
        {
            Line(line.Length == 0 ? string.Empty : before + "    " + line);
        }

        Line(before + "}");
        if (List.MayBeNull)
        {
            Line("}");
        }

        Line(string.Empty);
    }
}
