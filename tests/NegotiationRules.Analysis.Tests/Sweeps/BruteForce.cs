using System.Globalization;
using System.Text;
using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>A sweep the long way: each scenario is made and evaluated by itself, and all figures are reckoned as their definitions
/// say.</summary>
internal sealed class BruteForce
{
    private readonly List<(int[] Places, Verdict Verdict)> _all = [];
    private readonly SweepDimension[] _dimensions;
    private readonly RuleSet _rules;

    public BruteForce(RuleSet rules, SweepOptions options)
    {
        _rules = rules;
        _dimensions = [.. options.Dimensions.Where(one => one.IsParameter), .. options.Dimensions.Where(one => !one.IsParameter)];
        foreach (var places in options.Samples == 0 ? Combinations(0, []) : Drawn(options))
        {
            _all.Add((places, Evaluate(options.Given, places)));
        }
    }

    public int Scenarios => _all.Count;

    /// <summary>All figures, in lines that can be compared.</summary>
    public string Told(int[][] classes, bool isSample)
    {
        var told = new StringBuilder();
        foreach (var (stage, index) in _rules.Stages.Select((stage, i) => (stage, i)))
        {
            foreach (var outcome in Enum.GetValues<StageOutcome>())
            {
                Line(told, $"{stage} {outcome} {_all.Count(one => one.Verdict.Stages[index].Outcome == outcome)}");
            }

            for (var dimension = 0; dimension < _dimensions.Length; dimension++)
            {
                var groups = _all.GroupBy(one => classes[dimension][one.Places[dimension]]).OrderBy(group => group.Key).ToList();
                Line(told, string.Join(' ', groups.Select(group =>
                    $"{group.Key}:{group.Count(one => IsValid(one.Verdict, index))}/{group.Count()}")));
                Line(told, Sensitivity(groups, index, isSample)?.ToString("0.000000000", CultureInfo.InvariantCulture) ?? "none");
            }
        }

        foreach (var rule in _rules.Rules)
        {
            foreach (var outcome in Enum.GetValues<RuleOutcome>())
            {
                Line(told, $"{rule.Id} {outcome} {_all.Count(one => one.Verdict.Rules[rule.Index].Outcome == outcome)}");
            }

            var blocked = _all.Select(one => one.Verdict.Stage(rule.Stage)).Where(stage => stage.Outcome != StageOutcome.NotApplicable)
                .Select(stage => stage.Blocking.Select(one => one.Rule.Id).ToList()).Where(blocking => blocking.Contains(rule.Id)).ToList();
            Line(told, $"{rule.Id} blocks {blocked.Count}, alone {blocked.Count(blocking => blocking.Count == 1)}");
        }

        return told.ToString();
    }

    /// <summary>The same of a sweep.</summary>
    public static string Told(SweepResult sweep)
    {
        var told = new StringBuilder();
        foreach (var stage in sweep.Stages)
        {
            foreach (var outcome in Enum.GetValues<StageOutcome>())
            {
                Line(told, $"{stage.Name} {outcome} {stage.Of(outcome).Count}");
            }

            for (var dimension = 0; dimension < sweep.Dimensions.Count; dimension++)
            {
                Line(told, string.Join(' ', Enumerable.Range(0, sweep.Dimensions[dimension].Classes.Count)
                    .Select(of => (of, Share: stage.ValidWith(dimension, of))).Where(one => one.Share.Scenarios > 0)
                    .Select(one => $"{one.of}:{one.Share.Count}/{one.Share.Scenarios}")));
                Line(told, stage.SensitivityTo(dimension)?.ToString("0.000000000", CultureInfo.InvariantCulture) ?? "none");
            }
        }

        foreach (var rule in sweep.Rules)
        {
            foreach (var outcome in Enum.GetValues<RuleOutcome>())
            {
                Line(told, $"{rule.Id} {outcome} {rule.Of(outcome).Count}");
            }

            Line(told, $"{rule.Id} blocks {rule.Blocks.Count}, alone {rule.BlocksAlone.Count}");
        }

        return told.ToString();
    }

    private static void Line(StringBuilder told, string line) => told.Append(line).Append('\n');

    private static bool IsValid(Verdict verdict, int stage) => verdict.Stages[stage].Outcome == StageOutcome.Valid;

    // The variance of the means of the groups, of the whole variance; of a sample with Kelley's correction.
    private double? Sensitivity(List<IGrouping<int, (int[] Places, Verdict Verdict)>> groups, int stage, bool isSample)
    {
        double n = _all.Count;
        var mean = _all.Count(one => IsValid(one.Verdict, stage)) / n;
        var whole = _all.Sum(one => Math.Pow((IsValid(one.Verdict, stage) ? 1 : 0) - mean, 2)) / n;
        if (whole == 0 || (isSample && n <= groups.Count))
        {
            return null;
        }

        var within = groups.Sum(group => group.Sum(one => Math.Pow(
            (IsValid(one.Verdict, stage) ? 1 : 0) - (group.Count(other => IsValid(other.Verdict, stage)) / (double)group.Count()), 2))) / n;
        return isSample ? Math.Max(0, 1 - (within * n / (n - groups.Count) / (whole * n / (n - 1)))) : Math.Max(0, 1 - (within / whole));
    }

    private Verdict Evaluate(Scenario given, int[] places)
    {
        var parameters = new Dictionary<string, object?>();
        for (var i = 0; i < places.Length; i++)
        {
            var value = _dimensions[i].Values[places[i]];
            if (_dimensions[i].IsParameter)
            {
                parameters.Add(_dimensions[i].Name, value);
            }
            else
            {
                given = given.With(_dimensions[i].Name, value);
            }
        }

        return (parameters.Count == 0 ? _rules : _rules.With(parameters)).Evaluate(given);
    }

    private IEnumerable<int[]> Combinations(int dimension, int[] places) => dimension == _dimensions.Length ? [places]
        : Enumerable.Range(0, _dimensions[dimension].Values.Count).SelectMany(place => Combinations(dimension + 1, [.. places, place]));

    // One by one, and each dimension by itself.
    private IEnumerable<int[]> Drawn(SweepOptions options)
    {
        var numbers = SampleNumbers.Of(options.Method, options.Samples, _dimensions.Length, options.Seed);
        for (var scenario = 0L; scenario < options.Samples; scenario++)
        {
            var (places, place) = (new int[_dimensions.Length], new int[1]);
            for (var dimension = 0; dimension < places.Length; dimension++)
            {
                numbers.Read(dimension, scenario, [0], _dimensions[dimension].Weights, place);
                places[dimension] = place[0];
            }

            yield return places;
        }
    }
}
