namespace NegotiationRules;

/// <summary>What an explanation tells, and in which language its reasons are.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed record ExplanationOptions
{
    private readonly int _mostElements = 10;

    /// <summary>What changed the answer, in no particular language, at most ten elements of each list.</summary>
    public static ExplanationOptions Default { get; } = new();

    /// <summary>Whether to tell everything, also what did not change the answer. The default is <see langword="false"/>.</summary>
    /// <remarks>By default the rules of a stage that are satisfied share a line, and so do those that do not apply, and those that decide
    /// nothing and are unknown if they are more than three.</remarks>
    public bool ShowAll { get; init; }

    /// <summary>The language in which to give the reasons of rules: <c>en</c>. The default is <see langword="null"/>.</summary>
    /// <remarks>
    /// <para>It is matched as by <see cref="RuleSet.FindLanguage"/>: <c>DE</c> and <c>de-AT</c> take what is there for <c>de</c>. A rule
    /// without a reason in that language gives the one in no particular language, or else its first; ask <see cref="RuleSet.FindLanguage"/>
    /// beforehand whether there is any.</para>
    /// <para>What is filled into a reason is in words of its language where the library has them, and otherwise without words. The rest of
    /// an explanation is in English.</para>
    /// </remarks>
    public string? Language { get; init; }

    /// <summary>How many elements of a list are told one by one before the rest becomes "and 34 more". The default is 10.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MostElements
    {
        get => _mostElements;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _mostElements = value;
        }
    }
}
