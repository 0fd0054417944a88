using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Newtonsoft.Json.Linq;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>After any changes, a session has the outcomes that the tree walk gives to the scenario as it then is, and tells just those that
/// changed.</summary>
public class SessionAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(40);

    [Fact]
    public void AfterRandomChangesASessionAgreesWithTheTreeWalk()
    {
        var changes = 0;
        foreach (var c in Generated.Cases(Seed.Of(output), Cases))
        {
            if (c.Rules.Rules is { } rules && EveryEvaluator.ByTreeWalk(rules, c.Scenario.Scenario) is not null)
            {
                changes += Play(rules, c.Scenario.Scenario, new Random(c.Seed));
            }
        }

        Assert.NotEqual(0, changes);
    }

    private static int Play(RuleSet rules, Scenario start, Random random)
    {
        var session = new Session(rules, start);
        var told = new List<OutcomeChange>();
        session.Changed += told.Add;
        var before = OutcomesOf(session);
        var changes = 0;
        for (var tick = 0; tick < 12; tick++)
        {
            for (var edit = random.Next(3); edit >= 0; edit--)
            {
                Edit(session, random);
            }

            var expected = EveryEvaluator.ByTreeWalk(rules, session.Scenario);
            told.Clear();
            if (expected is null)
            {
                Assert.Throws<ScenarioException>(() => session.Evaluate());
                Assert.Equal(before, OutcomesOf(session));
                continue;
            }

            var given = session.Evaluate();

            var after = OutcomesOf(session);
            EveryEvaluator.AssertSame(rules, expected, after, $"session: {session.Scenario}");
            var changed = rules
                .Rules.Where((_, i) => before[i] != after[i])
                .Select(rule => new OutcomeChange(
                    rule, before[rules.Rules.ToList().IndexOf(rule)], after[rules.Rules.ToList().IndexOf(rule)]
                ))
                .ToList();
            Assert.Equal(changed, given);
            Assert.Equal(changed, told);
            for (var stage = 0; stage < rules.Stages.Count; stage++)
            {
                Assert.Equal(session.ToVerdict().Stages[stage].Outcome, session.OutcomeOfStage(stage));
            }

            changes += changed.Count;
            before = after;
        }

        return changes;
    }

    private static RuleOutcome[] OutcomesOf(Session session) =>
        [.. Enumerable.Range(0, session.Rules.Rules.Count).Select(session.OutcomeOf)];

    private static void Edit(Session session, Random random)
    {
        var path = new List<string>();
        var type = Descend(session.Rules.Vocabulary.Root, (JsonObject)session.Scenario.Root, path, random, out var elements);
        var place = string.Concat(path).TrimStart('.');
        if (place.Length == 0)
        {
            return;
        }

        switch (type)
        {
            case ListType when elements > 0 && random.Next(2) == 0:
                session.Remove(place, random.Next(elements));
                break;
            case ListType { MaxItems: { } most } when elements >= most:
                break;
            case ListType list:
                session.Add(place, JToken.Parse(JsonPrinter.Print(GeneratedScenario.Value(random, list.Element, 20), indented: false)));
                break;
            case RecordType:
                session.Set(place, (object?)null);
                break;
            default:
                Set(session, place, Literals.Fact(random, type), random);
                break;
        }
    }

    private static void Set(Session session, string path, JsonValue value, Random random)
    {
        switch (value)
        {
            case var _ when random.Next(6) == 0:
                session.Set(path, (object?)null);
                break;
            case JsonBoolean b:
                session.Set(path, b.Value);
                break;
            case JsonText t
                when random.Next(2) == 0
                    && DateOnly.TryParseExact(t.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                session.Set(path, day);
                break;
            case JsonText t:
                session.Set(path, t.Value);
                break;
            case JsonNumber n when long.TryParse(n.Digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                session.Set(path, whole);
                break;
            case JsonNumber n when random.Next(2) == 0:
                session.Set(path, double.Parse(n.Digits, CultureInfo.InvariantCulture));
                break;
            case JsonNumber n
                when random.Next(2) == 0
                    && decimal.TryParse(
                        n.Digits,
                        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                        CultureInfo.InvariantCulture,
                        out var exact
                    ):
                session.Set(path, (object?)exact);
                break;
            case JsonNumber n:
                session.Set(path, (object?)JToken.Parse(n.Digits));
                break;
            default:
                throw new InvalidOperationException($"no way to set {value.Kind}");
        }
    }

    // A way down through what is there, to some fact; one that is not stated will be.
    private static FactType Descend(FactType type, JsonValue? value, List<string> path, Random random, out int elements)
    {
        elements = 0;
        value = value is JsonObject stated && stated.Find("source") is not null && stated.Find("value") is { } inner ? inner.Value : value;
        switch (type)
        {
            case RecordType { Properties.Count: > 0 } record when path.Count == 0 || random.Next(10) > 0:
                var property = record.Properties[random.Next(record.Properties.Count)];
                path.Add("." + property.Name);
                return Descend(property.Type, (value as JsonObject)?.Find(property.Name)?.Value, path, random, out elements);
            case ListType list:
                var items = value as JsonArray ?? (value as JsonObject)?.Find("known")?.Value as JsonArray;
                elements = items?.Items.Count ?? 0;
                if (elements > 0 && random.Next(3) > 0)
                {
                    var index = random.Next(elements);
                    path.Add($"[{index}]");
                    return Descend(list.Element, items!.Items[index], path, random, out elements);
                }

                return list;
            default:
                return type;
        }
    }
}
