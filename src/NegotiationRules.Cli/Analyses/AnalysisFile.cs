using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary><c>NAME.analysis.json</c>: which scenarios the rules beside it are made for, and which findings are meant to be
/// so.</summary>
/// <param name="Given">What all scenarios share.</param>
/// <param name="Assume">What holds in all scenarios.</param>
/// <param name="Lists">How many elements lists may have.</param>
/// <param name="Ignored">The findings that are meant to be so.</param>
internal sealed record AnalysisFile(
    Scenario? Given, IReadOnlyList<JsonValue> Assume, IReadOnlyDictionary<string, int> Lists, IReadOnlyList<IgnoredFinding> Ignored)
{
    public static AnalysisFile Empty { get; } = new(null, [], new Dictionary<string, int>(), []);
}

/// <summary>A finding that is meant to be so.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Rule">Its rule; <see langword="null"/> for that of any.</param>
/// <param name="Stage">Its stage; <see langword="null"/> for that of any.</param>
/// <param name="Span">Where that stands.</param>
internal sealed record IgnoredFinding(string Code, string? Rule, string? Stage, Span Span)
{
    public bool Answers(string code, string stage, Rule? rule) =>
        code == Code && (Rule is null || Rule == rule?.Id) && (Stage is null || Stage == stage);
}
