using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>A timeline says what every day says by itself: on rules and scenarios made at random, and on all that ships.</summary>
public sealed class EveryDayTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(80);

    // Most dates of what is made at random lie in the first span; in the others values leave the calendar.
    private static readonly (string From, string To)[] Spans =
    [
        ("2021-12-01", "2022-04-15"), ("2022-12-01", "2023-03-15"), ("0001-01-01", "0001-04-01"), ("9999-09-01", "9999-12-31"),
    ];

    [Fact]
    public void RulesMadeAtRandomComeOutAsOnEachDay()
    {
        var seed = Seed.Of(output);
        var (outcomes, turns) = (0L, 0L);
        for (var (i, tried) = (0, 0); tried < Cases; i++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + i));
            var size = 100 * tried / Cases;
            var vocabulary = GeneratedVocabulary.Make(random, size).Vocabulary;
            var made = random.Next(2) == 0 ? GeneratedRules.Make(random, vocabulary, size)
                : GeneratedRules.MakeComparisons(random, vocabulary, 30);
            var scenario = GeneratedScenario.Make(random, vocabulary, size);
            if (made.Rules is not { } rules || DateThatIsRead(random, rules) is not { } fact || IsCostly(rules, scenario.Scenario))
            {
                continue;
            }

            tried++;
            var (from, to) = Spans[random.Next(3) == 0 ? random.Next(Spans.Length) : 0];
            try
            {
                var compared = EveryDay.Check(rules, scenario.Scenario, Day(from), Day(to), fact);
                (outcomes, turns) = (outcomes + compared.Outcomes, turns + compared.Turns);
            }
            catch (Exception fault)
            {
                throw new InvalidOperationException($"case {i}, {fact}: {fault.Message}\n{made}\n{scenario}", fault);
            }
        }

        output.WriteLine($"{outcomes:N0} outcomes, {turns:N0} of rules that turned");
        Assert.True(turns > Cases / 4, $"hardly anything turned: {turns}");
    }

    // A day takes a moment, and there are many of them.
    private static bool IsCostly(RuleSet rules, Scenario scenario) => EvaluatedScenario.Evaluate(
        rules.Checked with { Work = new WorkLimits { Steps = 20_000 } }, scenario.Bind(rules.Vocabulary, new DiagnosticBag()),
        new DiagnosticBag()) is null;

    // Any date outside of lists that a rule reads.
    private static string? DateThatIsRead(Random random, RuleSet rules)
    {
        var dates = DatesIn(rules.Vocabulary.Root, string.Empty).Where(path =>
        {
            var days = new SeveralDays(DayFact.Find(rules.Vocabulary, path)!);
            return rules.Rules.Any(rule => days.AreReadBy(rule.When) || days.AreReadBy(rule.Require) || days.AreReadBy(rule.Deadline));
        }).ToList();
        return dates.Count == 0 ? null : dates[random.Next(dates.Count)];
    }

    private static IEnumerable<string> DatesIn(RecordType type, string path) => type.Properties.SelectMany(property => property.Type switch
    {
        DateType => [path + property.Name],
        RecordType inner => DatesIn(inner, $"{path}{property.Name}."),
        _ => (IEnumerable<string>)[],
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
