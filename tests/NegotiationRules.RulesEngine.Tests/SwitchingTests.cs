using RulesEngine.Exceptions;
using RulesEngine.Extensions;
using RulesEngine.Interfaces;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Tests;

/// <summary>What an application sees that changes the one line in which it makes its engine.</summary>
public sealed class SwitchingTests
{
    private const string Talks = """
        {
          "WorkflowName": "talks",
          "Rules": [
            { "RuleName": "ready", "SuccessEvent": "open",
                "ErrorMessage": "only $(input1.Delegates) delegates in $(input1.City)", "Expression": "input1.Delegates >= 2" },
            { "RuleName": "city", "Expression": "input1.City == \"Geneva\"" }
          ]
        }
        """;

    [Fact]
    public async Task ResultsMessagesAndEventsAreThere()
    {
        var engine = Assert.IsAssignableFrom<IRulesEngine>(new NegotiationRulesEngine([Talks]));

        var results = await engine.ExecuteAllRulesAsync("talks", new Situation { Delegates = 1, City = "Geneva" });

        Assert.Equal(["ready", "city"], results.Select(r => r.Rule.RuleName));
        Assert.Equal([false, true], results.Select(r => r.IsSuccess));
        Assert.Equal("only 1 delegates in Geneva", results[0].ExceptionMessage);
        string? raised = null;
        results.OnSuccess(name => raised = name);
        Assert.Equal("city", raised);
    }

