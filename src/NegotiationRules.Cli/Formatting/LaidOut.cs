namespace NegotiationRules.Cli.Formatting;

/// <summary>A comment as it was written.</summary>
/// <param name="Text">All of it, with its slashes.</param>
/// <param name="IsApart">Whether an empty line stands before it.</param>
internal sealed record Comment(string Text, bool IsApart)
{
    /// <summary>Whether it goes on to the end of the line.</summary>
    public bool EndsLine => Text.StartsWith("//", StringComparison.Ordinal);
}

/// <summary>A value, and the comments that belong to it.</summary>
internal sealed class LaidOutValue
{
    /// <summary>A text, a number or a word; empty for an object or a list.</summary>
    public string Plain { get; init; } = string.Empty;

    /// <summary>Whether it is an object rather than a list, where it is one of the two.</summary>
    public bool IsObject { get; init; }

    /// <summary>What is in the object or the list.</summary>
    public List<LaidOutEntry> Entries { get; } = [];

    /// <summary>Comments on the line of the opening bracket.</summary>
    public List<Comment> Opening { get; } = [];

    /// <summary>Comments before the closing bracket.</summary>
    public List<Comment> Closing { get; } = [];

    /// <summary>Whether a line began after the opening bracket.</summary>
    public bool BeganLine { get; init; }

    /// <summary>Whether it has to be spread over lines: that was begun, in it or in what is in it, or there is a comment.</summary>
    public bool IsSpread { get; set; }

    /// <summary>How many characters it has on one line.</summary>
    public int Width { get; set; }

    public bool IsPlain => Plain.Length > 0;

    public bool IsEmpty => !IsPlain && Entries.Count == 0 && Opening.Count == 0 && Closing.Count == 0;

    /// <summary>Whether brackets are set off by spaces: those of objects, and of lists with brackets inside.</summary>
    public bool IsSpaced => IsObject || Entries.Exists(entry => !entry.Value.IsPlain);
}

/// <summary>A member of an object or an element of a list.</summary>
internal sealed class LaidOutEntry
{
    /// <summary>Comments on lines of their own before it.</summary>
    public required List<Comment> Before { get; init; }

    /// <summary>Whether an empty line stands before it, after those comments.</summary>
    public bool IsApart { get; init; }

    /// <summary>Whether it began a line.</summary>
    public bool BeginsLine { get; init; }

    /// <summary>The name in quotation marks; empty for an element.</summary>
    public string Name { get; init; } = string.Empty;

    public required LaidOutValue Value { get; init; }

    /// <summary>Comments behind it on its line.</summary>
    public List<Comment> Behind { get; } = [];

    public bool HasComments => Before.Count + Behind.Count > 0;

    /// <summary>How many characters it has on one line.</summary>
    public int Width => (Name.Length > 0 ? Name.Length + 2 : 0) + Value.Width;

    /// <summary>Whether it may share its line with others, if it is short enough.</summary>
    public bool FitsBeside => !Value.IsSpread && !HasComments && !IsApart;
}
