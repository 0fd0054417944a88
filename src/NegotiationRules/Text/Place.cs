namespace NegotiationRules;

/// <summary>Where in a file something stands.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Place
{
    internal static readonly Place Nowhere = new(string.Empty, 0, 0, 0, string.Empty);

    internal Place(string file, int line, int column, int length, string lineText)
    {
        File = file;
        Line = line;
        Column = column;
        Length = length;
        LineText = lineText;
    }

    /// <summary>The file as it was named when it was loaded, or a name in angle brackets for text that came from no file; empty if there is
    /// none.</summary>
    public string File { get; }

    /// <summary>The line, counted from 1; 0 if the thing was built in code and stands in no text.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-16 units, counted from 1; 0 if there is no line.</summary>
    public int Column { get; }

    /// <summary>How many UTF-16 units it covers; it may run past the end of the line.</summary>
    public int Length { get; }

    /// <summary>The text of the line, without its line break; empty if there is no line.</summary>
    public string LineText { get; }

    /// <summary>The place as <c>file:line:column</c>.</summary>
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}
