namespace NegotiationRules.Text;

/// <summary>Puts together what a diagnostic says to do.</summary>
internal static class HelpText
{
    /// <summary>Says one thing more: after a question in a sentence of its own, otherwise after a semicolon.</summary>
    /// <param name="help">What was said; <see langword="null"/> for nothing.</param>
    /// <param name="further">What else is to be said, as it stands within a sentence.</param>
    public static string With(string? help, string further) => help switch
    {
        null or "" => further,
        [.., '?'] => $"{help} {char.ToUpperInvariant(further[0])}{further[1..]}",
        _ => $"{help}; {further}",
    };
}