    [Fact]
    public async Task AWorkflowThatIsNotRegisteredIsAnArgumentException()
    {
        var engine = new NegotiationRulesEngine([Talks]);
        var exception = await Assert.ThrowsAsync<ArgumentException>(async () => await engine.ExecuteAllRulesAsync("none", 1));
        Assert.Contains("none", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnIncompleteWorkflowIsRefused()
    {
        Assert.Throws<RuleValidationException>(() => new NegotiationRulesEngine([new ModelWorkflow { WorkflowName = "empty" }]));
        Assert.Throws<RuleValidationException>(() => new NegotiationRulesEngine([Talks, Talks]));
    }

    [Fact]
    public async Task AnUpdatedWorkflowIsEvaluatedAsItIsNow()
    {
        var engine = new NegotiationRulesEngine([Talks]);
        Assert.True((await engine.ExecuteAllRulesAsync("talks", new Situation { Delegates = 2 }))[0].IsSuccess);

        engine.AddOrUpdateWorkflow(
            new ModelWorkflow { WorkflowName = "talks", Rules = [new() { RuleName = "more", Expression = "input1.Delegates > 2" }] }
        );

        var only = Assert.Single(await engine.ExecuteAllRulesAsync("talks", new Situation { Delegates = 2 }));
        Assert.False(only.IsSuccess);
        engine.RemoveWorkflow("talks");
        Assert.False(engine.ContainsWorkflow("talks"));
        Assert.Empty(engine.GetAllRegisteredWorkflowNames());
        await Assert.ThrowsAsync<ArgumentException>(async () => await engine.ExecuteAllRulesAsync("talks", new Situation()));
    }

    [Fact]
    public async Task InjectedRulesDoNotGrowWithEachCall()
    {
        var more = new ModelWorkflow { WorkflowName = "more", Rules = [new() { RuleName = "city", Expression = "input1.City != null" }] };
        var main = new ModelWorkflow
        {
            WorkflowName = "main",
            Rules = [new() { RuleName = "ready", Expression = "input1.Delegates >= 2" }],
            WorkflowsToInject = ["more"],
        };
        var engine = new NegotiationRulesEngine([more, main]);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(2, (await engine.ExecuteAllRulesAsync("main", new Situation { Delegates = 2 })).Count);
        }

        // Inputs of another type are no reason to stumble either.
        Assert.Equal(2, (await engine.ExecuteAllRulesAsync("main", new { Delegates = 2, City = "Wien" })).Count);
        Assert.Single(main.Rules);
    }

    [Fact]
    public async Task AnInjectedWorkflowThatIsUpdatedCountsAtOnce()
    {
        var main = new ModelWorkflow
        {
            WorkflowName = "main",
            Rules = [new() { RuleName = "ready", Expression = "true" }],
            WorkflowsToInject = ["more"],
        };
        var engine = new NegotiationRulesEngine([
            new ModelWorkflow { WorkflowName = "more", Rules = [new() { RuleName = "old", Expression = "true" }] },
            main,
        ]);
        Assert.Equal(["ready", "old"], (await engine.ExecuteAllRulesAsync("main", 1)).Select(r => r.Rule.RuleName));

        engine.AddOrUpdateWorkflow(new ModelWorkflow { WorkflowName = "more", Rules = [new() { RuleName = "new", Expression = "true" }] });

        Assert.Equal(["ready", "new"], (await engine.ExecuteAllRulesAsync("main", 1)).Select(r => r.Rule.RuleName));
    }

    [Fact]
    public async Task WorkflowsThatInjectEachOtherAreRefusedWhenExecuted()
    {
        var engine = new NegotiationRulesEngine([
            new ModelWorkflow { WorkflowName = "a", Rules = [new() { RuleName = "r", Expression = "true" }], WorkflowsToInject = ["b"] },
            new ModelWorkflow { WorkflowName = "b", Rules = [new() { RuleName = "s", Expression = "true" }], WorkflowsToInject = ["a"] }]);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await engine.ExecuteAllRulesAsync("a", 1));
        Assert.Contains("injects itself", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingInjectedWorkflowIsReportedInTheWordsOfTheOriginal()
    {
        ModelWorkflow workflow = new()
        {
            WorkflowName = "a",
            Rules = [new() { RuleName = "r", Expression = "true" }],
            WorkflowsToInject = ["b"],
        };
        var ours = await Record.ExceptionAsync(async () => await new NegotiationRulesEngine([workflow]).ExecuteAllRulesAsync("a", 1));
        var original = await Record.ExceptionAsync(async () => await new OriginalEngine([workflow]).ExecuteAllRulesAsync("a", 1));
        Assert.Equal(original!.Message, ours!.Message);
        Assert.Single(workflow.Rules);
    }

    [Fact]
    public async Task TypesThatShareTheirShortNameAreToldApart()
    {
        var engine = new NegotiationRulesEngine([
            new ModelWorkflow { WorkflowName = "same", Rules = [new() { RuleName = "r", Expression = "input1.Value == 1" }] },
        ]);

        Assert.True(Assert.Single(await engine.ExecuteAllRulesAsync("same", new One.Same { Value = 1 })).IsSuccess);
        Assert.True(Assert.Single(await engine.ExecuteAllRulesAsync("same", new Two.Same { Value = 1 })).IsSuccess);
    }

    [Fact]
    public async Task ACancelledCallEndsBeforeTheNextRule()
    {
        var engine = new NegotiationRulesEngine([Talks]);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await engine.ExecuteAllRulesAsync("talks", [new ModelParameter("input1", new Situation())], source.Token));
    }

    [Fact]
    public async Task ManyThreadsMayEvaluateAtOnce()
    {
        var engine = new NegotiationRulesEngine([Talks]);
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var satisfied = 0;
                        for (var i = 0; i < 500; i++)
                        {
                            var results = await engine.ExecuteAllRulesAsync(
                                "talks",
                                new Situation { Delegates = i % 4, City = worker % 2 == 0 ? "Geneva" : null }
                            );
                            Assert.Equal(worker % 2 == 0, results[1].IsSuccess);
                            satisfied += results[0].IsSuccess ? 1 : 0;
                        }

                        return satisfied;
                    })));
        Assert.All(counts, count => Assert.Equal(250, count));
    }

    public sealed class Situation
    {
        public int Delegates { get; set; }

        public string? City { get; set; }
    }

    private static class One
    {
        public sealed class Same
        {
            public int Value { get; set; }
        }
    }

    private static class Two
    {
        public sealed class Same
        {
            public int Value { get; set; }
        }
    }
}
