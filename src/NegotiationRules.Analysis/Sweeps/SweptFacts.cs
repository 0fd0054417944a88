using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>The facts of a sweep: what is the same in all scenarios, and of each fact that varies its values, checked against the
/// vocabulary.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class SweptFacts
{
    private readonly Vocabulary _vocabulary;
    private readonly Scenario _given;
    private readonly IReadOnlyList<SweepDimension> _dimensions;

    private SweptFacts(
        Vocabulary vocabulary, Scenario given, FactRecord common, IReadOnlyList<SweepDimension> dimensions, ScenarioPath[] paths,
        FactValue[][] values)
    {
        (_vocabulary, _given, Common, _dimensions, Paths, Values) = (vocabulary, given, common, dimensions, paths, values);
        IsBoundAnew = Paths.Any(CompletesList);
    }

    /// <summary>A scenario with all facts that vary, each with its first value.</summary>
    public FactRecord Common { get; }

    public ScenarioPath[] Paths { get; }

    /// <summary>Of each fact that varies, its values.</summary>
    public FactValue[][] Values { get; }

    /// <summary>Whether one of them says whether a list is complete, so that more hangs on it than itself.</summary>
    public bool IsBoundAnew { get; }

    /// <summary>Checks facts and values.</summary>
    /// <exception cref="ScenarioException">What is given, or a value, is not of the vocabulary.</exception>
    /// <exception cref="ArgumentException">There is no such fact, or it is not one that can vary.</exception>
    public static SweptFacts Of(Vocabulary vocabulary, Scenario given, IReadOnlyList<SweepDimension> dimensions)
    {
        Bind(given, vocabulary);
        foreach (var dimension in dimensions)
        {
            given = given.With(dimension.Name, dimension.Values[0]);
        }

        var common = Bind(given, vocabulary);
        ScenarioPath[] paths = [.. dimensions.Select(dimension => ScenarioPath.TryParse(dimension.Name, out _)!)];
        var values = new FactValue[dimensions.Count][];
        for (var i = 0; i < values.Length; i++)
        {
            if (TypeAt(vocabulary.Root, paths[i]) is ListType or RecordType)
            {
                throw new ArgumentException($"`{dimensions[i].Name}` holds several facts: name the one that varies.");
            }

            // Outside of lists a fact is the same whatever else is stated.
            var alone = paths[i].Steps.All(step => step.Name is not null) ? Scenario.Parse("{}") : given;
            values[i] = [.. dimensions[i].Values.Select(value => Read(Bind(alone.With(dimensions[i].Name, value), vocabulary), paths[i]))];
        }

        return new SweptFacts(vocabulary, given, common, dimensions, paths, values);
    }

    /// <summary>The facts of one scenario.</summary>
    /// <param name="places">Which value each fact that varies has.</param>
    /// <param name="scenario">Where in them.</param>
    public FactRecord Of(VariedPlaces[] places, int scenario)
    {
        if (IsBoundAnew)
        {
            var stated = _given;
            for (var i = 0; i < _dimensions.Count; i++)
            {
                stated = stated.With(_dimensions[i].Name, _dimensions[i].Values[places[i].Each()[scenario]]);
            }

            return Bind(stated, _vocabulary);
        }

        var facts = FactValue.Of(Common);
        for (var i = 0; i < Paths.Length; i++)
        {
            facts = With(facts, Paths[i].Steps.AsSpan(), Values[i][places[i].Each()[scenario]]);
        }

        return facts.Record;
    }

    private static FactRecord Bind(Scenario scenario, Vocabulary vocabulary)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(vocabulary, bag);
        return bag.HasErrors ? throw new ScenarioException(bag.ToSorted()) : facts;
    }

    private static FactValue Read(FactRecord facts, ScenarioPath path)
    {
        var value = FactValue.Of(facts);
        foreach (var step in path.Steps)
        {
            value = step.Name is { } name ? value.Record[value.Record.Type.SlotOf(name)] : value.List[step.Index];
        }

        return value;
    }

    // All that is not on the way is shared.
    private static FactValue With(FactValue facts, ReadOnlySpan<ScenarioPath.Step> steps, FactValue value)
    {
        if (steps.IsEmpty)
        {
            return value;
        }

        if (steps[0].Name is { } name)
        {
            var slot = facts.Record.Type.SlotOf(name);
            return FactValue.Of(facts.Record.With([slot], With(facts.Record[slot], steps[1..], value)));
        }

        var elements = facts.List.Elements.ToArray();
        elements[steps[0].Index] = With(elements[steps[0].Index], steps[1..], value);
        return FactValue.Of(new FactList(elements, facts.List.IsComplete));
    }

    private static FactType TypeAt(FactType type, ScenarioPath path)
    {
        foreach (var step in path.Steps)
        {
            type = step.Name is { } name ? ((RecordType)type).Properties[((RecordType)type).SlotOf(name)].Type : ((ListType)type).Element;
        }

        return type;
    }

    private bool CompletesList(ScenarioPath path)
    {
        FactType type = _vocabulary.Root;
        foreach (var step in path.Steps.AsSpan()[..^1])
        {
            type = step.Name is { } name ? ((RecordType)type).Properties[((RecordType)type).SlotOf(name)].Type : ((ListType)type).Element;
        }

        return type is RecordType record
            && record.Properties.Any(one => one.Type is ListType list && list.CompleteBy == path.Steps[^1].Name);
    }
}
