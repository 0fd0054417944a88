using NegotiationRules.Programs;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Few, many and very many lanes, and lists of every length, agree with the tree walk.</summary>
public class LaneAgreementFormsTests
{
    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 60)]
    [InlineData(9, 60)]
    [InlineData(64, 20)]
    [InlineData(70, 20)]
    [InlineData(600, 4)]
    public void GroupsOfAnyNumberOfLanesAgree(int times, int scenarios)
    {
        var run = new LaneAgreementRun(LaneAgreementForms.Make(times));
        var random = new Random(times);
        for (var i = 0; i < scenarios; i++)
        {
            run.AssertAgree(GeneratedScenario.Make(random, LaneAgreementForms.Vocabulary, 20 + i).Scenario);
        }

        Assert.True(run.Compared >= times * scenarios * 5);
    }

    [Theory]
    [InlineData(1, 200)]
    [InlineData(2, 100)]
    [InlineData(70, 20)]
    public void QuantifiersAgreeWhereLanesDoWithoutAMachine(int times, int scenarios)
    {
        var run = new LaneAgreementRun(LaneAgreementForms.MakeWithoutMachine(times));
        var random = new Random(times);
        for (var i = 0; i < scenarios; i++)
        {
            run.AssertAgree(GeneratedScenario.Make(random, LaneAgreementForms.Vocabulary, 20 + i).Scenario);
        }

        Assert.Empty(run.Lanes.Lists.Steps);
        Assert.True(run.Compared >= times * scenarios * 3);
    }

    [Fact]
    public void FewRulesOfAFormLeaveTheListsToTheMachineThatIsThereAnyway()
    {
        static bool GoesOverLists(LaneOp op) => op.Kind is LaneOpKind.SomeOf or LaneOpKind.SomeCodes;

        Assert.DoesNotContain(new LaneAgreementRun(LaneAgreementForms.Make(1)).Lanes.Ops, GoesOverLists);
        Assert.Contains(new LaneAgreementRun(LaneAgreementForms.Make(70)).Lanes.Ops, GoesOverLists);
    }

    [Fact]
    public void ListsOfHundredsOfElementsAgree()
    {
        var run = new LaneAgreementRun(LaneAgreementForms.Make(70));
        var random = new Random(7);
        for (var i = 0; i < 6; i++)
        {
            run.AssertAgree(GeneratedScenario.Make(random, LaneAgreementForms.Vocabulary, 500 + (900 * i)).Scenario);
        }
    }

    [Fact]
    public void EvaluatingAllocatesNothing()
    {
        var run = new LaneAgreementRun(LaneAgreementForms.Make(70));
        run.AssertAgree(GeneratedScenario.Make(new Random(5), LaneAgreementForms.Vocabulary, 60).Scenario);
        var outcomes = new RuleOutcome[run.Lanes.Rules.Length];

        Assert.Equal(0, FillAgreement.Garbage(() =>
        {
            run.Machine.Run(run.Table, null);
            run.Machine.RunInTwoPlanes(run.Table, null);
            run.Machine.Outcomes.CopyOutcomes(outcomes);
            run.Machine.Outcomes.OutcomeOfStage(0);
        }));
    }

    [Fact]
    public void RulesOfOneFormLieSideBySide()
    {
        var lanes = new LaneAgreementRun(LaneAgreementForms.Make(600)).Lanes;

        Assert.Equal(12_000, lanes.Rules.Length);
        Assert.True(lanes.Groups.Length < 100, $"{lanes.Groups.Length} groups");
        Assert.Contains(lanes.Groups, group => group.Lanes > 512);
        Assert.Contains(lanes.Ops, op => op.Kind == LaneOpKind.CodeListLanes);
        Assert.Contains(lanes.Ops, op => op.Kind == LaneOpKind.CompareLanes);
        Assert.Contains(new LaneAgreementRun(LaneAgreementForms.Make(70)).Lanes.Ops, op => op.Kind == LaneOpKind.CodeLanes);
    }
}
