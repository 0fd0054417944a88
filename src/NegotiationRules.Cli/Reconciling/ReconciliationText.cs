using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Reconciling;

/// <summary>For people: whether the sides can agree, and on what; or what collides, and what would have to be given up.</summary>
internal sealed class ReconciliationText(Terminal terminal, int most)
{
    private readonly OutlinePrinter _outline = new(terminal);
    private readonly TextStyle _style = terminal.Style;

    public void Print(Reconciliation answer)
    {
        var preconditions = Nouns.Count(answer.Preconditions.Count, "precondition");
        var sides = _style.Bold(OneLine.Of(Series.And(answer.Sides)));
        switch (answer.IsPossible)
        {
            case true:
                _outline.PrintLine(ExplanationMark.Satisfied, $"{sides}: {preconditions} can be met together", 0);
                PrintFront(answer);
                break;
            case false:
                _outline.PrintLine(ExplanationMark.Violated,
                    $"{sides}: {preconditions} cannot be met together: {Nouns.Count(answer.Collisions.Count, "collision")}", 0);
                PrintCollisions(answer);
                PrintConcessions(answer);
                break;
            default:
                _outline.PrintLine(
                    ExplanationMark.Unknown, $"{sides}: whether {preconditions} can be met together is {answer.NotDecided}", 0);
                return;
        }

        foreach (var (list, length) in answer.UpTo)
        {
            _outline.PrintLine(ExplanationMark.Note, $"with up to {Numbers.Of(length)} elements of `{list}`", 2);
        }

        if (answer.NotDecided is { } why)
        {
            _outline.PrintLine(ExplanationMark.Unknown, $"there may be more: {why}", 2);
        }
    }

    private void PrintFront(Reconciliation answer)
    {
        foreach (var room in answer.Room)
        {
            _outline.PrintLine(ExplanationMark.Note, room.ToString(), 2);
        }

        foreach (var (number, joint) in answer.Front.Take(most).Select((joint, i) => (i + 1, joint)))
        {
            List<string> scores = [.. joint.Verdicts.Where(side => side.Verdict.Score is not null)
                .Select(side => $"{Numbers.Of(side.Verdict.Score!.Value.Low * 100, 0)} % of what {side.Side} would like")];
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"  {number}  {(scores.Count == 0 ? "for example" : $"with {Series.And(scores)}")}");
            terminal.Out.WriteLine(
                string.Join('\n', joint.Scenario.ToString().Split('\n').Select(line => $"     {_style.Dim(line)}")));
        }

        PrintRest(answer.Front.Count, "choice");
    }

    private void PrintCollisions(Reconciliation answer)
    {
        foreach (var (number, collision) in answer.Collisions.Take(most).Select((collision, i) => (i + 1, collision)))
        {
            terminal.Out.WriteLine();
            var lead = $"  {number}  ";
            foreach (var precondition in collision.Preconditions)
            {
                PrintPrecondition(lead, precondition);
                PrintDim(precondition.Rule.Sources.Select(source => source.ToString()), "       ");
                lead = "     × ";
            }

            PrintDim([$"{(collision.Preconditions.Count == 1 ? "which cannot be met: " : string.Empty)}about {collision.About}"], "     ");
        }

        PrintRest(answer.Collisions.Count, "collision");
    }

    private void PrintConcessions(Reconciliation answer)
    {
        if (answer.Concessions.Count == 0)
        {
            return;
        }

        var fewest = answer.Concessions[0].Preconditions.Count;
        var cheapest = answer.Concessions.TakeWhile(concession => concession.Preconditions.Count == fewest).ToList();
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(
            $"  {Nouns.Count(answer.Concessions.Count, "way")} out; the smallest {(cheapest.Count == 1 ? "gives" : "give")} up "
            + $"{Numbers.Of(fewest)}{(cheapest.Count > most ? ", such as" : string.Empty)}:");
        foreach (var concession in cheapest.Take(most))
        {
            terminal.Out.WriteLine();
            foreach (var precondition in concession.Preconditions)
            {
                PrintPrecondition("     − ", precondition);
            }
        }
    }

    private void PrintDim(IEnumerable<string> texts, string indent)
    {
        foreach (var line in texts.SelectMany(text => _outline.Fit(OneLine.Of(text), indent.Length)))
        {
            terminal.Out.WriteLine($"{indent}{_style.Dim(line)}");
        }
    }

    private void PrintPrecondition(string lead, Precondition precondition)
    {
        var text = $"{precondition.Side}: {OneLine.Of(precondition.Rule.Title ?? precondition.Rule.Id)}";
        foreach (var line in _outline.Fit(text, 7))
        {
            terminal.Out.WriteLine($"{lead}{line}");
            lead = "       ";
        }
    }

    private void PrintRest(int count, string noun)
    {
        if (count > most)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"  and {Numbers.Of(count - most)} more {(count - most == 1 ? noun : Nouns.PluralOf(noun))}");
        }
    }
}
