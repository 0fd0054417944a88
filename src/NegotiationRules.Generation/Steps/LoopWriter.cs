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

    /// <summary>Whether there may be elements beyond those that are known.</summary>
    public string IsRoom => List.IsPartial + (List.MaxItems is { } most ? $" && known < {most}" : string.Empty);

    /// <summary>The loop, if something is asked of the elements, or it matters how many there are for those there may be beyond
    /// them.</summary>
    public void LoopIf(bool isAsked, Code further)
    {
        if (further != Code.False)
        {
            CountKnown();
        }

        if (isAsked || (further != Code.False && List.MaxItems is not null))
        {
            Loop();
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

    // It matters how many more there may be.
    private void CountKnown()
    {
        if (List.MaxItems is not null)
        {
            Line("long known = 0;");
            InLoop("known++;");
        }
    }
}
