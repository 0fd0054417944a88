using System.Text.Json;

namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>The answers about one rule: a letter for each of <see cref="RecordedInputs"/>, in their order.</summary>
/// <remarks>T: it succeeded; F: it did not; E: it ended in an exception and so did not succeed; ?: unknown, only here.</remarks>
internal record RecordedRule
{
    /// <summary>Its <c>RuleName</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>What RulesEngine answered.</summary>
    public string? Engine { get; init; }

    /// <summary>What is answered here where null is a value, if that is something else than success or not.</summary>
    public string? Exact { get; init; }

    /// <summary>What is answered here where what is missing is unknown, if that is something else than where null is a value.</summary>
    public string? Here { get; init; }

    /// <summary>Why an answer is not the one of RulesEngine although nothing is missing.</summary>
    public string? Why { get; init; }

    /// <summary>By input, the author's message as RulesEngine filled it in.</summary>
    public IReadOnlyDictionary<string, string> Messages { get; init; } = new Dictionary<string, string>();

    /// <summary>By input, messages that are filled in otherwise here where what is missing is unknown.</summary>
    public IReadOnlyDictionary<string, string> MessagesHere { get; init; } = new Dictionary<string, string>();

    /// <summary>By input, messages that are filled in otherwise here even where null is a value.</summary>
    public IReadOnlyDictionary<string, string> MessagesExact { get; init; } = new Dictionary<string, string>();

    /// <summary>By input, what the action put out, if anything.</summary>
    public IReadOnlyDictionary<string, JsonElement> Outputs { get; init; } = new Dictionary<string, JsonElement>();

    /// <summary>The rules nested in it.</summary>
    public IReadOnlyList<RecordedRule>? Rules { get; init; }

    public string ExpectedIfExact => Exact ?? Engine!.Replace('E', 'F');

    public string ExpectedIfUnknown => Here ?? ExpectedIfExact;

    /// <summary>This and all that is nested in it.</summary>
    public IEnumerable<RecordedRule> Flat() => (Rules ?? []).SelectMany(r => r.Flat()).Prepend(this);
}
