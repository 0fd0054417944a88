using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;
using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>What the names of an expression mean: inputs, and parameters of the workflow.</summary>
public sealed class TranslationScopeTests
{
    [Fact]
    public void AParameterIsPutInPlaceWhereItIsUsed() =>
        Assert.Equal(
            """{ "value": { "fact": "loan.amount", "times": 2 }, "moreThan": 100 }""",
            Condition(
                "twice > 100",
                Empty.WithInput("loan", "loan", TranslationCase.Type).WithExpression("twice", Parse("loan.Amount * 2"))
            )
        );

    [Fact]
    public void TextBesideACharacterIsTakenForOneUnlessItsTypeIsGiven()
    {
        const string Json =
            """{ "WorkflowName": "w", "Rules": [{ "RuleName": "r", "Expression": "input1.grade == 'a' || 'b' == input1.grade" }] }""";

        Assert.Equal(["NR7266", "NR7266"], WorkflowFile.Parse(Json).Warnings.Select(w => w.Code));
        Assert.False(
            WorkflowFile.TryParse(Json, WorkflowOptions.Default.WithInput("input1", new { Grade = "a" }.GetType()), out _, out var found)
        );
        Assert.Contains(found, f => f.Code == "NR7223");
    }

    [Fact]
    public void AParameterMayUseThoseBeforeIt() =>
        Assert.Equal(
            """{ "some": "loan.debts", "where": { "paid": true, "rest": { "moreThan": 5 } } }""",
            Condition(
                "paid.Any(d => d.Rest > 5)",
                Empty
                    .WithInput("loan", "loan", TranslationCase.Type)
                    .WithExpression("all", Parse("loan.Debts"))
                    .WithExpression("paid", Parse("all.Where(d => d.Paid)"))
            )
        );

    [Fact]
    public void AParameterThatIsAConditionIsNamed() =>
        Assert.Equal(
            """{ "all": [ { "condition": "is adult" }, { "loan.secured": true } ] }""",
            Condition(
                "adult and loan.Secured",
                Empty.WithInput("loan", "loan", TranslationCase.Type).WithCondition("adult", "is adult", null)
            )
        );

    [Fact]
    public void TheFaultOfAConditionIsThatOfWhatUsesIt()
    {
        var fault = Logic.Known(default, "loan.applicant", isKnown: false);
        var found = TranslationCase.Of("adult", missingIsUnknown: false, scope: Empty.WithCondition("adult", "is adult", fault));

        Assert.Equal("""{ "loan.applicant": { "known": false } }""", TranslationCase.Print(found.Result!.Fault!));
    }

    [Fact]
    public void AParameterOfTheNameOfAnotherComesFirst() =>
        Assert.Equal(
            """{ "loan.months": 3 }""",
            Condition(
                "x == 3",
                Empty
                    .WithInput("loan", "loan", TranslationCase.Type)
                    .WithExpression("x", Parse("loan.Account"))
                    .WithExpression("x", Parse("loan.Months"))
            )
        );

    [Fact]
    public void ParametersThatGrowBeyondMeasureAreADiagnostic()
    {
        var scope = Empty.WithInput("loan", "loan", TranslationCase.Type).WithExpression("p0", Parse("loan.Amount"));
        for (var i = 1; i < 40; i++)
        {
            scope = scope.WithExpression($"p{i}", Parse($"p{i - 1} + p{i - 1}"));
        }

        var bag = new DiagnosticBag();

        Assert.Null(new ExpressionTranslator(bag, new TranslationOptions(true)).TranslateCondition(Parse("p39 > 0"), scope));
        Assert.Equal("NR7270", Assert.Single(bag.ToSorted()).Code);
    }

    [Fact]
    public void AnInputThatIsAMemberOfTheElementsAsWellBeginsAtTheScenario() => Assert.Equal(
        """{ "some": "items", "as": "i", "where": { "i.limit": { "moreThan": { "fact": "scenario.limit" } } } }""",
        Condition("items.Any(i => i.limit > limit)", WithItems("limit")));

    [Fact]
    public void WhatLiesOnTheWayToAnElementIsNamedWithIt() => Assert.Equal(
        """{ "count": "orders.items", "as": ["o", "item"],"""
            + """ "where": { "item.limit": { "moreThan": { "fact": "o.limit" } } }, "moreThan": 1 }""",
        Condition(
            "orders.SelectMany(o => o.items.Where(i => i.limit > o.limit)).Count() > 1",
            Empty.WithInput("orders", "orders", new ListInput(new NamedInputs([
                new InputMember("limit", "limit", Number), new InputMember("items", "items", ItemsWith("limit"))])))));

