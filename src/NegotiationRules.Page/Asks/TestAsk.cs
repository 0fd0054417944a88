using NegotiationRules.Page.Opened;
using NegotiationRules.Page.Telling;

namespace NegotiationRules.Page.Asks;

/// <summary><c>test</c>: what became of the cases of a tests file, by the rules as they are written.</summary>
internal static class TestAsk
{
    public static AnswerObject Answer(PageQuestion question, OpenFolder folder)
    {
        var path = folder.At(question.Text("tests")!);
        if (!RuleTests.TryLoad(path, new RuleSetOptions { Root = folder.At(string.Empty) }, out var tests, out var found))
        {
            return new AnswerObject().Add("diagnostics", found.Select(one => FindingAnswer.Of(one, folder.Shown)));
        }

        var results = tests.Run();
        return new AnswerObject()
            .Add("diagnostics", tests.CheckFacts().Select(one => FindingAnswer.Of(one, folder.Shown)))
            .Add("passed", results.Passed)
            .Add("failed", results.Failed)
            .Add("cases", results.Cases.Select(Of));
    }

    private static AnswerObject Of(RuleTestResult result) => new AnswerObject()
        .Add("name", result.Name)
        .Add("passed", result.Passed)
        .Add("deviation", result.Deviation)
        .Add("line", result.Place.Line)
        .Add("differences", result.Differences.Select(difference => difference.ToString())
            .Concat(result.Verdict is null ? result.Diagnostics.Select(fault => fault.Message) : []));
}
