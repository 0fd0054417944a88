using FsCheck.Xunit;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>What holds whatever the samples are.</summary>
public class SampleLaws
{
    [Property(MaxTest = 300, QuietOnSuccess = true)]
    public void EverySampleFitsTheVocabularyThatWasInferredFromAll(int seed)
    {
        var random = new Random(seed);
        var shape = Record(random, 0);
        JsonObject[] samples = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => (JsonObject)shape())];
        var bag = new DiagnosticBag();

        var inferred = InputInference.Infer(new InferenceSources([]) { Samples = samples, IsCaseSensitive = true }, bag);
        var vocabulary = InputVocabulary.Of(inferred, [], new InputVocabularyOptions(), bag);

        // What is null in all samples is guessed.
        Assert.All(bag.ToSorted(), found => Assert.Equal("NR7281", found.Code));
        foreach (var sample in samples)
        {
            var faults = new DiagnosticBag();
            new Scenario("sample", sample).Bind(vocabulary!, faults);
            Assert.Empty(faults.ToSorted());
        }
    }

    // Each call of what is returned gives another value of the same type.
    private static Func<JsonValue> Any(Random random, int depth) => random.Next(depth < 3 ? 10 : 7) switch
    {
        0 => () => new JsonBoolean(default, random.Next(2) == 0),
        1 => () => new JsonNumber(default, $"{random.Next(-9, 9)}"),
        2 => () => new JsonNumber(default, random.Next(2) == 0 ? "2.5" : "3"),
        3 => () => new JsonText(default, "2020-01-02"),
        4 => () => new JsonText(default, random.Next(2) == 0 ? "2020-01-02T10:00:00Z" : "2020-01-02T10:00+01:00"),
        5 => () => new JsonText(default, random.Next(3) switch { 0 => "2020-01-02", 1 => "P3M", _ => "2020-01-02T10:00:00Z" }),
        6 => () => new JsonText(default, "x"),
        7 => List(random, depth),
        _ => Record(random, depth + 1),
    };

    private static Func<JsonValue> List(Random random, int depth)
    {
        var element = random.Next(2) == 0 ? Record(random, depth + 1) : Any(random, 3);
        return () => new JsonArray(default, [.. Enumerable.Range(0, random.Next(4)).Select(_ => element())]);
    }

    private static Func<JsonValue> Record(Random random, int depth)
    {
        var members = Enumerable.Range(0, random.Next(1, 5)).Select(i => (Name: $"m{i}", Value: Any(random, depth))).ToList();
        return () => new JsonObject(default, [.. members
            .Where(_ => depth == 0 || random.Next(5) > 0)
            .Select(m => new JsonMember(m.Name, default, random.Next(5) == 0 ? new JsonNull(default) : m.Value()))]);
    }
}
