namespace NegotiationRules.Text;

/// <summary>A text in which some of what is wrong is mended, so that it can be read on.</summary>
/// <remarks>What is found in it is told of the text as it was written.</remarks>
internal sealed class MendedText
{
    // Each cure is followed by reading from the start: people's files have a few faults, a file of another format has thousands.
    private const int MostCures = 300;
    private const long MostCharacters = 20_000_000;

    private readonly SourceText _written;
    private int _cures;
    private long _read;

    // The place in the text as it was written of each character, and of the end; null while nothing is mended.
    private int[]? _places;

    public MendedText(SourceText written)
    {
        _written = written;
        Source = written;
    }

    /// <summary>The text as it is now.</summary>
    public SourceText Source { get; private set; }

    /// <summary>How many faults were mended, if there may be no more; else <see langword="null"/>.</summary>
    public int? Cures { get; private set; }

    /// <summary>Mends it once more; <see langword="false"/> if that has been done too often.</summary>
    /// <param name="cure">Edits of the text as it is now.</param>
    public bool TryMend(Cure cure)
    {
        _read += Source.Text.Length;
        if (++_cures > MostCures || _read > MostCharacters)
        {
            Cures = _cures - 1;
            return false;
        }

        var places = new List<int>(_places ?? [.. Enumerable.Range(0, Source.Text.Length + 1)]);
        foreach (var (span, text) in cure.Edits.OrderByDescending(edit => edit.Span.Start))
        {
            var (start, end) = (places[span.Start], places[span.End]);
            places.RemoveRange(span.Start, span.Length);
            places.InsertRange(span.Start, Enumerable.Range(0, text.Length).Select(i => Math.Min(start + i, end)));
        }

        Source = _written.With(cure.ApplyTo(Source));
        _places = [.. places];
        return true;
    }

    /// <summary>A finding in the text as it is now.</summary>
    public Diagnostic AsWritten(Diagnostic found) => _places is null ? found
        : new Diagnostic(found.Code, found.Severity, AsWritten(found.Span), found.Message, found.Help,
            [.. found.Cures.Select(cure => new Cure([.. cure.Edits.Select(edit => edit with { Span = AsWritten(edit.Span) })]))])
        {
            FactPath = found.FactPath,
        };

    /// <summary>What was read of the text as it is now.</summary>
    public JsonValue AsWritten(JsonValue read) => _places is null ? read : read switch
    {
        JsonObject { Span: var span, Members: var members } => new JsonObject(AsWritten(span),
            [.. members.Select(member => new JsonMember(member.Name, AsWritten(member.NameSpan), AsWritten(member.Value)))]),
        JsonArray { Span: var span, Items: var items } => new JsonArray(AsWritten(span), [.. items.Select(AsWritten)]),
        _ => read with { Span = AsWritten(read.Span) },
    };

    private Span AsWritten(Span span)
    {
        var (start, end) = (_places![span.Start], _places[span.End]);
        return _written.At(start, Math.Max(end - start, 0));
    }
}
