using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;

namespace NegotiationRules;

/// <summary>Steps after which a stage is valid, none of which can be left out.</summary>
/// <remarks>
/// <para>It assumes nothing about what it does not mention: what is unknown stays unknown, and the stage is valid all the same. The
/// ordinary evaluator has said so of <see cref="Scenario"/>.</para>
/// <para>Immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Remedy
{
    private readonly Lazy<RemedyLine> _line;
    private readonly Verdict _before;

    internal Remedy(FoundRemedy found, Verdict before)
    {
        (Found, _before) = (found, before);
        _line = new Lazy<RemedyLine>(() => new RemedyLines(before.Evaluated.Facts).Of(found));
        var items = new Lazy<IReadOnlyList<StepItem>>(() => new StepItems(before.Evaluated.Facts).Of(found));
        Steps =
        [
            .. found.Steps.Select(step => new RemedyStep(step, found.RoomOf(step), () => TextOf(items.Value, step))),
        ];
    }

    internal FoundRemedy Found { get; }

    /// <summary>The steps, in the order of the vocabulary. None of them can be left out.</summary>
    public IReadOnlyList<RemedyStep> Steps { get; }

    /// <summary>What all of them cost.</summary>
    public decimal Cost => Found.Cost / 1000m;

    /// <summary>Whether it is only a way out: afterwards the rules that stood in the way do not apply, or have nothing that they could ask
    /// something of.</summary>
    public bool IsEscape => Found.IsEscape;

    /// <summary>The scenario after it, each fact having one of the values that do.</summary>
    public Scenario Scenario => Found.Scenario;

    /// <summary>What became of that scenario.</summary>
    public Verdict Verdict => Found.Verdict;

    /// <summary>All rules that come out otherwise then, in the order of the rule set: those that stood in the way, and what it does beside
    /// that.</summary>
    public IEnumerable<OutcomeChange> Changes => Found.ChangesFrom(_before);

    /// <summary>What is to be done, as one sentence without a full stop.</summary>
    public override string ToString() => _line.Value.Text;

    private static string TextOf(IReadOnlyList<StepItem> items, PossibleStep step)
    {
        var item = items.First(item => item.Steps.Contains(step));
        return RemedyLines.TextOf(item);
    }
}
