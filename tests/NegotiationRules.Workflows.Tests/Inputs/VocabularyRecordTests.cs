using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>What the facts of a vocabulary are to expressions.</summary>
public class VocabularyRecordTests
{
    private static readonly VocabularyRecord Inputs = new(Vocabulary.Parse("""
        { "properties": {
            "input1": { "properties": {
              "small": { "type": "integer", "minimum": 0, "maximum": 9 },
              "whole": { "type": "integer" },
              "exact": { "type": "number", "multipleOf": 0.01 },
              "real": { "type": "number" },
              "isOpen": { "type": "boolean" },
              "isOpenOrNot": { "type": "boolean", "default": false },
              "name": { "type": "string" },
              "size": { "enum": ["S", "L"] },
              "day": { "type": "string", "format": "date" },
              "moment": { "type": "string", "format": "date-time" },
              "span": { "type": "string", "format": "duration" },
              "party": { "properties": { "id": { "type": "string" } } },
              "orders": { "type": "array", "items": { "properties": { "total": { "type": "integer" } } } },
              "scores": { "type": "array", "items": { "type": "number" } } } } } }
        """));

    [Theory]
    [InlineData("small", nameof(ScalarKind.Int32))]
    [InlineData("whole", nameof(ScalarKind.Int64))]
    [InlineData("exact", nameof(ScalarKind.Decimal))]
    [InlineData("real", nameof(ScalarKind.Double))]
    [InlineData("isOpen", nameof(ScalarKind.Boolean))]
    [InlineData("name", nameof(ScalarKind.Text))]
    [InlineData("size", nameof(ScalarKind.Text))]
    [InlineData("day", nameof(ScalarKind.DateOnly))]
    [InlineData("moment", nameof(ScalarKind.DateTime))]
    [InlineData("span", nameof(ScalarKind.TimeSpan))]
    public void AFactIsOfTheNearestKindAndMayBeMissing(string fact, string kind) =>
        Assert.Equal(
            new InputMember(fact, fact, new ScalarInput(Enum.Parse<ScalarKind>(kind), true)),
            Input1.Find(fact, isCaseSensitive: false)
        );

    [Fact]
    public void AFactWithADefaultIsNeverMissing() =>
        Assert.Equal(new ScalarInput(ScalarKind.Boolean, false), Input1.Find("isOpenOrNot", true)?.Type);

    [Fact]
    public void ObjectsAndListsHaveTheirMembers()
    {
        var orders = Assert.IsType<ListInput>(Input1.Find("Orders", isCaseSensitive: false)?.Type);

        Assert.Equal(new ScalarInput(ScalarKind.Int64, true), Assert.IsType<VocabularyRecord>(orders.Element).Find("total", true)?.Type);
        Assert.Equal(["id"], Assert.IsType<VocabularyRecord>(Input1.Find("party", true)?.Type).MemberNames);
        Assert.Equal(new ListInput(new ScalarInput(ScalarKind.Double, true)), Input1.Find("scores", true)?.Type);
    }

    [Fact]
    public void LetterCaseMattersWhereItIsToldToAndWhereSeveralDiffer()
    {
        var record = new VocabularyRecord(
            Vocabulary.Parse("""{ "properties": { "a": { "type": "string" }, "A": { "type": "integer" }, "b": { "type": "boolean" } } }""")
        );

        Assert.Equal("A", record.Find("A", isCaseSensitive: false)?.Name);
        Assert.Equal("b", record.Find("B", isCaseSensitive: false)?.Name);
        Assert.Null(record.Find("B", isCaseSensitive: true));
        Assert.Null(
            new NamedInputs([new("x", "x", record), new("X", "X", record), new("xX", "xX", record)]).Find("Xx", isCaseSensitive: true)
        );
        Assert.Null(new NamedInputs([new("xy", "xy", record), new("XY", "XY", record)]).Find("Xy", isCaseSensitive: false));
    }

    private static RecordInput Input1 => Assert.IsType<RecordInput>(Inputs.Find("input1", true)?.Type, exactMatch: false);
}
