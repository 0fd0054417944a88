using NegotiationRules.Checking;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand at a place of a file. A list has the same spot as each of its elements.</summary>
/// <param name="Kind">What may stand there.</param>
/// <param name="Scope">The facts in reach.</param>
/// <param name="Type">What the value is compared with, or states; <see langword="null"/> if that is not known.</param>
internal sealed record Spot(SpotKind Kind, ElementScope Scope, FactType? Type = null)
{
    /// <summary>Of what has words of its own, those that may stand there.</summary>
    public IEnumerable<SpotChoice> Choices { get; init; } = [];

    /// <summary>In a vocabulary, the object whose facts are described around it.</summary>
    public JsonObject? Schema { get; init; }
}

/// <summary>Something that may stand at a place.</summary>
/// <param name="Value">What it is.</param>
/// <param name="Says">What it means, in a few words.</param>
internal sealed record SpotChoice(JsonValue Value, string? Says = null);

/// <summary>What may stand at a place.</summary>
internal enum SpotKind
{
    /// <summary>Words for people, or what nothing is known of.</summary>
    Nothing,

    // Objects.
    RuleFile,
    Rule,
    Source,
    Stage,
    ParameterObject,
    Document,
    Condition,
    Comparisons,
    Operand,
    Selection,
    TestsFile,
    Test,
    Expect,
    LinesExpect,
    Facts,
    Schema,
    Controller,
    AnalysisFile,
    IgnoredFinding,
    DistributionFile,
    Drawn,
    Uniform,
    Triangular,
    Normal,

    // Objects that have something under each name.
    Parties,
    Parameters,
    Documents,
    Conditions,
    Quantities,
    Changes,
    ParameterValues,
    StageOutcomes,
    RuleOutcomes,
    ElementOutcomes,
    HolderOutcomes,
    Cases,
    Schemas,
    ListSizes,
    DrawnFacts,
    DrawnParameters,
    Weights,

    // Words.
    StageDefinition,
    RuleDefinition,
    StageName,
    PartyId,
    ParameterName,
    ConditionName,
    QuantityName,
    RuleId,
    DocumentId,
    ElementName,
    Strength,
    Move,
    Flag,
    Reason,
    Fact,
    List,
    FactOfElements,
    VocabularyPath,
    RulesPath,
    ScenarioPath,
    OutcomeOfRule,
    OutcomeOfStage,
    SchemaReference,
    OneOf,

    /// <summary>A value of a type, or an operand that gives one.</summary>
    Value,
}
