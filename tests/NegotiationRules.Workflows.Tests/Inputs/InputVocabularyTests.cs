using System.Runtime.CompilerServices;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>The vocabulary that goes with the inputs of a workflow.</summary>
public class InputVocabularyTests
{
    [Fact]
    public void OfANetTypeOnlyWhatIsUsedIsTaken()
    {
        var inputs = new NamedInputs([
            new("input1", "input1", ClrType.Describe(typeof(Person), "input1", PropertyNaming.CamelCase)),
            new("limit", "limit", ClrType.Describe(typeof(decimal), "limit", PropertyNaming.CamelCase))]);

        var vocabulary = InputVocabulary.Of(
            inputs,
            [
                "input1.name", "input1.born", "input1.friends[].parent.rank", "input1.friends.scores", "input1.bags",
                "input1.parent", "input1.missing", "limit",
            ],
            new InputVocabularyOptions(Clock: "asOf", DecimalPlaces: 2),
            new DiagnosticBag());

        Check(vocabulary);
    }

    [Fact]
    public void AVocabularyStaysWhatItIs()
    {
        var vocabulary = Vocabulary.Parse("""
            { "properties": {
                "input1": { "properties": { "age": { "type": "integer", "minimum": 0, "default": 18, "description": "In years." },
                "size": { "enum": ["S", "L"] } } },
                "asOf": { "type": "string", "format": "date-time" } } }
            """);

        var made = InputVocabulary.Of(new VocabularyRecord(vocabulary), [], new InputVocabularyOptions(Clock: "asOf"), new DiagnosticBag());

        Assert.Equal(vocabulary.ToJsonSchema(), made?.ToJsonSchema());
    }

    [Fact]
    public void TheClockNeedsAFactOfItsOwn()
    {
        var bag = new DiagnosticBag();

        var made = InputVocabulary.Of(
            new NamedInputs([new("asOf", "asOf", new ScalarInput(ScalarKind.Text, true))]),
            [],
            new InputVocabularyOptions(Clock: "asOf"),
            bag
        );

        Assert.Null(made);
        Assert.Equal(
            "error NR7288: this is the fact `asOf`, a date and time, and the input `asOf` is text\n   help: rename the input",
            Assert.Single(bag.ToSorted()).ToString());
    }

    [Fact]
    public void AVocabularyThatWasGivenMustHaveTheClock()
    {
        var bag = new DiagnosticBag();
        var vocabulary = Vocabulary.Parse(
            """{ "type": "object", "properties": { "day": { "type": "string", "format": "date" } } }""",
            "order.vocabulary.json"
        );

        Assert.False(InputVocabulary.HasClock(vocabulary, "asOf", default, bag));
        Assert.Equal(
            "error NR7289: this is the fact `asOf`, which `order.vocabulary.json` does not have\n   help: add it beside the inputs: "
                + "\"asOf\": { \"type\": \"string\", \"format\": \"date-time\" }",
            Assert.Single(bag.ToSorted()).ToString());
        Assert.False(InputVocabulary.HasClock(vocabulary, "day", default, bag));
        Assert.Equal(["NR7288", "NR7289"], bag.ToSorted().Select(d => d.Code).Order());
    }

    [Fact]
    public void EveryKindOfValueHasAFact()
    {
        var inputs = new NamedInputs([
            .. Enum.GetValues<ScalarKind>().Select(kind => new InputMember($"{kind}", $"{kind}", new ScalarInput(kind, false))),
        ]);

        Check(InputVocabulary.Of(inputs, [], new InputVocabularyOptions(), new DiagnosticBag()));
    }

    private static void Check(Vocabulary? vocabulary, [CallerMemberName] string test = "", [CallerFilePath] string file = "")
    {
        Assert.NotNull(vocabulary);
        Approved.Check(vocabulary.ToJsonSchema(), file, test);
    }

    internal enum Rank
    {
        Low,
        High,
    }

    internal sealed class Person
    {
        public string Name { get; set; } = string.Empty;

        public DateOnly Born { get; set; }

        public Rank Rank { get; set; }

        public Person? Parent { get; set; }

        public List<Person> Friends { get; set; } = [];

        public List<int> Scores { get; set; } = [];

        public List<Dictionary<string, int>> Bags { get; set; } = [];

        public object Unused { get; set; } = 1;
    }
}
