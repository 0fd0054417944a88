using NegotiationRules.Reports;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>What a verdict says, without its rules and its scenario: what is sent as JSON, kept, and read back elsewhere.</summary>
/// <remarks>
/// <para>A <see cref="Verdict"/> knows its rules, and explains itself from them; so it is written as its report, and what is read back is
/// the report.</para>
/// <para>One shape everywhere: that of <c>negotiate evaluate --format json</c>, which gives the outcomes alone, with more beside it. What
/// is empty is left out, and what a reader does not know it passes over:</para>
/// <code>
/// {
///   "ruleSet": "security-guarantees", "version": "1.0.0", "scenario": "postponed",
///   "outcome": "invalid",
///   "stages": { "talks": "invalid", "agreement": "undetermined" },
///   "rules": { "no-delay": "violated", "legally-binding": "unknown", … },
///   "blocking": { "talks": ["no-delay"], "agreement": ["legally-binding"] },
///   "reasons": { "no-delay": "…" },
///   "unsettled": { "legally-binding": ["agreement.form"] }
/// }
/// </code>
/// <para>Immutable and safe to share between threads. Both System.Text.Json and Newtonsoft.Json write and read it without any
/// setting.</para>
/// </remarks>
[System.Text.Json.Serialization.JsonConverter(typeof(VerdictReportJsonConverter))]
[Newtonsoft.Json.JsonConverter(typeof(VerdictReportNewtonsoftConverter))]
public sealed class VerdictReport
{
    internal VerdictReport(StageOutcome outcome, IReadOnlyList<ReportedStage> stages, IReadOnlyList<ReportedRule> rules) =>
        (Outcome, Stages, Rules) = (outcome, stages, rules);

    /// <summary>The name of the rule set; <see langword="null"/> if the report does not say.</summary>
    public string? RuleSetName { get; internal init; }

    /// <summary>The version of the rule set; <see langword="null"/> if it has none.</summary>
    public string? Version { get; internal init; }

    /// <summary>What the scenario is called: its file without folder and ending; <see langword="null"/> if it has no name.</summary>
    public string? ScenarioName { get; internal init; }

    /// <summary>The party to whose rules the verdict is restricted; <see langword="null"/> for the rules of all.</summary>
    public string? Holder { get; internal init; }

    /// <summary>All stages together, as <see cref="Verdict.Outcome"/>.</summary>
    public StageOutcome Outcome { get; }

    /// <summary>The score of all preferred rules; <see langword="null"/> if there is none that may apply.</summary>
    public Score? Score { get; internal init; }

    /// <summary>The stages, in the order of the rule set.</summary>
    public IReadOnlyList<ReportedStage> Stages { get; }

    /// <summary>The rules, in the order of the rule set.</summary>
    public IReadOnlyList<ReportedRule> Rules { get; }

    /// <summary>The ids of expected rules that are violated and of risks that are there.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>What is told of one stage.</summary>
    /// <param name="name">The stage's name.</param>
    /// <exception cref="KeyNotFoundException">The report has no stage of that name.</exception>
    public ReportedStage Stage(string name) =>
        Stages.FirstOrDefault(stage => stage.Name == name) ?? throw new KeyNotFoundException(
            $"There is no stage '{name}' in this report{Spelling.Instead(name, Stages.Select(stage => stage.Name))}");

    /// <summary>What is told of one rule.</summary>
    /// <param name="id">The rule's id.</param>
    /// <exception cref="KeyNotFoundException">The report has no rule of that id.</exception>
    public ReportedRule Rule(string id) =>
        Rules.FirstOrDefault(rule => rule.Id == id) ?? throw new KeyNotFoundException(
            $"There is no rule '{id}' in this report{Spelling.Instead(id, Rules.Select(rule => rule.Id))}");

    /// <summary>Reads a report.</summary>
    /// <param name="json">What <see cref="ToJson"/> or a serializer wrote, or a line of <c>negotiate evaluate --format json</c>.</param>
    /// <exception cref="FormatException">It is not JSON, or no report; the message says what was expected, and where.</exception>
    public static VerdictReport Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ReportReader.Read(json);
    }

    /// <summary>The report as JSON, indented.</summary>
    public string ToJson() => JsonPrinter.Print(ReportTree.Of(this), indented: true);

    /// <summary>The outcome of each stage, in a line each.</summary>
    public override string ToString() => string.Join('\n', Stages);
}
