using System.Text;

namespace NegotiationRules.Text;

/// <summary>One way to mend what a diagnostic reports: edits that are made together, in one file or in several.</summary>
/// <remarks>Where several ways lead out, a diagnostic has several; where only the author can know what was meant, it has none.</remarks>
internal sealed record Cure(IReadOnlyList<TextEdit> Edits)
{
    /// <summary>Edits that are made together; <see langword="null"/> if one of them has no place in a text, as with what was built in
    /// code.</summary>
    public static Cure? Of(params TextEdit[] edits) =>
        Array.TrueForAll(edits, edit => edit.Span.Source is not null) ? new Cure(edits) : null;

    /// <summary>Other text in the place of what is wrong.</summary>
    public static Cure? Replace(Span at, string text) => Of(new TextEdit(at, text));

    /// <summary>Another word for what is wrong; in quotes if that stands in quotes.</summary>
    public static Cure? Rename(Span at, string? name) =>
        name is null ? null : Replace(at, at.Characters is ['"', ..] ? JsonPrinter.Quote(name) : name);

    /// <summary>What is wrong is taken out, with its comma.</summary>
    public static Cure? Remove(JsonMember member) => Of(TextEdit.Remove(member));

    /// <summary>What becomes of a text.</summary>
    public string ApplyTo(SourceText source)
    {
        var text = new StringBuilder(source.Text);
        foreach (var edit in Edits.Where(edit => edit.Span.Source?.Name == source.Name).OrderByDescending(edit => edit.Span.Start))
        {
            text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.Text);
        }

        return text.ToString();
    }
}
