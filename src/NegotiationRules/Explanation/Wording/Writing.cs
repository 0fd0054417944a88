using System.Runtime.CompilerServices;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Writes a sentence bit by bit, where its parts would be sentences that nobody reads.</summary>
internal static class Writing
{
    /// <summary>Writes words on.</summary>
    public static void Add(this ref DefaultInterpolatedStringHandler text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            text.AppendLiteral(word);
        }
    }
}
