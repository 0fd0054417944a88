using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>One <c>NAME.rules.json</c> as it was written.</summary>
internal sealed record RuleFileSyntax
{
    public required SourceText Source { get; init; }

    public required Span Span { get; init; }

    public Name? Name { get; init; }

    public string? Version { get; init; }

    public string? Description { get; init; }

    /// <summary>A built-in name or a path relative to the file; <see langword="null"/> if not given.</summary>
    public Name? Vocabulary { get; init; }

    /// <summary>Paths of included files, relative to this one.</summary>
    public IReadOnlyList<Name> Includes { get; init; } = [];

    /// <summary>The files that <see cref="Includes"/> names, as far as they could be read.</summary>
    public IReadOnlyList<RuleFileSyntax> IncludedFiles { get; init; } = [];

    /// <summary>Whether a file that it includes, or one that that includes, could not be read to its end: what is declared there is not
    /// known.</summary>
    public bool LacksIncluded { get; init; }

    public IReadOnlyList<StageSyntax> Stages { get; init; } = [];

    /// <summary>Whether the file has a key for stages; if nothing under it could be read, that is reported.</summary>
    public bool HasStages { get; init; }

    /// <summary><see langword="null"/> if the file says nothing of parties, so that any holder will do.</summary>
    public IReadOnlyList<PartySyntax>? Parties { get; init; }

    public IReadOnlyList<ParameterSyntax> Parameters { get; init; } = [];

    public IReadOnlyList<DocumentSyntax> Documents { get; init; } = [];

    public IReadOnlyList<NamedConditionSyntax> Conditions { get; init; } = [];

    public IReadOnlyList<NamedQuantitySyntax> Quantities { get; init; } = [];

    public IReadOnlyList<RuleSyntax> Rules { get; init; } = [];

    /// <summary>Whether it was written in the rule language. What was translated from another one means what it meant there, even if nobody
    /// would write it so.</summary>
    public bool IsOriginal { get; init; }
}

/// <summary>A stage: its name alone, or <c>{ "name": …, "when": condition }</c>.</summary>
internal sealed record StageSyntax(Name Name, ConditionSyntax? When = null);

internal sealed record PartySyntax(Name Id, string Title);

/// <summary>A parameter: a literal, or a list of literals. A value that cannot be read, which is reported, is
/// <see langword="null"/>.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">The value; <see langword="null"/> for one that cannot be used.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">What it says that its value is, or each value of its list.</param>
/// <param name="Of">Where the vocabulary says what the objects of its list are.</param>
internal sealed record ParameterSyntax(
    Name Name, JsonValue? Value, string? Description, ParameterType? Type = null, Name? Of = null);

internal sealed record DocumentSyntax(Name Id, string? Title, string? Publisher, string? Published, string? Url);

internal sealed record NamedConditionSyntax(Name Name, ConditionSyntax Condition);

internal sealed record NamedQuantitySyntax(Name Name, OperandSyntax Quantity);
