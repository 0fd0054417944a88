using System.Diagnostics;
using NegotiationRules.Explanation;
using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;

namespace NegotiationRules.Page.Asks;

/// <summary><c>look</c>: what is wrong with the files, and the verdict.</summary>
internal static class LookAsk
{
    public static AnswerObject Answer(PageQuestion question, OpenFolder folder, RulesOnDesk opened)
    {
        var start = Stopwatch.GetTimestamp();
        var seen = Seen.Of(question, folder, opened);
        var found = seen.OfRules.Concat(seen.OfScenario)
            .Concat(VocabularyFaults(question, folder, seen.IsBeforeMistake || seen.Rules is null));
        var answer = new AnswerObject()
            .Add("diagnostics", found.Select(one => FindingAnswer.Of(one, folder.Shown))
                .DistinctBy(one => one.ToString()));
        if (seen.Rules is { } rules)
        {
            answer.Add("name", rules.Name).Add("version", rules.Version).Add("description", rules.Description)
                .Add("vocabulary", folder.Shown(rules.Vocabulary.Name))
                .Add("parameters", rules.Parameters.Zip(seen.Written!.Parameters)
                    .Select(pair => ParameterAnswer.Of(pair.First, pair.Second)));
        }

        answer.Add("before", seen.IsBeforeMistake).Add("none", WhyNone(seen) is { } why ? folder.Shown(why) : null);
        if (seen.Verdict is { } verdict)
        {
            var mark = Explainer.MarkOf(verdict.Outcome);
            answer.Add("outcome", Explanation.Outlines.OutcomeWords.Of(verdict.Outcome))
                .Add("mark", Explanation.Rendering.MarkSigns.NameOf(mark))
                .Add("stages", new VerdictAnswer(verdict, question.Names("opened"), question.Names("closed"), folder.Shown).Stages());
        }

        return answer.Add("took", Math.Round((decimal)Stopwatch.GetElapsedTime(start).TotalMilliseconds, 1));
    }

    // The rules come first: without them nothing is evaluated, whatever the scenario is.
    private static string? WhyNone(Seen seen) => seen switch
    {
        { Verdict: not null } => null,
        { Written: null } => "the rules have a mistake, and were not whole before",
        { Rules: null } => $"the value of a parameter is refused: {FirstOf(seen.OfRules)}",
        { Scenario: not null, IsBeforeMistake: true } => "the rules have a mistake, and the scenario does not fit the rules before it",
        _ => $"the scenario has a mistake: {FirstOf(seen.OfScenario)}",
    };

    private static string? FirstOf(IReadOnlyList<Diagnostic> found) =>
        found.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error)?.Message;

    // Rules that have errors are not checked against it, and a scenario is not either.
    private static IReadOnlyList<Diagnostic> VocabularyFaults(PageQuestion question, OpenFolder folder, bool isAsked)
    {
        if (!isAsked || question.Text("vocabulary") is not { } path || folder.TextOf(path) is null)
        {
            return [];
        }

        Vocabulary.TryLoad(folder.At(path), out _, out var found);
        return found;
    }
}
