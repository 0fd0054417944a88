using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>The text of an expression, unescaped, with the way back to its place in the file.</summary>
/// <remarks>An escape in the JSON string is several characters of the file and one of the text; places count characters of the
/// file.</remarks>
internal sealed class ExpressionText
{
    private readonly Span _span;

    // How many characters of the span stand before the text.
    private readonly int _opening = 1;

    // Where each character of the text starts, counted from the start of the JSON string; one more for the end. Null where nothing is
    // escaped.
    private readonly int[]? _starts;

    public ExpressionText(JsonText text)
    {
        _span = text.Span;
        Value = text.Value;
        _starts =
            text.Span.Source is null || text.Span.Length == text.Value.Length + 2
                ? null
                : FindStarts(text.Span.Characters, text.Value.Length);
    }

    /// <summary>An expression that stands in no quotation marks, such as one that is given on a command line.</summary>
    /// <param name="text">All of it, in a text of its own.</param>
    /// <param name="start">Where the expression begins.</param>
    public ExpressionText(SourceText text, int start) =>
        (Value, _span, _opening) = (text.Text[start..], text.At(start, text.Text.Length - start), 0);

    public string Value { get; }

    /// <summary>The whole of it, without the quotation marks.</summary>
    public Span Whole => At(0, Value.Length);

    /// <summary>The place of a stretch of the text in the file; nowhere if the text was built.</summary>
    public Span At(int start, int length)
    {
        if (_span.Source is null)
        {
            return default;
        }

        if (_starts is null)
        {
            return _span.Slice(start + _opening, length);
        }

        return _span.Slice(_starts[start], _starts[start + length] - _starts[start]);
    }

    private static int[]? FindStarts(ReadOnlySpan<char> quoted, int length)
    {
        var starts = new int[length + 1];
        var at = 1;
        for (var i = 0; i < length; i++)
        {
            if (at >= quoted.Length)
            {
                return null;
            }

            starts[i] = at;
            at += quoted[at] != '\\' ? 1 : at + 1 < quoted.Length && quoted[at + 1] == 'u' ? 6 : 2;
        }

        starts[length] = at;
        return starts;
    }
}
