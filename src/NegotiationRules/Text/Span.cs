namespace NegotiationRules.Text;

/// <summary>A stretch of a source text. The default value stands for "nowhere": something that was built, not read.</summary>
internal readonly record struct Span(SourceText? Source, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The characters it covers; empty for "nowhere".</summary>
    public ReadOnlySpan<char> Characters => Source is null ? default : Source.Text.AsSpan(Start, Length);

    /// <summary>Its first character: an object or a list may cover many lines, and its bracket is enough to find it.</summary>
    public Span Opening => Source is null ? this : Slice(0, 1);

    /// <summary>A part of this stretch, such as a name inside a string.</summary>
    public Span Slice(int start, int length) => new(Source, Start + start, length);

    public Place ToPlace()
    {
        if (Source is null)
        {
            return Place.Nowhere;
        }

        var (line, column) = Source.Lines.PositionOf(Start);
        return new Place(Source.Name, line, column, Length, Source.IsShown ? Source.Lines.LineAt(line) : string.Empty);
    }

    /// <summary>The characters it covers, for whoever looks for a fault.</summary>
    public override string ToString() => Characters.ToString();
}
