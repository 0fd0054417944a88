using NegotiationRules.Text;

namespace NegotiationRules.Cli.Analyses;

/// <summary>What is wrong with a <c>NAME.analysis.json</c>.</summary>
internal sealed class AnalysisFileDiagnostics(DiagnosticBag bag)
{
    public void NotAnObject(JsonValue root) =>
        bag.Error("NR5020", root.Span.Opening, $"an analysis file holds one object, but this is {root.Kind}",
            "write { \"ignore\": [ … ] }");

    public void NoSuchName(Span at, string what, string name, IReadOnlyCollection<string> known)
    {
        var meant = Spelling.Nearest(name, known);
        bag.Error("NR5021", at, $"there is no {what} `{name}`", meant is null ? null : $"did you mean `{meant}`?", Cure.Rename(at, meant));
    }

    public void AnswersNothing(IgnoredFinding ignored) =>
        bag.Warning("NR5022", ignored.Span, $"nothing is found that this answers: there is no {ignored.Code} here", "remove it");
}
