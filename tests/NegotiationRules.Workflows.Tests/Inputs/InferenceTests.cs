using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Tests.Inputs;

/// <summary>What a case file cannot show: nullability, and inputs of unusual size.</summary>
public class InferenceTests
{
    [Theory]
    [InlineData("input1.x == null", "input1.x > 3", true)]
    [InlineData("input1.x.HasValue", "input1.x > 3", true)]
    [InlineData("np(input1.x, 4) > 3", "true", true)]
    [InlineData("(input1.x ?? 4) > 3", "true", true)]
    [InlineData("input1.x.GetValueOrDefault(4) > 3", "true", true)]
    [InlineData("input1.x > 3", "input1.y == null", false)]
    public void WhatIsTestedForNullMayBeNothing(string first, string second, bool isNullable) =>
        Assert.Equal(new ScalarInput(ScalarKind.Double, isNullable), TypeOf("x", [first, second]));

    [Fact]
    public void WhatASampleLacksMayBeNothing()
    {
        Assert.Equal(
            new ScalarInput(ScalarKind.Int64, true),
            TypeOf("x", ["input1.x > 3"], """{ "input1": { "x": 1 } }""", """{ "input1": {} }""")
        );
        Assert.Equal(
            new ScalarInput(ScalarKind.Int64, false),
            TypeOf("x", ["input1.x > 3"], """{ "input1": { "x": 1 } }""", """{ "input1": { "x": 2 } }""")
        );
    }

    [Theory]
    [InlineData("input1.x >= 3", "3", ScalarWhole)]
    [InlineData("input1.x >= 3", "3.5", ScalarReal)]
    [InlineData("input1.x >= 3.5", "3", ScalarReal)]
    [InlineData("input1.x >= 3M", "3", "Decimal")]
    [InlineData("input1.x >= 3M", "3.5", "Decimal")]
    [InlineData("input1.x >= 0x10L", "3", ScalarWhole)]
    [InlineData("input1.x >= 1e3", "3", ScalarReal)]
    [InlineData("input1.x / 2 > 0.5", "3", ScalarWhole)]
    public void NumbersAreWholeIfASampleIsUnlessOneBesideThemIsNot(string expression, string sample, string kind) =>
        Assert.Equal(
            new ScalarInput(Enum.Parse<ScalarKind>(kind), false),
            TypeOf("x", [expression], $$"""{ "input1": { "x": {{sample}} } }""")
        );

    [Theory]
    [InlineData("input1.x >= 3", ScalarReal)]
    [InlineData("input1.x in (1, 2)", ScalarReal)]
    [InlineData("input1.x * 2 == 3", ScalarReal)]
    [InlineData("input1.x >= 3L", ScalarWhole)]
    [InlineData("input1.x > input1.list.Count()", ScalarWhole)]
    [InlineData("input1.x > input1.name.Length", ScalarWhole)]
    [InlineData("input1.x % 2 == 0", ScalarWhole)]
    [InlineData("input1.x % 2.5 == 0", ScalarReal)]
    [InlineData("input1.list[input1.x] == \"a\"", ScalarWhole)]
    [InlineData("input1.x == DateTime.Now.Year", ScalarWhole)]
    [InlineData("input1.x == (DateTime.Now - DateTime(2022, 1, 1)).TotalDays", ScalarReal)]
    public void NumbersAreWholeOnlyIfSomethingSaysSo(string expression, string kind) =>
        Assert.Equal(new ScalarInput(Enum.Parse<ScalarKind>(kind), false), TypeOf("x", [expression]));

    [Fact]
    public void AParameterHidesTheOneOfTheSameNameBeforeIt()
    {
        var outer = new ScopedParam("limit", Parse("input1.a"), null);
        var inner = new ScopedParam("limit", Parse("limit + input1.b"), outer);

        var inputs = Infer([
            new ScopedExpression(Parse("limit > 2.5"), inner, true),
            new ScopedExpression(Parse("limit.StartsWith(\"x\")"), new ScopedParam("limit", Parse("input1.c"), null), true),
        ]);

        Assert.Equal([ScalarKind.Double, ScalarKind.Double, ScalarKind.Text], Members(inputs).Select(m => ((ScalarInput)m.Type).Kind));
    }

    [Fact]
    public void ALongChainOfParametersTakesNoDeepStack()
    {
        var param = new ScopedParam("p0", Parse("input1.x"), null);
        for (var i = 1; i < 20_000; i++)
        {
            param = new ScopedParam($"p{i}", Parse($"p{i - 1} + 1"), param);
        }

        Assert.Equal(
            ScalarKind.Int64,
            ((ScalarInput)Members(Infer([new ScopedExpression(Parse("p19999 > 3L"), param, true)]))[0].Type).Kind
        );
    }

    [Fact]
    public void LetterCaseMattersWhereItIsToldTo()
    {
        ScopedExpression[] expressions = [new(Parse("input1.x > 3 && input1.X == \"a\""), null, true)];
        var bag = new DiagnosticBag();

        var inputs = InputInference.Infer(new InferenceSources(expressions) { IsCaseSensitive = true }, bag);

        Assert.Equal(["x", "X"], Members(inputs).Select(m => m.Name));
        Assert.Empty(bag.ToSorted());
        InputInference.Infer(new InferenceSources(expressions), bag);
        Assert.Equal("NR7280", Assert.Single(bag.ToSorted()).Code);
    }

    private const string ScalarWhole = nameof(ScalarKind.Int64);
    private const string ScalarReal = nameof(ScalarKind.Double);

    private static InputType TypeOf(string member, string[] expressions, params string[] samples) =>
        Members(
                Infer(
                    [.. expressions.Select(e => new ScopedExpression(Parse(e), null, true))],
                    [
                        .. samples.Select(s =>
                            (JsonObject)JsonReader.Read(new SourceText("sample", s), ReadingLimits.Default, new DiagnosticBag())!
                        ),
                    ]
                )
            )
            .Single(m => m.Name == member)
            .Type;

    private static InferredRecord Infer(ScopedExpression[] expressions, params JsonObject[] samples)
    {
        var bag = new DiagnosticBag();
        var inputs = InputInference.Infer(new InferenceSources(expressions) { Samples = samples }, bag);
        Assert.DoesNotContain(bag.ToSorted(), found => found.Severity == DiagnosticSeverity.Error);
        return inputs;
    }

    private static IReadOnlyList<InputMember> Members(InferredRecord inputs)
    {
        var input1 = Assert.IsType<InferredRecord>(inputs.Find("input1", isCaseSensitive: true)?.Type);
        return [.. input1.Members.Select(m => m.Member)];
    }

    private static ExpressionSyntax Parse(string text)
    {
        var bag = new DiagnosticBag();
        var expression = ExpressionParser.Parse(new ExpressionText(new JsonText(default, text)), new ExpressionDiagnostics(bag));
        Assert.Empty(bag.ToSorted());
        return expression;
    }
}