    [Fact]
    public void AnInputThatIsAMemberOfTheElementsAsWellIsADiagnosticWhereAMemberIsCalledLikeTheScenario()
    {
        var bag = new DiagnosticBag();

        Assert.Null(new ExpressionTranslator(bag, new TranslationOptions(true)).TranslateCondition(
            Parse("items.Any(i => i.limit > limit)"), WithItems("limit", "scenario")));
        Assert.Equal("NR7210", Assert.Single(bag.ToSorted()).Code);
    }

    [Fact]
    public void NamesAreFoundInAnyLetterCaseUnlessToldOtherwise()
    {
        var scope = Empty.WithInput("loan", "loan", TranslationCase.Type);
        var bag = new DiagnosticBag();

        Assert.NotNull(new ExpressionTranslator(bag, new TranslationOptions(true)).TranslateCondition(Parse("LOAN.months > 3"), scope));
        Assert.Null(
            new ExpressionTranslator(bag, new TranslationOptions(true, IsCaseSensitive: true)).TranslateCondition(
                Parse("LOAN.months > 3"),
                scope
            )
        );
        Assert.Null(
            new ExpressionTranslator(bag, new TranslationOptions(true, IsCaseSensitive: true)).TranslateCondition(
                Parse("loan.months > 3"),
                scope
            )
        );
        Assert.NotNull(
            new ExpressionTranslator(bag, new TranslationOptions(true, IsCaseSensitive: true)).TranslateCondition(
                Parse("loan.Months > 3"),
                scope
            )
        );
    }

    [Fact]
    public void AValueHasItsTypeAndWhenItIsNull()
    {
        var found = TranslationCase.Of("loan.Deposit * 2", missingIsUnknown: false, isValue: true).Result!;

        Assert.Equal(new ScalarInput(ScalarKind.Decimal, true), found.Type);
        Assert.Equal(
            """{ "fact": "loan.deposit", "times": 2 }""",
            JsonPrinter.Print(ConditionWriter.ToJson(found.Operand!), indented: false)
        );
        Assert.Equal("""{ "loan.deposit": { "known": false } }""", TranslationCase.Print(found.Nothing!));
    }

    [Fact]
    public void ANewObjectIsItsMembers()
    {
        var found = TranslationCase.Of("new (loan.Months as Term, loan.Amount * 2 as Twice, loan.Rate)", isValue: true).Result!;

        Assert.Equal(["Term", "Twice", "Rate"], found.Members.Select(m => m.Name));
        Assert.Equal(
            """{ "fact": "loan.amount", "times": 2 }""",
            JsonPrinter.Print(ConditionWriter.ToJson(found.Members[1].Value.Operand!), indented: false)
        );
    }

    [Fact]
    public void WhatIsDecidedIsSaidSo()
    {
        Assert.True(TranslationCase.Of("1 < 2").Result!.Decided);
        Assert.False(TranslationCase.Of("loan.Months == 2.5").Result!.Decided);
        Assert.Null(TranslationCase.Of("loan.Months == 2").Result!.Decided);
    }

    [Fact]
    public void PlacesLieInTheExpression()
    {
        var found = TranslationCase.Of("loan.Months > 3 and loan.Applicant.Age >= 18").Result!;

        var tests = Assert.IsType<FactTestsSyntax>(found.Condition);
        Assert.Equal("loan.Months > 3", tests.Tests[0].Span.Characters.ToString());
        var age = Assert.IsType<FactTestSyntax>(tests.Tests[1]);
        Assert.Equal("loan.Applicant.Age", age.Path.Span.Characters.ToString());
        Assert.Equal(">=", age.Comparisons[0].Span.Characters.ToString());
        Assert.Equal("18", age.Comparisons[0].Operand.Span.Characters.ToString());
    }

    private static TranslationScope Empty => TranslationScope.Empty;

    private static string Condition(string expression, TranslationScope scope)
    {
        var bag = new DiagnosticBag();
        var found = new ExpressionTranslator(bag, new TranslationOptions(true)).TranslateCondition(Parse(expression), scope);
        Assert.Empty(bag.ToSorted());
        return TranslationCase.Print(found!.Condition!);
    }

    private static ExpressionSyntax Parse(string expression) =>
        ExpressionParser.Parse(new ExpressionText(new JsonText(default, expression)), new ExpressionDiagnostics(new DiagnosticBag()));

    private static readonly ScalarInput Number = new(ScalarKind.Int32, false);

    private static ListInput ItemsWith(params string[] members) =>
        new(new NamedInputs([.. members.Select(member => new InputMember(member, member, Number))]));

    private static TranslationScope WithItems(params string[] members) =>
        Empty.WithInput("items", "items", ItemsWith(members)).WithInput("limit", "limit", Number);
}
