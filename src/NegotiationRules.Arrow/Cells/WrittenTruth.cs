namespace NegotiationRules.Arrow.Cells;

/// <summary>True and false as the programs that write files with commas spell them.</summary>
internal static class WrittenTruth
{
    /// <summary>Which of both it is; <see langword="null"/> if neither.</summary>
    public static bool? Of(ReadOnlySpan<byte> text) =>
        IsOneOf(text, "true"u8, "True"u8, "TRUE"u8) ? true
        : IsOneOf(text, "false"u8, "False"u8, "FALSE"u8) ? false
        : null;

    // Not in any mixture of letters: `tRUE` is a slip.
    private static bool IsOneOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, ReadOnlySpan<byte> third) =>
        text.SequenceEqual(one) || text.SequenceEqual(other) || text.SequenceEqual(third);
}
