using System.Numerics;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.HowMuch;

/// <summary>The power indices are those that others have published, and those that come of trying all ways of voting.</summary>
public sealed class PowerTests(ITestOutputHelper output)
{
    private static readonly int Ballots = CaseCount.Of(150);
    private static readonly Votes YesOrNo = new("members", "vote", For: "yes", Against: "no");

    [Fact]
    public void TheSecurityCouncilIsAsPublished()
    {
        var power = Power("security-council", "veto", "adoption", YesOrNo);

        Assert.Equal((15, 848, 5_080), (power.Voters.Count, (int)power.Winning, (int)power.Swings));
        Assert.All(power.Voters.Where(voter => voter.Kind == "permanent member"), voter => Assert.Equal(
            ("848", "16.69", "421/2145"), ($"{voter.Swings}", voter.Banzhaf.Percent(), $"{voter.ShapleyShubik}")));
        Assert.All(power.Voters.Where(voter => voter.Kind == "other member"), voter => Assert.Equal(
            ("84", "1.65", "4/2145"), ($"{voter.Swings}", voter.Banzhaf.Percent(), $"{voter.ShapleyShubik}")));
        Assert.Equal(
            ["China", "France", "Russian Federation", "United Kingdom", "United States"],
            power.Voters.Where(voter => voter.Kind == "permanent member").Select(voter => voter.Name));
    }

    // Shapley and Shubik, 1954: of the Council of eleven, 98.7 % for the five.
    [Fact]
    public void TheSecurityCouncilOfElevenIsAsPublished()
    {
        var power = Power("security-council", "seven-of-eleven", "adoption", YesOrNo);

        Assert.Equal(["1/462", "76/385"], power.Voters.Select(voter => $"{voter.ShapleyShubik}").Distinct());
        Assert.Equal("98.70", new Proportion(76, 77).Percent());
    }

    // The six of 1958, twelve votes of seventeen: Luxembourg never decides.
    [Fact]
    public void TheCouncilOfTheSixIsAsPublished()
    {
        var rules = RuleSet.Parse(
            """
            { "name": "six", "stages": ["adoption"], "rules": [
              { "id": "twelve", "require": { "sum": "members.weight", "where": { "vote": "yes" }, "atLeast": 12 } } ] }
            """,
            new RuleSetOptions { Vocabulary = Ballot.Facts });
        var scenario = Scenario.Parse("""
            { "members": [
              { "name": "Germany", "weight": 4 }, { "name": "France", "weight": 4 }, { "name": "Italy", "weight": 4 },
              { "name": "Netherlands", "weight": 2 }, { "name": "Belgium", "weight": 2 }, { "name": "Luxembourg", "weight": 1 } ] }
            """);

        var power = rules.Power(scenario, "adoption", YesOrNo);

        Assert.Equal(["5/21", "5/21", "5/21", "1/7", "1/7", "0"], power.Voters.Select(voter => $"{voter.Banzhaf}"));
        Assert.Equal(["7/30", "7/30", "7/30", "3/20", "3/20", "0"], power.Voters.Select(voter => $"{voter.ShapleyShubik}"));
        Assert.Equal(
            ["Germany, France and Italy", "Netherlands and Belgium", "Luxembourg"], power.Voters.Select(voter => voter.Kind).Distinct());
    }

    // Computed by itself: coalitions without a member, by their number and their people, in hundred thousands.
    [Fact]
    public void TheCouncilOfTheEuropeanUnionIsAsADynamicProgramHasIt()
    {
        var scenario = Load("council-of-the-eu", "abstentions-block");
        var power = Power(
            "council-of-the-eu", "abstentions-block", "adoption", new Votes("members", "vote", For: "for", Against: "against"));
        int[] people = [.. System.Text.Json.Nodes.JsonNode.Parse(scenario.ToString())!["members"]!.AsArray()
            .Select(member => (int)member!["population"]! / 100_000)];
        var all = people.Sum();

        Assert.Equal(27, people.Length);
        for (var member = 0; member < people.Length; member++)
        {
            Assert.Equal(SwingsOf(people, member, IsCarried), power.Voters[member].Swings);
        }

        // Who has more people never has less power, and the power of all is one.
        Assert.Equal(
            people.OrderDescending(),
            power.Voters.Zip(people).OrderByDescending(pair => pair.First.Swings).Select(pair => pair.Second));
        var whole = power.Voters.Select(voter => voter.ShapleyShubik).Aggregate((Sum: BigInteger.Zero, Of: BigInteger.One), (sum, part) =>
            ((sum.Sum * part.Denominator) + (part.Numerator * sum.Of), sum.Of * part.Denominator));
        Assert.Equal(whole.Of, whole.Sum);

        bool IsCarried(int members, int those) =>
            members * 100 >= 55 * 27 && members >= 15 && (those * 100 >= 65 * all || 27 - members < 4);
    }

