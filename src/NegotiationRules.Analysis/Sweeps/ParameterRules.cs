using System.Collections.Concurrent;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The rules with each combination of the parameters that vary.</summary>
/// <remarks>Safe to use from any thread. Each is checked and compiled when it is first asked for.</remarks>
/// <param name="rules">The rules.</param>
/// <param name="parameters">The parameters that vary.</param>
/// <param name="keepsAll">Whether all are kept, because whoever asks comes back to them.</param>
internal sealed class ParameterRules(RuleSet rules, SweepDimension[] parameters, bool keepsAll)
{
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<long, Lazy<RuleSet>> _known = new();
    private readonly GridPlaces _grid = new(parameters.Select(parameter => parameter.Values.Count));

    /// <summary>How many combinations there are.</summary>
    public long Count => _grid.Scenarios;

    /// <summary>Which value each parameter has in a combination.</summary>
    public int[] PlacesOf(long combination) =>
        [.. Enumerable.Range(0, parameters.Length).Select(dimension => _grid.OnlyPlace(dimension, combination, 1))];

    /// <summary>The rules of a combination.</summary>
    /// <exception cref="RuleFileException">There is no such parameter, or the values do not fit where they are used.</exception>
    public RuleSet Of(long combination)
    {
        if (parameters.Length == 0)
        {
            return rules;
        }

        if (!keepsAll && _known.Count > MostKept)
        {
            _known.Clear();
        }

        return _known.GetOrAdd(combination, _ => new Lazy<RuleSet>(() => Make(combination))).Value;
    }

    private RuleSet Make(long combination)
    {
        var places = PlacesOf(combination);
        return rules.With(parameters.Select((parameter, i) => (parameter.Name, Value: ValueOf(parameter.Values[places[i]])))
            .ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal));
    }

    private static object? ValueOf(object? value) => value is DateOnly ? SweepDimension.LabelOf(value) : value;
}
