using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>The rules of a rule set in lanes, and beside them the tree walk with which they must agree.</summary>
internal sealed class LaneAgreementRun
{
    private readonly RuleSet _rules;

    public LaneAgreementRun(RuleSet rules)
    {
        _rules = rules;
        Lanes = LaneCompiler.Compile(ProgramCompiler.Compile(rules.Checked), rules.Checked);
        Machine = new LaneMachine(Lanes);
        Table = new FactTable(Lanes.Layout, Lanes.Texts);
    }

    public LaneProgram Lanes { get; }

    public LaneMachine Machine { get; }

    public FactTable Table { get; }

    /// <summary>How many outcomes were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>Evaluates a scenario with one plane where that is enough, and with two.</summary>
    public void AssertAgree(Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(_rules.Vocabulary, bag);
        if (bag.HasErrors)
        {
            return;
        }

        Fill(facts);
        Machine.Run(Table, Walk(facts));
        AssertAgree(facts, scenario);
        Machine.RunInTwoPlanes(Table, Walk(facts));
        AssertAgree(facts, scenario);
    }

    public void Fill(FactRecord facts)
    {
        Table.Clear();
        Table.Add(facts);
    }

    public static Func<Condition, Truth> Walk(FactRecord facts) => condition => TreeWalk.Evaluate(condition, Scope.Of(facts));

    /// <summary>Compares what the machine says now with the tree walk: outcomes of rules and of stages.</summary>
    public void AssertAgree(FactRecord facts, object shown)
    {
        var bag = new DiagnosticBag();
        var expected = EvaluatedScenario.Evaluate(_rules.Checked, facts, bag);
        if (expected is null)
        {
            Assert.True(Machine.IsBeyond, $"the tree walk finds {bag.ToSorted()[0]}, the lanes do not");
            return;
        }

        // It may give up on quantities that the tree walk still reckons with, or never comes to reckon with.
        if (Machine.IsBeyond)
        {
            return;
        }

        var copied = new RuleOutcome[_rules.Rules.Count];
        Machine.Outcomes.CopyOutcomes(copied);
        var satisfied = new ulong[Bits.Words(copied.Length)];
        Machine.Outcomes.CopySatisfied(satisfied);
        for (var rule = 0; rule < copied.Length; rule++)
        {
            var (walked, given) = (expected.Outcomes[rule], Machine.Outcomes.OutcomeOf(rule));
            if (walked != given || copied[rule] != given || Bits.Get(satisfied, rule) != (given == RuleOutcome.Satisfied))
            {
                Assert.Fail($"rule {_rules.Rules[rule].Id}: tree walk {walked}, lanes {given}, copied {copied[rule]}\n{Describe(shown)}");
            }

            Compared++;
        }

        for (var stage = 0; stage < _rules.Stages.Count; stage++)
        {
            var ofStage = _rules
                .Rules.Where((_, rule) => _rules.Checked.StageOfRule[rule] == stage)
                .Select(rule => (rule, expected.Outcomes[rule.Index]));
            Assert.Equal(StageEvaluator.OutcomeOf(expected.Applies[stage], ofStage), Machine.Outcomes.OutcomeOfStage(stage));
        }
    }

    private string Describe(object shown) => $"{_rules.DescribeProgram()}\n{shown}";
}