    [Fact]
    public void OnBallotsMadeAtRandomSwingsAreThoseOfTryingAllWays()
    {
        var random = new Random(Seed.Of(output));
        var (decided, falling, open) = (0, 0, 0);
        for (var i = 0; i < Ballots; i++)
        {
            var ballot = new Ballot(random);
            var (power, outcomes) = (ballot.Rules.Power(ballot.Scenario, "adoption", YesOrNo), ballot.Outcomes());
            var message = $"{ballot.Text}\n{ballot.Scenario}\n{power}";
            if (power.NotDecided is { } reason)
            {
                var isOpen = outcomes.Contains(StageOutcome.Undetermined);
                (falling, open) = (falling + (isOpen ? 0 : 1), open + (isOpen ? 1 : 0));
                Assert.True(isOpen == reason.Reason.Contains("undetermined", StringComparison.Ordinal), message);
                Assert.True(isOpen || Decided(ballot, outcomes, (without, with) => without && !with).Any(count => count > 0)
                    || reason.Reason.StartsWith("no rule", StringComparison.Ordinal), message);
                continue;
            }

            decided++;
            Assert.True(!outcomes.Contains(StageOutcome.Undetermined), message);
            Assert.True(Decided(ballot, outcomes, (without, with) => without && !with).All(count => count == 0), message);
            Assert.True(Decided(ballot, outcomes, (without, with) => !without && with)
                .SequenceEqual(power.Voters.Select(voter => (int)voter.Swings)), message);
            Assert.True(OrdersDecided(ballot, outcomes)
                .SequenceEqual(power.Voters.Select(voter => $"{voter.ShapleyShubik}")), message);
        }

        output.WriteLine($"{decided} decided, {falling} where a vote can be one too many, {open} undetermined");
        Assert.True(decided > Ballots / 4 && falling > 0 && open > 0);
    }

    // In how many ways of voting of the others a member turns one into the other.
    private static IEnumerable<int> Decided(Ballot ballot, IReadOnlyList<StageOutcome> outcomes, Func<bool, bool, bool> turns) =>
        Enumerable.Range(0, ballot.Count).Select(member => Enumerable.Range(0, outcomes.Count).Count(way =>
            (way & (1 << member)) == 0
            && turns(outcomes[way] == StageOutcome.Valid, outcomes[way | (1 << member)] == StageOutcome.Valid)));

    // In how many of all orders each member is the one with which it becomes valid.
    private static IEnumerable<string> OrdersDecided(Ballot ballot, IReadOnlyList<StageOutcome> outcomes)
    {
        var (pivots, orders) = (new int[ballot.Count], 0);
        Go(0, 0);
        return pivots.Select(pivot => new Proportion(pivot, orders).ToString());

        void Go(int way, int placed)
        {
            orders += placed == ballot.Count ? 1 : 0;
            for (var member = 0; member < ballot.Count; member++)
            {
                if ((way & (1 << member)) == 0)
                {
                    var with = way | (1 << member);
                    var before = orders;
                    Go(with, placed + 1);
                    pivots[member] += outcomes[way] != StageOutcome.Valid && outcomes[with] == StageOutcome.Valid ? orders - before : 0;
                }
            }
        }
    }

    private static BigInteger SwingsOf(int[] people, int member, Func<int, int, bool> isCarried)
    {
        var coalitions = new long[people.Length, people.Sum() + 1];
        coalitions[0, 0] = 1;
        for (var (other, number, most) = (0, 0, 0); other < people.Length; other++)
        {
            if (other != member)
            {
                number++;
                most += people[other];
                for (var size = number; size > 0; size--)
                {
                    for (var those = most; those >= people[other]; those--)
                    {
                        coalitions[size, those] += coalitions[size - 1, those - people[other]];
                    }
                }
            }
        }

        var swings = BigInteger.Zero;
        for (var size = 0; size < people.Length; size++)
        {
            for (var those = 0; those <= people.Sum() - people[member]; those++)
            {
                swings += !isCarried(size, those) && isCarried(size + 1, those + people[member]) ? coalitions[size, those] : 0;
            }
        }

        return swings;
    }

    private static PowerTable Power(string rules, string scenario, string stage, Votes votes) =>
        RuleSet.Load(Repository.At($"rules/{rules}")).Power(Load(rules, scenario), stage, votes);

    private static Scenario Load(string rules, string scenario) =>
        Scenario.Load(Repository.At($"rules/{rules}/scenarios/{scenario}.scenario.json"));
}
