using NegotiationRules.Analysis.Telling;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Advising;

/// <summary>For people: a line for each way to go, with what it costs whom and what it does beside that; what to ask first; or why nothing
/// helps.</summary>
internal sealed class AdviceText(IRuleSource rules, string? holder, int limit, Terminal terminal) : IAdvicePrinter
{
    private const int Indent = 4;
    private const int MostEffects = 3;
    private const int MostQuestions = 3;

    private readonly OutlinePrinter _outline = new(terminal);
    private readonly TextStyle _style = terminal.Style;
    private bool _isFirst = true;

    public void Print(string file, Verdict verdict, IReadOnlyList<Advice> advice)
    {
        if (_isFirst)
        {
            terminal.Out.WriteLine($"{_style.Bold(OneLine.Of(rules.Name))}{rules.Summary(holder)}");
        }

        _isFirst = false;
        foreach (var stage in advice)
        {
            terminal.Out.WriteLine();
            Print(file, verdict, stage);
        }
    }

    private void Print(string file, Verdict verdict, Advice advice)
    {
        var blocking = advice.Stage.Blocking.Select(rule => rule.Rule.Title ?? rule.Rule.Id).ToList();
        var why = blocking.Count == 0 ? string.Empty : $" for want of: {Series.And(blocking, MostEffects)}";
        Write(0, _outline.Sign(Marks.Of(advice.Stage.Outcome)),
            $"{_style.Bold(FileKinds.NameOf(file))}, {_style.Bold(advice.Stage.Name)}: {OutcomeWords.Of(advice.Stage.Outcome)}{why}");
        if (advice.Settled is { } settled)
        {
            Write(Indent, _outline.Sign(Marks.Of(settled)), $"whatever is found out, it is {OutcomeWords.Of(settled)}");
        }

        PrintQuestions(advice);
        var lines = new RemedyLines(verdict.Evaluated.Facts).Of([.. advice.Remedies.Select(remedy => remedy.Found)]);
        List<RemedyLine> ways = [.. lines.Where(line => !line.First.IsEscape)];
        PrintWays(verdict, advice, ways);
        if (advice.WhyNone is { } none)
        {
            Write(Indent, _outline.Sign(ExplanationMark.Note), none);
        }

        foreach (var escape in lines.Where(line => line.First.IsEscape).Take(limit))
        {
            Write(Indent, _outline.Sign(ExplanationMark.Note), $"a way out, not a solution: {escape.Text}; then there is nothing to judge");
        }

        if (advice.NotDecided is { } open && ways.Count < limit)
        {
            var what = ways.Count == 0 ? "is a way" : "are others";
            Write(Indent, _outline.Sign(ExplanationMark.Unknown), $"whether there {what} is {open}");
        }
    }

    private void PrintWays(Verdict verdict, Advice advice, List<RemedyLine> ways)
    {
        if (ways.Count > 1 || (ways.Count == 1 && advice.IsAll))
        {
            Write(Indent, _outline.Sign(ExplanationMark.Note),
                ways.Count > 1 ? "each of these is enough, and nothing less:" : "only this is enough:");
        }

        for (var i = 0; i < Math.Min(limit, ways.Count); i++)
        {
            Write(Indent, $"{i + 1}", $"{ways[i].Text}{CostOf(ways[i])}");
            var effects = EffectWords.Of(ways[i].First, verdict, advice.Stage);
            if (effects.Count > 0)
            {
                var rest = effects.Count > MostEffects ? $"; and {Numbers.Of(effects.Count - MostEffects)} more" : string.Empty;
                Write(Indent + 2, " ", _style.Dim($"{string.Join("; ", effects.Take(MostEffects))}{rest}"));
            }
        }

        if (ways.Count > limit)
        {
            Write(Indent, _outline.Sign(ExplanationMark.Note),
                $"and {(advice.IsAll ? string.Empty : "at least ")}{Nouns.Count(ways.Count - limit, "other way")}");
        }

        var missed = ways.Count == 0 ? []
            : EffectWords.StillMissed(advice.Stage, [.. ways.SelectMany(way => way.Remedies)]);
        if (missed.Count > 0)
        {
            var names = Series.And([.. missed.Select(rule => $"“{rule.Title ?? rule.Id}”")]);
            Write(Indent, _outline.Sign(ExplanationMark.Warning),
                $"{names} {(missed.Count == 1 ? "stays" : "stay")} violated all the same (expected, not required)");
        }
    }

    // "— 3 steps, up to Russia"
    private static string CostOf(RemedyLine line)
    {
        var (steps, cost) = (line.First.Steps.Count(step => step.Cost > 0), line.First.Cost / 1000m);
        var told = cost == steps ? (steps > 1 ? $"{steps} steps" : null) : $"cost {cost:0.###}";
        var by = line.By.Count == 0 ? null : $"up to {Whose(line)}";
        List<string> parts = [.. new[] { told, by }.OfType<string>()];
        return parts.Count == 0 ? string.Empty : $" — {string.Join(", ", parts)}";
    }

    private static string Whose(RemedyLine line) => line.Remedies.Count > 1 ? Series.Or(line.By, 5) : Series.And(line.By, 5);

    private void PrintQuestions(Advice advice)
    {
        List<FactQuestion> telling = [.. advice.Questions.Where(
            question => question.Answers.Any(answer => answer.Outcome != StageOutcome.Undetermined)).Take(MostQuestions)];
        var lead = "ask first";
        foreach (var question in telling)
        {
            Write(Indent, _outline.Sign(ExplanationMark.Unknown),
                $"{lead}: {question.Text} — {string.Join("; ", question.Answers.Select(Answer))}");
            lead = "or";
        }
    }

    private static string Answer(PossibleAnswer answer) => $"{WordsOf(answer.Room)}: "
        + (answer.Outcome == StageOutcome.Undetermined ? "still open" : OutcomeWords.Of(answer.Outcome));

    private static string WordsOf(string? room) => room switch
    {
        null => "if not",
        "true" => "yes",
        "false" => "no",
        "known" => "whatever it is",
        _ => room,
    };

    private void Write(int indent, string sign, string text)
    {
        foreach (var line in _outline.Fit(text, indent + 2))
        {
            terminal.Out.WriteLine($"{new string(' ', indent)}{sign} {line}");
            sign = new string(' ', DisplayWidth.Of(sign));
        }
    }
}
