using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Evaluates scenarios of a sweep by one rule set, some thousands at a time: in columns where the rules allow it, else one by
/// one.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class SweepBatch
{
    private readonly SweptFacts _facts;
    private readonly RepeatedFacts? _repeated;

    public SweepBatch(RuleSet rules, SweptFacts facts)
    {
        Batch = new ScenarioBatch(rules);
        _facts = facts;
        if (!MayBeColumns(rules, facts))
        {
            return;
        }

        var repeated = Batch.BeginColumns(0).Prepare(facts.Common);
        Batch.Clear();
        for (var i = 0; i < facts.Paths.Length; i++)
        {
            repeated.Vary(facts.Paths[i], facts.Values[i]);
        }

        _repeated = repeated.IsSayable ? repeated : null;
    }

    /// <summary>The scenarios with their outcomes.</summary>
    public ScenarioBatch Batch { get; }

    /// <summary>How many elements the longest list of a scenario has, with those of all lists around it.</summary>
    public int Elements => _repeated?.Elements ?? 1;

    /// <summary>Whether scenarios are evaluated in columns, as far as can be told without having prepared any.</summary>
    public static bool MayBeColumns(RuleSet rules, SweptFacts facts) => rules.FirstRuleThatWalks is null && !facts.IsBoundAnew;

    /// <summary>Evaluates so many scenarios.</summary>
    /// <param name="count">How many.</param>
    /// <param name="places">Which value each fact that varies has in each.</param>
    public void Evaluate(int count, VariedPlaces[] places)
    {
        if (_repeated is not null)
        {
            var columns = Batch.BeginColumns(count);
            columns.Repeat(_repeated, places);
            columns.End();
        }
        else
        {
            Batch.Clear();
            for (var scenario = 0; scenario < count; scenario++)
            {
                Batch.Add(_facts.Of(places, scenario));
            }
        }

        Batch.Evaluate();
    }
}
