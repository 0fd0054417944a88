using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>One rule as it was written. What is missing is <see langword="null"/>; the checker fills in the defaults.</summary>
internal sealed record RuleSyntax
{
    public required Span Span { get; init; }

    public required Name Id { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public Name? Stage { get; init; }

    public Name? Holder { get; init; }

    /// <summary>One of <c>required expected preferred claim</c>; the reader has checked it.</summary>
    public Name? Strength { get; init; }

    public JsonNumber? Weight { get; init; }

    /// <summary>Of whose elements all that follows is asked; <see langword="null"/> if it is asked of the scenario.</summary>
    public ForEachSyntax? ForEach { get; init; }

    public ConditionSyntax? When { get; init; }

    /// <summary>Exactly one of this and <see cref="WarnWhen"/> is given; the reader has checked it.</summary>
    public ConditionSyntax? Require { get; init; }

    public ConditionSyntax? WarnWhen { get; init; }

    public OperandSyntax? By { get; init; }

    /// <summary>The reason by language; a reason given in no particular language has the key <c>""</c>.</summary>
    public IReadOnlyList<BecauseSyntax> Because { get; init; } = [];

    public IReadOnlyList<SourceSyntax> Sources { get; init; } = [];
}

/// <summary><c>"forEach": list, "as"?: name</c>; without a list, something was wrong with it, which is reported.</summary>
/// <param name="Span">Where <c>forEach</c> stands.</param>
/// <param name="List">The list.</param>
/// <param name="As">What its elements are called.</param>
/// <param name="Holder">Who holds the rule for each element, in the place of <see cref="RuleSyntax.Holder"/>.</param>
internal sealed record ForEachSyntax(Span Span, ListSyntax? List, ElementNames? As, OperandSyntax? Holder = null);

internal sealed record BecauseSyntax(string Language, JsonText Text);

/// <summary>Where a rule or a stated fact comes from.</summary>
internal sealed record SourceSyntax(Span Span, Name? Document, string? Speaker, string? Article, string? Quote, string? Url);
