namespace NegotiationRules.Facts;

/// <summary>What a file holds, told from its name.</summary>
internal enum FileKind
{
    Rules,
    Scenario,
    Tests,
    Vocabulary,
    Workflow,
    Analysis,
    Distribution,
}
