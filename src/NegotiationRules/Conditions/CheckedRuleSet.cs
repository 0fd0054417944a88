using System.Collections.Immutable;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>The rules of one file with its includes, checked against a vocabulary.</summary>
internal sealed record CheckedRuleSet
{
    public required string Name { get; init; }

    public string? Version { get; init; }

    public string? Description { get; init; }

    public required Vocabulary Vocabulary { get; init; }

    /// <summary>In the order of the files, included ones first.</summary>
    public required ImmutableArray<string> Stages { get; init; }

    /// <summary>Titles by id; empty if the files name no parties.</summary>
    public required ImmutableDictionary<string, string> Parties { get; init; }

    public required ImmutableArray<Parameter> Parameters { get; init; }

    public required ImmutableArray<CitedDocument> Documents { get; init; }

    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>What each stage asks to apply, which is part of what each of its rules asks; <see langword="null"/> for one that always
    /// applies.</summary>
    public required ImmutableArray<StageCondition?> StageConditions { get; init; }

    /// <summary>Each rule's stage as an index into <see cref="Stages"/>.</summary>
    public required ImmutableArray<int> StageOfRule { get; init; }

    /// <summary>How much work may be put into one scenario.</summary>
    public WorkLimits Work { get; init; } = WorkLimits.Default;

    /// <summary>The fact <c>asOf</c>, if the vocabulary has it as a date.</summary>
    public FactReference? AsOf { get; init; }
}

/// <summary>A number, text or list that rules refer to by name and that can be varied without touching them.</summary>
internal sealed record Parameter(string Name, JsonValue Value, string? Description, ParameterType? Type, Span Span)
{
    /// <summary>Where the vocabulary says what the objects of its list are; <see langword="null"/> for plain values.</summary>
    public string? Of { get; init; }

    /// <summary>The place where that is said.</summary>
    public Span OfSpan { get; init; }

    /// <summary>The objects of its list, as facts.</summary>
    public ParameterRecords? Records { get; init; }

    /// <summary>The value, or each of its list.</summary>
    public IReadOnlyList<JsonValue> Values => Value is JsonArray list ? list.Items : [Value];

    /// <summary>The value that the file gives it, if another is in force; otherwise <see langword="null"/>.</summary>
    public JsonValue? Written { get; init; }
}

/// <summary>Objects that are written out under a parameter: facts like those of a scenario.</summary>
internal sealed record ParameterRecords(RecordType Type, ImmutableArray<FactValue> Values);
