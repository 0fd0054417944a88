using System.Collections.Immutable;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.RulesEngine.Translating;

/// <summary>What an expression can name: the inputs, and the params around it. Immutable.</summary>
/// <param name="Names">The names.</param>
/// <param name="Parameters">The same for RulesEngine, in order.</param>
internal sealed record ExpressionScope(TranslationScope Names, ImmutableList<ModelParameter> Parameters)
{
    public static ExpressionScope Empty { get; } = new(TranslationScope.Empty, []);

    /// <summary>The names as an expression sees them: of a single one, the members need no name before them.</summary>
    public TranslationScope ForExpression => Parameters is [var only] && Names.Names.Contains(only.Name) ? Names.WithIt(only.Name) : Names;

    /// <summary>A scope with one more input or param.</summary>
    /// <param name="parameter">Its name and type.</param>
    /// <param name="slot">The place of its value.</param>
    /// <param name="facts">Receives it under a name that is no other's.</param>
    public ExpressionScope With(ModelParameter parameter, int slot, InputFacts facts)
    {
        var parameters = Parameters.Add(parameter);
        if (facts.Add(parameter, slot) is not { } fact)
        {
            return this with { Parameters = parameters };
        }

        return new ExpressionScope(Names.WithInput(parameter.Name, fact, facts.Slots[fact].Input), parameters);
    }
}
