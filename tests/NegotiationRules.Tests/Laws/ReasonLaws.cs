using System.Globalization;
using NegotiationRules.Tests.Explanation;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Laws;

/// <summary>Those whom a reason names could have changed the outcome; the others, each of them and all together, could not.</summary>
public class ReasonLaws
{
    private static readonly string[] Votes = ["yes", "no", "abstain"];
    private static readonly string[] Kinds = ["big", "small"];

    // A condition with # for a number, and the fact of an element by which it decides.
    private static readonly (string Condition, string Fact)[] Conditions =
    [
        (""" "count": "states", "as": "st", "where": { "vote": "yes" }, "atLeast": # """, "vote"),
        (""" "count": "states", "as": "st", "where": { "vote": "yes" }, "lessThan": # """, "vote"),
        (""" "value": { "value": 10, "minus": { "count": "states", "as": "st", "where": { "vote": "no" } } }, "moreThan": # """, "vote"),
        (""" "sum": "states.weight", "as": "st", "where": { "vote": "yes" }, "atMost": # """, "vote"),
        (""" "sum": "states.weight", "as": "st", "where": { "vote": "yes" }, "moreThan": # """, "vote"),
        (""" "value": { "sum": "states.weight", "as": "st", "where": { "vote": "yes" }, "times": -1 }, "atLeast": -# """, "vote"),
        (""" "min": "states.weight", "as": "st", "atLeast": # """, "weight"),
        (""" "min": "states.weight", "as": "st", "lessThan": # """, "weight"),
        (""" "max": "states.weight", "as": "st", "atMost": # """, "weight"),
        (""" "max": "states.weight", "as": "st", "moreThan": # """, "weight"),
        (""" "share": "states", "as": "st", "among": { "kind": "big" }, "where": { "vote": "yes" }, "atLeast": "#/10" """, "vote"),
        (
            """ "share": "states", "as": "st", "of": "weight", "among": { "kind": "big" }, "where": { "vote": "yes" },"""
                + """ "lessThan": "#/10" """,
            "vote"
        ),
        (""" "every": "states", "as": "st", "where": { "kind": "big" }, "satisfy": { "weight": { "atMost": # } } """, "weight"),
        (""" "no": "states", "as": "st", "where": { "weight": # } """, "weight"),
    ];

    [ManyCases(200)]
    public void ThoseWhoAreNamedCouldHaveChangedTheOutcomeAndNobodyElse(int seed)
    {
        var random = new Random(seed);
        var (template, fact) = Conditions[random.Next(Conditions.Length)];
        var condition = $$"""
            "require": { {{template.Replace("#", random.Next(1, 10).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}} }
            """;
        var states = Enumerable
            .Range(0, random.Next(2, 5))
            .Select(i => new State($"S{i}", Kinds[random.Next(2)], random.Next(8), Votes[random.Next(3)]))
            .ToList();
        if (ReasonElementsTests.NamedBy(condition, Written(states)) is not { } reason)
        {
            return;
        }

        var named = reason.Split([", ", " and "], StringSplitOptions.None).ToHashSet(StringComparer.Ordinal);
        var message = $"{condition} of {Written(states)} names {reason}";
        Assert.False(
            Ways(states, fact, state => !named.Contains(state.Name)).Any(other => IsMet(condition, other)),
            $"{message}; others could have changed it"
        );
        Assert.True(
            Ways(states, fact, state => named.Contains(state.Name)).Any(other => IsMet(condition, other))
                || !Ways(states, fact, _ => true).Any(other => IsMet(condition, other)),
            $"{message}; they could not have changed it, and others could"
        );
    }

    private static bool IsMet(string condition, IReadOnlyList<State> states) =>
        ReasonElementsTests.NamedBy(condition, Written(states)) is null;

    // All ways in which the fact of those elements may be otherwise.
    private static IEnumerable<IReadOnlyList<State>> Ways(IReadOnlyList<State> states, string fact, Func<State, bool> mayChange) =>
        states.Aggregate<State, IEnumerable<IReadOnlyList<State>>>(
            [
                [],
            ],
            (all, state) =>
                all.SelectMany(start =>
                    (mayChange(state) ? state.Others(fact) : [state]).Select(other => (IReadOnlyList<State>)[.. start, other])
                )
        );

    private static string Written(IEnumerable<State> states) => $"[ {string.Join(", ", states.Select(Written))} ]";

    private static string Written(State state) =>
        $$"""{ "name": "{{state.Name}}", "kind": "{{state.Kind}}", "weight": {{state.Weight}}, "vote": "{{state.Vote}}" }""";

    private sealed record State(string Name, string Kind, int Weight, string Vote)
    {
        public IEnumerable<State> Others(string fact) =>
            fact == "vote"
                ? [this with { Vote = "yes" }, this with { Vote = "no" }]
                : [this, this with { Weight = 0 }, this with { Weight = 20 }];
    }
}
