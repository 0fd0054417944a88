namespace NegotiationRules.RulesEngine.Tests;

/// <summary>What is missing is unknown, if that is asked for.</summary>
public sealed class MissingFactsTests
{
    private static readonly ModelWorkflow Workflow = new()
    {
        WorkflowName = "missing",
        Rules =
        [
            new() { RuleName = "unknown", Expression = "input1.City == \"Geneva\"", ErrorMessage = "not in Geneva" },
            new() { RuleName = "its negation", Expression = "input1.City != \"Geneva\"" },
            new() { RuleName = "settled", Expression = "input1.Seats > 3 || input1.City == \"Geneva\"" },
            new()
            {
                RuleName = "failed",
                Expression = "input1.Seats > 30 && input1.City == \"Geneva\"",
                ErrorMessage = "only $(input1.Seats) seats",
            },
            new()
            {
                RuleName = "joined",
                Operator = "And",
                Rules =
                [
                    new() { RuleName = "a", Expression = "input1.Seats > 3" },
                    new() { RuleName = "b", Expression = "input1.City == \"Geneva\"" },
                ],
            },
        ],
    };

    [Fact]
    public async Task RulesThatDependOnItDoNotSucceedAndSayWhatIsMissing()
    {
        var engine = new NegotiationRulesEngine([Workflow], null, new NegotiationRulesEngineOptions { MissingIsUnknown = true });

        var results = await engine.ExecuteAllRulesAsync("missing", new Venue { Seats = 12 });

        Assert.Equal([false, false, true, false, false], results.Select(r => r.IsSuccess));
        Assert.Equal("unknown: input1.City is missing", results[0].ExceptionMessage);
        Assert.Equal("unknown: input1.City is missing", results[1].ExceptionMessage);
        Assert.Equal(string.Empty, results[2].ExceptionMessage);
        Assert.Equal("only 12 seats", results[3].ExceptionMessage);
        Assert.Equal("unknown: input1.City is missing", results[4].ExceptionMessage);
        Assert.Equal([true, false], results[4].ChildResults.Select(r => r.IsSuccess));
    }

    [Fact]
    public async Task OtherwiseNullIsAValueAsThere()
    {
        var engine = new NegotiationRulesEngine([Workflow]);

        var results = await engine.ExecuteAllRulesAsync("missing", new Venue { Seats = 12 });

        Assert.Equal([false, true, true, false, false], results.Select(r => r.IsSuccess));
        Assert.Equal("not in Geneva", results[0].ExceptionMessage);
    }

    [Fact]
    public async Task WithoutAnythingMissingBothSayTheSame()
    {
        var venue = new Venue { Seats = 12, City = "Geneva" };
        var exact = await new NegotiationRulesEngine([Workflow]).ExecuteAllRulesAsync("missing", venue);
        var three = await new NegotiationRulesEngine(
            [Workflow],
            null,
            new NegotiationRulesEngineOptions { MissingIsUnknown = true }
        ).ExecuteAllRulesAsync("missing", venue);
        Assert.Equal(exact.Select(r => (r.IsSuccess, r.ExceptionMessage)), three.Select(r => (r.IsSuccess, r.ExceptionMessage)));
    }

    public sealed class Venue
    {
        public string? City { get; set; }

        public int Seats { get; set; }
    }
}
