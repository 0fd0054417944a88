using System.Globalization;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>What a sweep evaluates: which rules with which facts each scenario is, by its place.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
internal sealed class SweepPlan
{
    /// <summary>The most classes into which the values of a dimension are put in a sample, to tell what hangs on it.</summary>
    public const int MostClasses = 64;

    // Each combination of parameters is a rule set of its own, checked and compiled, which a sample comes back to.
    private const int MostRuleSets = 2_000;

    public SweepPlan(RuleSet rules, SweepOptions options)
    {
        IsSample = options.Samples > 0;
        SweepDimension[] all = [.. options.Dimensions.OrderBy(dimension => !dimension.IsParameter)];
        ThrowIfTwice(all);
        ThrowIfTooMany(all, options);
        var parameters = all.TakeWhile(dimension => dimension.IsParameter).ToArray();
        (Dimensions, Parameters) = (all, parameters.Length);
        Facts = SweptFacts.Of(rules.Vocabulary, options.Given, all[Parameters..]);
        Rules = new ParameterRules(rules, parameters, keepsAll: IsSample);
        Grid = IsSample ? null : NewGrid(all);
        Scenarios = Grid?.Scenarios ?? options.Samples;
        Numbers = IsSample ? SampleNumbers.Of(options.Method, Scenarios, all.Length, options.Seed) : null;
        Classes = [.. all.Select(dimension => dimension.Weights.Classes(IsSample ? MostClasses : int.MaxValue))];
        Deciding = [.. rules.Rules.Select(Grounding.GroundRules.Decides)];
        StageOfRule = [.. rules.Checked.StageOfRule];
        Stages = rules.Stages.Count;
    }

    public IReadOnlyList<SweepDimension> Dimensions { get; }

    /// <summary>How many of the dimensions, the first, are parameters.</summary>
    public int Parameters { get; }

    public SweptFacts Facts { get; }

    public ParameterRules Rules { get; }

    public long Scenarios { get; }

    /// <summary>Whether scenarios are drawn.</summary>
    public bool IsSample { get; }

    /// <summary>The combinations; <see langword="null"/> for a sample.</summary>
    public GridPlaces? Grid { get; }

    /// <summary>What is drawn; <see langword="null"/> unless it is a sample.</summary>
    public SampleNumbers? Numbers { get; }

    /// <summary>Of each dimension, the class of each of its values.</summary>
    public int[][] Classes { get; }

    /// <summary>Whether a stage hangs on a rule.</summary>
    public bool[] Deciding { get; }

    public int[] StageOfRule { get; }

    public int Stages { get; }

    /// <summary>A tally of nothing.</summary>
    public SweepTally NewTally() => new(Stages, Deciding.Length, [.. Classes.Select(classes => classes[^1] + 1)]);

    /// <summary>How many scenarios are good to be given to one thread at a time: not so many that it would take long to stop.</summary>
    public int BlockOf()
    {
        const int Most = 65_536;
        const int RuleSets = 16;
        const int OneByOne = 1_024;
        var most = SweepBatch.MayBeColumns(Rules.Of(0), Facts) ? Most : OneByOne;
        return Grid is { } grid ? (int)Math.Min(most, Math.Min(grid.StrideOf(Parameters), Most) * RuleSets)
            : Rules.Count > RuleSets / 2 ? most * 4 : most;
    }

    private static GridPlaces NewGrid(SweepDimension[] dimensions)
    {
        try
        {
            return new GridPlaces(dimensions.Select(dimension => dimension.Values.Count));
        }
        catch (OverflowException)
        {
            throw new ArgumentException("There are more combinations than can be counted: draw a sample, or vary less.");
        }
    }

    private static void ThrowIfTwice(SweepDimension[] all)
    {
        if (all.Length == 0)
        {
            throw new ArgumentException("Nothing varies.");
        }

        if (all.GroupBy(dimension => (dimension.IsParameter, dimension.Name)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"`{twice.Key.Name}` is varied twice.");
        }
    }

    private static void ThrowIfTooMany(SweepDimension[] all, SweepOptions options)
    {
        if (options.Samples < 0)
        {
            throw new ArgumentException("A sample has one scenario at least.");
        }

        if (options.Samples > 0 && options.Method == SamplingMethod.Sobol && all.Length > SobolNumbers.MostDimensions)
        {
            throw new ArgumentException(
                $"There are direction numbers for {SobolNumbers.MostDimensions} dimensions, and {all.Length} vary: take a Latin "
                    + "hypercube.");
        }

        var ruleSets = all.Where(one => one.IsParameter).Aggregate(1.0, (product, one) => product * one.Values.Count);
        if (options.Samples > 0 && ruleSets > MostRuleSets)
        {
            throw new ArgumentException(
                $"The parameters have more than {MostRuleSets.ToString("N0", CultureInfo.InvariantCulture)} combinations, each of which is "
                    + "a rule set of its own: give them fewer values.");
        }

        if (options.Samples == 0 && Array.Find(all, dimension => !dimension.Weights.IsEven) is { } weighted)
        {
            throw new ArgumentException($"`{weighted.Name}` has a distribution, which only a sample can follow: say how many are drawn.");
        }
    }
}
