namespace NegotiationRules.RulesEngine.Results;

/// <summary>What results are put together from.</summary>
internal interface IOutcomes
{
    /// <summary>The value of an input or a param.</summary>
    object? ValueOf(int slot);

    /// <summary>What became of a condition.</summary>
    RuleOutcome OutcomeOf(int condition);

    /// <summary>The facts that would settle a condition.</summary>
    IEnumerable<string> MissingFor(int condition);
}
