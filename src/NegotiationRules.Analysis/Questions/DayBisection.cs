using System.Diagnostics;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds what becomes of things on each day: asks about all days at once, and about each half where that decides
/// nothing.</summary>
internal sealed class DayBisection
{
    private readonly DatedScenario _scenario;
    private readonly IReadOnlyList<Watched> _watched;
    private readonly bool[] _mayGoBeyond;
    private readonly List<OutcomeFrom>[] _found;
    private readonly AnalysisLimits _limits;
    private readonly long _started = Stopwatch.GetTimestamp();

    private DayBisection(DatedScenario scenario, IReadOnlyList<Watched> watched, AnalysisLimits limits)
    {
        (_scenario, _watched, _limits) = (scenario, watched, limits);
        _mayGoBeyond = new bool[watched.Count];
        _found = [.. watched.Select(_ => new List<OutcomeFrom>())];
    }

    /// <summary>How often something was evaluated, on a day or over several.</summary>
    public int Evaluations { get; private set; }

    /// <summary>For each thing its outcomes in the order of days, the first from the first day on.</summary>
    public IReadOnlyList<IReadOnlyList<OutcomeFrom>> Found => _found;

    /// <param name="scenario">The scenario, its day open.</param>
    /// <param name="watched">What is watched.</param>
    /// <param name="days">The days.</param>
    /// <param name="limits">How much work it may be.</param>
    public static DayBisection Find(DatedScenario scenario, IReadOnlyList<Watched> watched, PartialDate days, AnalysisLimits limits)
    {
        var bisection = new DayBisection(scenario, watched, limits);
        var (onFirstDay, changing) = (scenario.Over(days.First), new List<int>());
        for (var i = 0; i < watched.Count; i++)
        {
            var conditions = watched[i].HangsOn(onFirstDay).Select(part => part.Condition).Where(scenario.Days.AreReadBy).ToList();
            bisection._mayGoBeyond[i] = conditions.Exists(bisection.WorksOutOfTheDay);
            if (conditions.Count > 0)
            {
                changing.Add(i);
            }
            else
            {
                bisection.Add(i, days.First, bisection.OnDay(i, onFirstDay));
            }
        }

        if (changing.Count > 0)
        {
            bisection.Divide(days, changing);
        }

        return bisection;
    }

    // What is worked out of the day may lie beyond what can be represented at one end of the span, where its bounds are only left out.
    private bool WorksOutOfTheDay(Condition condition) => condition.All()
        .Any(node => node is ArithmeticOperand or MoveOperand or FunctionOperand && _scenario.Days.AreReadBy(node));

    private void Divide(PartialDate days, List<int> asked)
    {
        _limits.CancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) > _limits.Time)
        {
            asked.ForEach(i => Add(i, days.First, new Answer(null, WhyNot.Time)));
            return;
        }

        var scope = _scenario.Over(days);
        if (days.IsDay)
        {
            asked.ForEach(i => Add(i, days.First, OnDay(i, scope)));
            return;
        }

        Scope? first = null, last = null;
        Func<Scope> onFirst = () => first ??= _scenario.Over(days.First), onLast = () => last ??= _scenario.Over(days.Last);
        var steadiness = new Steadiness(_scenario.Days, scope, onFirst, onLast);
        var open = asked.FindAll(i =>
        {
            var (outcome, _) = OnDay(i, scope);
            var isFound = outcome is { } told && steadiness.Holds(told, _watched[i])
                && (!_mayGoBeyond[i] || (OnDay(i, onFirst()).Outcome == outcome && OnDay(i, onLast()).Outcome == outcome));
            if (isFound)
            {
                Add(i, days.First, new Answer(outcome, default));
            }

            return !isFound;
        });
        if (open.Count > 0)
        {
            var middle = days.First + ((days.Last - days.First) / 2);
            Divide(new PartialDate(days.First, middle), open);
            Divide(new PartialDate(middle + 1, days.Last), open);
        }
    }

    private Answer OnDay(int thing, Scope scope)
    {
        Evaluations++;
        try
        {
            return new Answer(_watched[thing].OutcomeIn(scope), default);
        }
        catch (OverflowException)
        {
            return new Answer(null, WhyNot.BeyondMeasure);
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return new Answer(null, WhyNot.Steps);
        }
    }

    private void Add(int thing, int day, Answer answer)
    {
        var found = _found[thing];
        if (found.Count == 0 || found[^1].Outcome != answer.Outcome || found[^1].WhyNot != answer.WhyNot)
        {
            found.Add(new OutcomeFrom(day, answer.Outcome, answer.WhyNot));
        }
    }

    private readonly record struct Answer(RuleOutcome? Outcome, WhyNot WhyNot);
}

/// <summary>What becomes of something from a day on, until the next is told.</summary>
/// <param name="Day">The day, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Outcome">What becomes of it; <see langword="null"/> if that was not found out.</param>
/// <param name="WhyNot">Why not.</param>
internal readonly record struct OutcomeFrom(int Day, RuleOutcome? Outcome, WhyNot WhyNot);

/// <summary>Why something was not found out.</summary>
internal enum WhyNot
{
    /// <summary>It was.</summary>
    Found,

    /// <summary>The time was used up.</summary>
    Time,

    /// <summary>A day alone takes too many steps.</summary>
    Steps,

    /// <summary>A number or a date grows beyond what can be represented.</summary>
    BeyondMeasure,
}
