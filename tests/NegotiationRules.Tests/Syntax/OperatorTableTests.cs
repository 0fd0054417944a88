using NegotiationRules.Cli.Schemas;
using NegotiationRules.Conditions;
using NegotiationRules.Schemas;
using NegotiationRules.Syntax;
using NegotiationRules.Workflows;

namespace NegotiationRules.Tests.Syntax;

/// <summary>Every operator is whole: each column of its row, and each part of the project that has something to say of it.</summary>
public sealed class OperatorTableTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "type": "object", "properties": {
            "truths": { "type": "boolean" }, "numbers": { "type": "integer" }, "texts": { "type": "string" },
            "durations": { "type": "string", "format": "duration" }, "days": { "type": "string", "format": "date" },
            "lists": { "type": "array", "items": { "type": "string" } },
            "composites": { "type": "object", "properties": { "inner": { "type": "string" } } } } }
        """);

    public static TheoryData<string> Names() => [.. Operators.Names];

    [Fact]
    public void TheTableHasARowForEachOperatorInTheirOrder() =>
        Assert.Equal(Enum.GetValues<ComparisonOperator>(), Operators.Table.Select(row => row.Operator));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheColumnsOfARowAgree(string name)
    {
        var row = Operators.Find(name)!;
        Assert.NotEqual(ValueKinds.None, row.Of);
        Assert.NotEmpty(row.Says);
        Assert.NotEmpty(row.Borrowed);
        Assert.Equal(row.Kind == ComparisonKind.Relation, Relations.Of(row.Operator) is not null);
        Assert.Equal(row.Of.HasFlag(ValueKinds.Lists) && row.Kind != ComparisonKind.Presence, row.Combines is not null);
        Assert.True(row.Place is null || row.Kind == ComparisonKind.Search);
        Assert.Equal(row.Takes == OperandShape.Values && row.Combines != CompositionKind.None, row.OfOne is not null);
        Assert.Equal(
            row.Kind switch
            {
                ComparisonKind.Relation or ComparisonKind.Search => OperandShape.Value,
                ComparisonKind.Membership or ComparisonKind.Containment => OperandShape.Values,
                ComparisonKind.Range => OperandShape.Range,
                ComparisonKind.Presence => OperandShape.Truth,
            },
            row.Takes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NegationsMirrorsAndTwinsArePairs(string name)
    {
        var row = Operators.Find(name)!;
        foreach (var other in new Func<OperatorRow, ComparisonOperator?>[] { r => r.Negation, r => r.Mirrored, r => r.Twin })
        {
            Assert.True(other(row) is not { } pair || other(Operators.Of(pair)) == row.Operator);
        }

        Assert.True(row.Negation is not { } negation || Relations.Of(negation) == Relations.Of(row.Operator)?.Inverse());
        Assert.True(row.Mirrored is not { } mirrored || Relations.Of(mirrored) == Relations.Of(row.Operator)?.Mirror());
        Assert.True(row.Twin is not { } twin || Relations.Of(twin) == Relations.Of(row.Operator));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItIsAcceptedOfWhatItIsForAndOfNothingElse(string name)
    {
        foreach (var kind in Enum.GetValues<ValueKinds>().Where(kind => int.IsPow2((int)kind)))
        {
            var isRead = RuleSet.TryParse(
                Rules(Condition(name, kind)), new RuleSetOptions { Vocabulary = Facts }, out _, out var diagnostics);
            Assert.True(isRead == Operators.Find(name)!.Of.HasFlag(kind), $"{name} of {kind}: {string.Join('\n', diagnostics)}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ASentenceTellsThatItHoldsAndAnotherThatItDoesNot(string name)
    {
        foreach (var condition in Conditions(name))
        {
            var (holds, fails) = (Parse(condition).Describe(), Parse($$"""{ "not": {{condition}} }""").Describe());
            Assert.NotEqual(holds, fails);
            Assert.DoesNotContain("{", holds + fails, StringComparison.Ordinal);
        }
    }

    // Patterns are the one thing that the engine has no word for of its own: they are listed as lost.
    [Theory]
    [MemberData(nameof(Names))]
    public void AWorkflowCanSayIt(string name) =>
        Assert.All(Conditions(name), condition => Assert.Equal(
            name == "matches",
            WorkflowWriter.Write(Parse(condition)).Losses.Any(loss => loss.Severity == DiagnosticSeverity.Error)));

    [Theory]
    [MemberData(nameof(Names))]
    public void TheSchemaSaysTheSameOfIt(string name)
    {
        var row = Operators.Find(name)!;
        var definitions = ShippedSchema.Parse("rules")["$defs"]!;
        var own = definitions["comparisons"]!["properties"]![name]!;
        Assert.Equal(row.Says, (string?)own["description"]);
        Assert.Equal(
            row.Takes switch
            {
                OperandShape.Value => "#/$defs/operand",
                OperandShape.Values => "#/$defs/listOperand",
                OperandShape.Range => "array",
                OperandShape.Truth => "boolean",
            },
            (string?)(own["$ref"] ?? own["type"]));
        Assert.Contains(definitions["oneComparison"]!["oneOf"]!.AsArray(), one => (string?)one!["required"]![0] == name);
        Assert.Contains(
            definitions["facts"]!["propertyNames"]!["allOf"]![1]!["not"]!["enum"]!.AsArray(), word => (string?)word == name);
        Assert.All(
            ConditionForms.Table.Where(form => form.Compares),
            form => Assert.True(definitions[form.Keyword]!["properties"]!.AsObject().ContainsKey(name)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EditorsOfferItWhereItFits(string name)
    {
        var facts = RuleSchema.Of(Facts)["$defs"]!["facts"]!["properties"]!;
        foreach (var kind in Enum.GetValues<ValueKinds>().Where(kind => int.IsPow2((int)kind) && kind != ValueKinds.Composites))
        {
            var offered = facts[FactOf(kind)]!["anyOf"]!.AsArray()[^1]!["properties"]!.AsObject();
            Assert.Equal(Operators.Find(name)!.Of.HasFlag(kind), offered.ContainsKey(name));
        }
    }

    private static IEnumerable<string> Conditions(string name) =>
        Enum.GetValues<ValueKinds>()
            .Where(kind => int.IsPow2((int)kind) && Operators.Find(name)!.Of.HasFlag(kind))
            .Select(kind => Condition(name, kind));

    private static string Condition(string name, ValueKinds kind)
    {
        var (low, high) = kind switch
        {
            ValueKinds.Truths => ("true", "true"),
            ValueKinds.Numbers => ("1", "2"),
            ValueKinds.Durations => ("\"P1D\"", "\"P2D\""),
            ValueKinds.Days => ("\"2022-01-10\"", "\"2022-01-12\""),
            _ => ("\"a\"", "\"b\""),
        };
        var operand = Operators.Find(name)!.Takes switch
        {
            OperandShape.Value => low,
            OperandShape.Values or OperandShape.Range => $"[{low}, {high}]",
            OperandShape.Truth => "true",
        };
        return $$"""{ "{{FactOf(kind)}}": { "{{name}}": {{operand}} } }""";
    }

    private static string FactOf(ValueKinds kind) => kind.ToString().ToLowerInvariant();

    private static RuleSet Parse(string condition) =>
        RuleSet.Parse(Rules(condition), new RuleSetOptions { Vocabulary = Facts });

    private static string Rules(string condition) =>
        $$"""{ "name": "test", "stages": ["talks"], "rules": [{ "id": "rule", "require": {{condition}} }] }""";
}
