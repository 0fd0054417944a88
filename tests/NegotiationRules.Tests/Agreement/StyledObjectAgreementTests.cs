using System.Globalization;
using NegotiationRules.Tests.Facts;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Generated rules on objects whose enums, days and keys are written in the way of C#: the outcomes are those of the tree walk on
/// the scenario that says the same in JSON.</summary>
public class StyledObjectAgreementTests(ITestOutputHelper output)
{
    private const int Cases = 60;

    private static readonly string Written =
        """
        {
          "type": "object",
          "properties": {
            "asOf": { "type": "string", "format": "date" },
            "start": { "type": "string", "format": "date" },
            "end": { "type": "string", "format": "date" },
            "form": { "enum": ["by-word-of-mouth", "in_writing"] },
            "rounds": { "type": "integer" },
            "price": { "type": "number", "multipleOf": 0.000001 },
            "parties": {
              "type": "array", "x-key": "code",
              "items": {
                "type": "object",
                "properties": {
                  "code": { "type": "string" },
                  "form": { "enum": ["in_writing", "by-word-of-mouth"] },
                  "since": { "type": "string", "format": "date" }
                }
              }
            }
          }
        }
        """;

    [Fact]
    public void EveryEvaluatorAgreesOnObjectsInTheWayOfTheirLanguage()
    {
        var vocabulary = Vocabulary.Parse(GeneratedVocabulary.WithEntry(Written));
        var options = new ObjectOptions { IgnoreExtraProperties = true };
        var (compared, quick) = (0, 0);
        for (var seed = 1; seed <= Cases; seed++)
        {
            var random = new Random(seed);
            if (GeneratedRules.Make(random, vocabulary, seed % 60).Rules is not { } rules)
            {
                continue;
            }

            var (batch, evaluator) = (new ScenarioBatch(rules), new ScenarioEvaluator(rules));
            var expected = new List<Verdict?>();
            for (var i = 0; i < 20; i++)
            {
                var seats = Enumerable.Range(0, random.Next(4)).Select(n => (Code: $"P{n}", Seat: ASeat(random))).ToList();
                var form = (Form)random.Next(3);
                var (start, end) = (ADay(random), random.Next(3) == 0 ? (DateTimeOffset?)null : ADay(random));
                var price = random.Next(1_000_000) / 1_000_000m;
                var json = Json(start, end, form, price, [.. seats]);
                expected.Add(EveryEvaluator.VerdictByTreeWalk(rules, Scenario.Parse(json)));
                var about = $"seed {seed}, object {i}: {json}";
                if (random.Next(2) == 0)
                {
                    var keyed = new Keyed(start, end, form, 3, price, seats.ToDictionary(s => s.Code, s => s.Seat));
                    batch.AddObject(keyed, options);
                    Compare(() => evaluator.EvaluateObject(keyed, options));
                    Assert.Equal(
                        Bound.To(vocabulary, Scenario.Parse(json)).Json(),
                        Bound.To(vocabulary, Scenario.From(keyed, vocabulary, options)).Json());
                }
                else
                {
                    var listed = new Listed(
                        start, end, form, 3, price, [.. seats.Select(s => new CodedSeat(s.Code, s.Seat.Form, s.Seat.Since))]);
                    batch.AddObject(listed, options);
                    Compare(() => evaluator.EvaluateObject(listed, options));
                    quick++;
                }

                void Compare(Action evaluate) =>
                    EveryEvaluator.AssertSame(rules, expected[^1], EveryEvaluator.OutcomesOf(evaluator, evaluate), $"evaluator, {about}");
            }

            batch.Evaluate();
            for (var i = 0; i < expected.Count; i++)
            {
                EveryEvaluator.AssertSame(rules, expected[i], EveryEvaluator.OutcomesOf(batch, i), $"batch, seed {seed}, object {i}");
            }

            compared += expected.Count * rules.Rules.Count * 2;
        }

        output.WriteLine($"seeds 1 to {Cases}: {compared} pairs of a rule and an object");
        Assert.True(compared > Cases * 20 && quick > 100, $"only {compared}, {quick}");
    }

    private static string Json(DateTime start, DateTimeOffset? end, Form form, decimal price, (string Code, Seat Seat)[] seats) =>
        string.Create(CultureInfo.InvariantCulture, $$"""
            { "asOf": "2022-06-01", "start": "{{start:yyyy-MM-dd}}", "rounds": 3, "price": {{price}}, {{Of(form)}}
              {{(end is { } e ? $"\"end\": \"{e:yyyy-MM-dd}\", " : string.Empty)}}
              "parties": [ {{string.Join(", ", seats.Select(s => Json(s.Code, s.Seat)))}} ] }
            """);

    private static string Json(string code, Seat seat) => string.Create(
        CultureInfo.InvariantCulture, $$"""{ {{Of(seat.Form)}}"since": "{{seat.Since:yyyy-MM-dd}}", "code": "{{code}}" }""");

    private static string Of(Form form) => form switch
    {
        Form.ByWordOfMouth => "\"form\": \"by-word-of-mouth\", ",
        Form.InWriting => "\"form\": \"in_writing\", ",
        _ => string.Empty,
    };

    private static Seat ASeat(Random random) => new((Form)random.Next(3), ADay(random));

    private static DateTime ADay(Random random) => new DateTime(2022, 1, 1).AddDays(random.Next(400));

    internal enum Form
    {
        [System.Text.Json.Serialization.JsonIgnore]
        NotSaid,
        ByWordOfMouth,
        InWriting,
    }

    internal sealed record Seat(Form Form, DateTime Since);

    internal sealed record CodedSeat(string Code, Form Form, DateTime Since)
    {
        public string Colour { get; } = "red";
    }

    internal abstract record Dated
    {
        public DateTime AsOf { get; } = new(2022, 6, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    internal sealed record Keyed(
        DateTime Start, DateTimeOffset? End, Form Form, int Rounds, decimal Price, Dictionary<string, Seat> Parties
    ) : Dated;

    internal sealed record Listed(
        DateTime Start, DateTimeOffset? End, Form Form, int Rounds, decimal Price, List<CodedSeat> Parties
    ) : Dated
    {
        public object Whole => this;
    }
}
