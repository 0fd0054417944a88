using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>The tokens of an expression, and how far they were read.</summary>
internal sealed class TokenCursor(ExpressionText text, bool isCaseSensitive)
{
    public ExpressionText Text { get; } = text;

    public List<ExpressionToken> All { get; } = ExpressionLexer.Read(text.Value, isCaseSensitive);

    public int Position { get; set; }

    public ExpressionToken Current => All[Position];

    public Span Here => SpanOf(Position);

    public ExpressionToken Previous => All[Math.Max(Position - 1, 0)];

    public ExpressionToken Next => All[Math.Min(Position + 1, All.Count - 1)];

    public bool At(ExpressionTokenKind kind) => Current.Kind == kind;

    public bool Take(ExpressionTokenKind kind)
    {
        if (!At(kind))
        {
            return false;
        }

        Position++;
        return true;
    }

    public string TextOf(ExpressionToken token) => Text.Value.Substring(token.Start, token.Length);

    public ReadOnlySpan<char> Inside(ExpressionToken text) => Text.Value.AsSpan(text.Start + 1, text.Length - 2);

    public bool IsWord(ExpressionToken token, string word) =>
        token.Kind is ExpressionTokenKind.Name && token.Length == word.Length
            && Text.Value.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    public Span SpanOf(int token) => Text.At(All[token].Start, All[token].Length);

    // From a token up to what was taken last; the place of that token if nothing was.
    public Span SpanFrom(int token)
    {
        var start = All[token].Start;
        var end = Position > token ? Previous.End : start;
        return Text.At(start, end - start);
    }

    public void Skip(bool isStoppedByCommas)
    {
        for (var open = 0; !At(ExpressionTokenKind.End); Position++)
        {
            if (open == 0 && (Current.IsClosing || (isStoppedByCommas && At(ExpressionTokenKind.Comma))))
            {
                return;
            }

            open += Current.IsOpening ? 1 : Current.IsClosing ? -1 : 0;
        }
    }

    // `mod` and `not` are operators in any letter case, though a member may be called `Mod` where letter case counts.
    public ExpressionTokenKind KindAsOperator(ExpressionToken token) =>
        token.Kind != ExpressionTokenKind.Name ? token.Kind
        : IsWord(token, "mod") ? ExpressionTokenKind.Percent
        : IsWord(token, "not") ? ExpressionTokenKind.Not
        : token.Kind;

    public bool IsInAhead() =>
        IsWord(Current, "in") || IsWord(Current, "not_in") || (KindAsOperator(Current) == ExpressionTokenKind.Not && IsWord(Next, "in"));
}
