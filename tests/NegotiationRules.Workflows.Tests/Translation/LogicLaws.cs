using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>However conditions are put together, what they say is what was put together: whatever is true, false or unknown.</summary>
public sealed class LogicLaws
{
    private static readonly string[] Facts = ["a", "b", "c"];

    [Fact]
    public void WhatIsPutTogetherMeansWhatItsPartsMean()
    {
        var random = new Random(1);
        for (var i = 0; i < 3000; i++)
        {
            var (condition, meaning) = Some(random, 4);
            Assert.All(Scenarios(), scenario => Assert.Equal(meaning(scenario), Truth(condition, scenario)));
        }
    }

    [Fact]
    public void WhatIsTidiedUpMeansTheSame()
    {
        var random = new Random(2);
        for (var i = 0; i < 3000; i++)
        {
            var (condition, meaning) = Some(random, 4);
            if (Logic.IsTrue(condition) || Logic.IsFalse(condition))
            {
                continue;
            }

            var tidy = new Simplifier().Rewrite(condition);
            Assert.All(Scenarios(), scenario => Assert.Equal(meaning(scenario), Truth(tidy, scenario)));
        }
    }

    private static IEnumerable<Dictionary<string, bool?>> Scenarios() =>
        from a in new bool?[] { true, false, null }
        from b in new bool?[] { true, false, null }
        from c in new bool?[] { true, false, null }
        select new Dictionary<string, bool?> { ["a"] = a, ["b"] = b, ["c"] = c };

    private static (ConditionSyntax Condition, Func<Dictionary<string, bool?>, bool?> Meaning) Some(Random random, int depth)
    {
        var fact = Facts[random.Next(Facts.Length)];
        switch (depth == 0 ? random.Next(4) : random.Next(10))
        {
            case 0:
                return (Logic.Known(default, fact), s => s[fact] is not null);
            case 1:
                return (Logic.Known(default, fact, isKnown: false), s => s[fact] is null);
            case 2:
                return (Logic.Constant(depth % 2 == 0), _ => depth % 2 == 0);
            case 3:
                return (
                    Logic.Test(
                        default, new FactOperandSyntax(default, new Name(fact, default)), ComparisonOperator.Is,
                        Literals.Write(default, true)!, default
                    ),
                    s => s[fact]
                );
            case 4 or 5:
                var (inner, innerMeaning) = Some(random, depth - 1);
                return (Logic.Not(default, inner), s => !innerMeaning(s));
            case 6 or 7:
                var (x, xMeaning) = Some(random, depth - 1);
                var (y, yMeaning) = Some(random, depth - 1);
                return (Logic.All(default, x, y), s => xMeaning(s) & yMeaning(s));
            default:
                var (v, vMeaning) = Some(random, depth - 1);
                var (w, wMeaning) = Some(random, depth - 1);
                return (Logic.Any(default, v, w), s => vMeaning(s) | wMeaning(s));
        }
    }

    private static bool? Truth(ConditionSyntax condition, Dictionary<string, bool?> scenario) =>
        condition switch
        {
            CompositionSyntax { Kind: CompositionKind.All } all => All(all.Conditions.Select(c => Truth(c, scenario))),
            CompositionSyntax any => any.Conditions.Select(c => Truth(c, scenario)).Aggregate((bool?)false, (a, b) => a | b) is var some
            && any.Kind == CompositionKind.None
                ? !some
                : some,
            FactTestsSyntax tests => All(tests.Tests.Select(t => Truth(t, scenario))),
            NotSyntax not => !Truth(not.Condition, scenario),
            FactTestSyntax test => All(test.Comparisons.Select(c => Truth(c, scenario[test.Path.Text]))),
            _ => throw new InvalidOperationException($"no truth of {condition}"),
        };

    private static bool? Truth(ComparisonSyntax comparison, bool? fact)
    {
        var said = ((Text.JsonBoolean)((LiteralSyntax)comparison.Operand).Value).Value;
        return comparison.Operator == ComparisonOperator.Known ? fact is not null == said : fact == null ? null : fact == said;
    }

    private static bool? All(IEnumerable<bool?> truths) => truths.Aggregate((bool?)true, (a, b) => a & b);
}
