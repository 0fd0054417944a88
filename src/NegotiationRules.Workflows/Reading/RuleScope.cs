using System.Collections.Immutable;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What the expressions of a rule can name, and what goes wrong before they are looked at.</summary>
/// <param name="Names">The inputs and params.</param>
/// <param name="Faults">When a param that can be seen here cannot be worked out.</param>
internal sealed record RuleScope(TranslationScope Names, IReadOnlyList<ConditionSyntax> Faults)
{
    /// <summary>The fact that stands for the present moment, which is no input.</summary>
    public required string Clock { get; init; }

    /// <summary>How many params can be seen.</summary>
    public int Params { get; init; }

    /// <summary>How large those are that are put in place.</summary>
    public required ImmutableDictionary<string, long> Sizes { get; init; }

    /// <summary>The names as expressions see them: where there is just one input and no param, its members need no name before
    /// them.</summary>
    public TranslationScope ForExpression =>
        Params == 0 && Names.Names.Where(name => name != Clock).Take(2).ToList() is [var only] ? Names.WithIt(only) : Names;
}
