using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Tests.Advising;

/// <summary>Remedies found by making every scenario of a frame and evaluating it.</summary>
internal sealed class AllChoices
{
    private readonly RemedyQuestion _question;
    private readonly RemedyFrame _frame;
    private readonly List<(int[] Cells, Verdict Verdict)> _all = [];

    public AllChoices(RemedyQuestion question, RemedyFrame frame)
    {
        (_question, _frame) = (question, frame);
        Choose(new int[frame.Inquiry.Circuit.Variables.Count], 0);
    }

    /// <summary>How many scenarios there are; as good as endless if that is beyond counting.</summary>
    public static long CountOf(RemedyFrame frame) =>
        frame.Steps.Aggregate(1L, (product, step) => Math.Min(product * step.Variable.CellCount, int.MaxValue));

    /// <summary>The smallest sets of steps after which the stage is valid and what stood in the way is met.</summary>
    public IReadOnlyList<IReadOnlyList<PossibleStep>> Remedies() => Minimal(IsRemedy, []);

    /// <summary>Likewise those after which it is valid or has nothing to judge, and which contain none of the others.</summary>
    public IReadOnlyList<IReadOnlyList<PossibleStep>> Escapes(IReadOnlyList<IReadOnlyList<PossibleStep>> others) =>
        Minimal(verdict => verdict.Stage(_question.Stage.Name).Outcome is StageOutcome.Valid or StageOutcome.NotApplicable, others);

    /// <summary>Whether the stage comes out as asked with each of these cells.</summary>
    public IEnumerable<bool> AllWithin(IReadOnlyDictionary<PossibleStep, HashSet<int>> rooms, bool isEscape)
    {
        foreach (var (cells, verdict) in _all)
        {
            if (_frame.Steps.All(step => rooms.TryGetValue(step, out var room)
                ? room.Contains(cells[step.Variable.Index]) : cells[step.Variable.Index] == 0))
            {
                yield return IsRemedy(verdict) || (isEscape
                    && verdict.Stage(_question.Stage.Name).Outcome is StageOutcome.Valid or StageOutcome.NotApplicable);
            }
        }
    }

    private bool IsRemedy(Verdict verdict)
    {
        var blocking = _question.Stage.Blocking.ToList();
        bool IsMet(RuleVerdict rule) => verdict.Rule(rule.Rule.Id).Outcome == RuleOutcome.Satisfied;
        return verdict.Stage(_question.Stage.Name).Outcome == StageOutcome.Valid
            && (blocking.Count == 0 || blocking.Exists(IsMet))
            && blocking.Where(rule => rule.Outcome != RuleOutcome.Unknown).All(IsMet);
    }

    private List<IReadOnlyList<PossibleStep>> Minimal(Func<Verdict, bool> does, IReadOnlyList<IReadOnlyList<PossibleStep>> others)
    {
        var sets = _all.Where(choice => does(choice.Verdict)).Select(choice => TakenIn(choice.Cells)).ToList();
        var minimal = new List<IReadOnlyList<PossibleStep>>(others);
        foreach (var set in sets.OrderBy(set => set.Count))
        {
            if (!minimal.Exists(smaller => smaller.All(set.Contains)))
            {
                minimal.Add(set);
            }
        }

        return minimal[others.Count..];
    }

    private List<PossibleStep> TakenIn(int[] cells) => [.. _frame.Steps.Where(step => cells[step.Variable.Index] != 0)];

    private void Choose(int[] cells, int number)
    {
        if (number < _frame.Steps.Count)
        {
            var step = _frame.Steps[number];
            for (var cell = 0; cell < step.Variable.CellCount; cell++)
            {
                cells[step.Variable.Index] = cell;
                Choose(cells, number + 1);
            }

            cells[step.Variable.Index] = 0;
            return;
        }

        // What is in an element that is not there is nowhere.
        var taken = TakenIn(cells);
        if (taken.TrueForAll(step => step.Around is null || taken.Contains(step.Around)) && AreInOrder(cells)
            && Evaluate(cells) is { } verdict)
        {
            _all.Add(((int[])cells.Clone(), verdict));
        }
    }

    private bool AreInOrder(int[] cells) => _frame.Inquiry.Frame.Lists.All(list => list.Elements
        .Zip(list.Elements.Skip(1))
        .All(pair => pair.First.Presence is not { } first || cells[first.Index] == 1 || cells[pair.Second.Presence!.Value.Index] == 0));

    private Verdict? Evaluate(int[] cells)
    {
        var evaluated = EvaluatedScenario.Evaluate(_question.Rules, _frame.Inquiry.Frame.Materialise(cells), new DiagnosticBag());
        return evaluated is null ? null : new Verdict(evaluated);
    }
}
