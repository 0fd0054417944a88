namespace NegotiationRules.Editing.Answers;

/// <summary>Text with places that whoever takes it fills in, one after the other. Each editor has its own way to write that.</summary>
/// <param name="Parts">What it is put together of.</param>
internal sealed record Filling(IReadOnlyList<FillingPart> Parts)
{
    /// <summary>One place, and nothing else.</summary>
    public static Filling Place { get; } = OneOf();

    public static implicit operator Filling(string text) => new([new FillingPart(text, null)]);

    public static Filling operator +(Filling left, Filling right) => new([.. left.Parts, .. right.Parts]);

    /// <summary>A place in which one of some words may stand.</summary>
    public static Filling OneOf(params string[] choices) => new([new FillingPart(string.Empty, choices)]);

    /// <summary>As it is written for an editor.</summary>
    /// <param name="text">Writes what stands there as it is.</param>
    /// <param name="place">Writes a place by its number, counted from 1, and what may stand in it; nothing for anything.</param>
    public string Write(Func<string, string> text, Func<int, IReadOnlyList<string>, string> place)
    {
        var number = 0;
        return string.Concat(Parts.Select(part => part.Choices is { } choices ? place(++number, choices) : text(part.Text)));
    }
}

/// <summary>A piece of text, or a place to fill in.</summary>
/// <param name="Text">What stands there.</param>
/// <param name="Choices">Of a place, what may stand in it; empty for anything.</param>
internal sealed record FillingPart(string Text, IReadOnlyList<string>? Choices);
