using System.Dynamic;
using System.Runtime.CompilerServices;

namespace NegotiationRules.RulesEngine.Tests;

/// <summary>What an engine keeps for inputs that it no longer sees.</summary>
public sealed class MemoryTests
{
    [Fact]
    public void WhatWasMadeForAWorkflowIsForgottenWithIt()
    {
        var engine = new NegotiationRulesEngine();
        var made = Evaluate(engine);

        engine.RemoveWorkflow("loans");
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(made.IsAlive);
    }

    // Apart, so that nothing of it is left on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Evaluate(NegotiationRulesEngine engine)
    {
        engine.AddWorkflow(
            new ModelWorkflow { WorkflowName = "loans", Rules = [new() { RuleName = "adult", Expression = "input1.age >= 18" }] }
        );
        dynamic input = new ExpandoObject();
        input.age = 20;
        var results = engine.ExecuteAllRulesAsync("loans", new ModelParameter("input1", (object)input)).AsTask().GetAwaiter().GetResult();

        Assert.True(results[0].IsSuccess);
        return new WeakReference(engine.Store.Find("loans")!.Plans.Single().Translated);
    }
}
