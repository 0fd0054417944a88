using NegotiationRules.Analysis.Telling;
using NegotiationRules.Page.Editing;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;
using NegotiationRules.Text;

namespace NegotiationRules.Page.Asks;

/// <summary><c>advise</c>: what it would take to make a stage valid, each way with the edits of the scenario that take it.</summary>
internal static class AdviseAsk
{
    private const int MostRemedies = 24;
    private const int MostLines = 6;
    private const int MostQuestions = 3;
    private const int MostEffects = 3;

    // While it works, nothing else is answered.
    private static readonly AnalysisLimits Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(3) };

    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var verdict = Seen.Of(question, folder, opened).Needed;
        var advice = verdict.Advise(question.Text("stage")!, RemedyOptions.Default with { Most = MostRemedies, Limits = Limits });
        var written = Written(folder, question.Scenario);
        var lines = new RemedyLines(verdict.Evaluated.Facts).Of([.. advice.Remedies.Select(remedy => remedy.Found)]);
        return new AnswerObject()
            .Add("remedies", lines.Take(MostLines).Select(line => Of(line, verdict, advice.Stage, written, folder)))
            .Add("more", Math.Max(0, lines.Count - MostLines))
            .Add("all", advice.IsAll)
            .Add("whyNone", advice.WhyNone)
            .Add("settled", advice.Settled is { } settled ? Explanation.Outlines.OutcomeWords.Of(settled) : null)
            .Add("notDecided", advice.NotDecided?.Reason)
            .Add("questions", advice.Questions
                .Where(asked => asked.Answers.Any(answer => answer.Outcome != StageOutcome.Undetermined))
                .Take(MostQuestions)
                .Select(asked => new AnswerObject().Add("text", asked.Text).Add("path", asked.Path)));
    }

    private static AnswerObject Of(RemedyLine line, Verdict verdict, StageVerdict stage, JsonObject written, OpenFolder folder)
    {
        var effects = EffectWords.Of(line.First, verdict, stage);
        return new AnswerObject()
            .Add("text", line.Text)
            .Add("escape", line.First.IsEscape)
            .Add("cost", line.First.Cost / 1000m)
            .Add("by", line.By)
            .Add("several", line.Remedies.Count > 1)
            .Add("effects", effects.Take(MostEffects))
            .Add("edits", FindingAnswer.Of(LeastEdits.Between(written, line.First.Scenario.Root), folder.Shown));
    }

    // As it is in the file: a scenario of ours keeps no spans of what it was bound to.
    private static JsonObject Written(OpenFolder folder, string path) =>
        (JsonObject)JsonReader.Read(
            new SourceText(folder.At(path), folder.TextOf(path)!), ReadingLimits.Default, new DiagnosticBag())!;
}
