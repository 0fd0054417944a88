using System.Numerics;
using NegotiationRules.Analysis;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Evaluation;

namespace NegotiationRules;

/// <summary>How much each vote decides whether a stage is valid: the power indices of Banzhaf and of Shapley and Shubik.</summary>
/// <remarks>
/// <para>Each voter votes for it or against it, all other facts are as in the scenario. All ways of voting are counted, exactly; none is
/// tried by itself. The indices are defined where one more vote for it never does harm, and where the votes decide: otherwise there is no
/// table, and <see cref="NotDecided"/> says why.</para>
/// <para>Immutable and safe to share between threads. Made by
/// <see cref="RuleSetAnalysis.Power(RuleSet, Scenario, string, Votes, AnalysisLimits)"/>.</para>
/// </remarks>
public sealed class PowerTable
{
    internal PowerTable(
        RuleSet rules, string scenario, string stage, Votes votes, FactByPath fact, IReadOnlyList<Scope> voters, PowerIndices? indices,
        NotDecided? whyNot)
    {
        (Rules, Scenario, Stage, Votes, NotDecided) = (rules, scenario, stage, votes, whyNot);
        Ways = BigInteger.One << voters.Count;
        if (indices is null)
        {
            return;
        }

        Winning = indices.Winning;
        var swings = indices.Swings.Select(bySize => bySize.Aggregate(BigInteger.Add)).ToList();
        Swings = swings.Aggregate(BigInteger.Add);
        var kinds = VoterKinds.Of(fact, voters, indices.Swings);
        var names = VoterKinds.NamesOf(voters);
        Voters =
        [
            .. voters.Select((voter, i) => new VoterPower(
                names[i], voter.Path, kinds[i], swings[i],
                new Proportion(swings[i], Swings.IsZero ? 1 : Swings), PowerIndices.ShapleyShubik(indices.Swings[i]))),
        ];
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The name of the scenario.</summary>
    public string Scenario { get; }

    /// <summary>The stage that is voted on.</summary>
    public string Stage { get; }

    /// <summary>Who votes, and how.</summary>
    public Votes Votes { get; }

    /// <summary>Why there is no table; <see langword="null"/> if there is one.</summary>
    public NotDecided? NotDecided { get; }

    /// <summary>All voters, in the order of the scenario; none if there is no table.</summary>
    public IReadOnlyList<VoterPower> Voters { get; } = [];

    /// <summary>How many ways there are in which all can vote.</summary>
    public BigInteger Ways { get; }

    /// <summary>In how many of these the stage is valid.</summary>
    public BigInteger Winning { get; }

    /// <summary>The swings of all voters together.</summary>
    public BigInteger Swings { get; }

    /// <summary>One page with all it needs and no script: a chart of both indices, and a table of all voters.</summary>
    public string ToHtml() => PowerPage.Of(this);

    /// <summary>The rule set, the stage and how many vote, or why that is not decided.</summary>
    public override string ToString() => $"{Rules.Name} {Stage}: {NotDecided?.ToString() ?? $"{Voters.Count} voters"}";
}
