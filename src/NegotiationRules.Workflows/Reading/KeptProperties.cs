using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What a workflow has no place for and the writer of workflows keeps under <c>Properties</c> of a rule: read back, the rule is
/// what it was.</summary>
/// <remarks>What is not as the writer writes it is somebody's own, and stays what it is: a property.</remarks>
internal sealed record KeptProperties
{
    /// <summary>The only key: an object with the keys of a rule file.</summary>
    public const string Key = "NegotiationRules";

    private static readonly string[] Strengths = ["expected", "preferred", "claim"];

    public string? Title { get; private init; }

    public string? Description { get; private init; }

    public Name? Holder { get; private init; }

    /// <summary><see langword="null"/> for a rule that is required.</summary>
    public Name? Strength { get; private init; }

    public JsonNumber? Weight { get; private init; }

    /// <summary>Whether it is reported when it does not hold, and decides nothing.</summary>
    public bool IsRisk { get; private init; }

    /// <summary>Why the rule could not be written, if it could not: then its expression stands for nothing.</summary>
    public string? NotWritten { get; private init; }

    public IReadOnlyList<SourceSyntax> Sources { get; private init; } = [];

    /// <summary>The documents that the sources name.</summary>
    public IReadOnlyList<DocumentSyntax> Documents { get; private init; } = [];

    public static KeptProperties Of(WorkflowRuleSyntax rule)
    {
        if (rule.Properties?.Find(Key)?.Value is not JsonObject kept)
        {
            return new KeptProperties();
        }

        var strength =
            kept.Find("strength")?.Value is JsonText { Value: var word } text && Strengths.Contains(word)
                ? new Name(word, text.Span)
                : null;
        JsonObject[] sources = kept.Find("source")?.Value switch
        {
            JsonObject one => [one],
            JsonArray several => [.. several.Items.OfType<JsonObject>()],
            _ => [],
        };
        return new KeptProperties
        {
            Title = TextOf(kept, "title"),
            Description = TextOf(kept, "description"),
            Holder = NameOf(kept, "holder"),
            Strength = strength,
            Weight =
                strength?.Text == "preferred"
                && kept.Find("weight")?.Value is JsonNumber weight
                && !weight.Digits.StartsWith('-')
                && weight.Digits.Any(c => c is >= '1' and <= '9')
                    ? weight
                    : null,
            IsRisk = kept.Find("isRisk")?.Value is JsonBoolean { Value: true },
            NotWritten = TextOf(kept, "notWritten"),
            Sources =
            [
                .. sources.Select(s => new SourceSyntax(
                    s.Span, NameOf(s, "document"), TextOf(s, "speaker"), TextOf(s, "article"), TextOf(s, "quote"),
                    TextOf(s, "url")
                )),
            ],
            Documents =
            [
                .. sources
                    .Where(s => NameOf(s, "document") is not null)
                    .Select(s => new DocumentSyntax(
                        NameOf(s, "document")!, TextOf(s, "document"), TextOf(s, "publisher"), TextOf(s, "published"),
                        null
                    )),
            ],
        };
    }

    private static string? TextOf(JsonObject kept, string key) => (kept.Find(key)?.Value as JsonText)?.Value;

    private static Name? NameOf(JsonObject kept, string key) =>
        kept.Find(key)?.Value is JsonText { Value.Length: > 0 } text ? new Name(text.Value, text.Span) : null;
}
