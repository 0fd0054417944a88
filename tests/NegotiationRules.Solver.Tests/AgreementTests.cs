using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Solver.Tests;

/// <summary>Another solver answers as ours does.</summary>
public class AgreementTests(ITestOutputHelper output)
{
    private static readonly int Times = CaseCount.Of(1);
    private static readonly AnalysisLimits Limits =
        AnalysisLimits.Default with { TableRows = 500, Lemmas = 20, Time = TimeSpan.FromSeconds(0.5) };

    [Fact]
    public void OnCircuitsOfGeneratedRules()
    {
        var questions = new List<(string Script, bool Answer, string What)>();
        foreach (var (inquiry, rules, what) in Inquiries(40 * Times, allIsKnown: false))
        {
            // Without the evaluator's word on what is open: the question is about the circuit.
            var solver = new CircuitSolver(inquiry.Circuit);
            foreach (var rule in rules)
            {
                foreach (var outcome in Enum.GetValues<RuleOutcome>())
                {
                    var edge = inquiry.Rules[0].Of(rule, outcome);
                    if (solver.Solve([edge], inquiry.Budget) is not Solvable.Undecided and var answer)
                    {
                        questions.Add((SmtLib.Write(inquiry.Circuit, edge), answer == Solvable.Yes, $"{what}: {rule.Id} {outcome}"));
                    }
                }
            }
        }

        Compare(questions);
    }

    [Fact]
    public void OnGeneratedConditionsAsTheyAreSaid()
    {
        var questions = new List<(string Script, bool Answer, string What)>();
        foreach (var (inquiry, rules, what) in Inquiries(400 * Times, allIsKnown: true))
        {
            foreach (var condition in rules.SelectMany(ConditionsOf))
            {
                foreach (var expected in new[] { true, false })
                {
                    if (TryWrite(inquiry.Frame, condition, expected) is not { } script)
                    {
                        continue;
                    }

                    var edge = expected ? inquiry.Of(condition).True : inquiry.Of(condition).False;
                    var answer = inquiry.Ask(edge);
                    if (answer == Solvable.Yes || (answer == Solvable.No && inquiry.WhyNoIsOpen([condition]) is null))
                    {
                        questions.Add((script, answer == Solvable.Yes, $"{what}: {condition.Span} {expected}"));
                    }
                }
            }
        }

        Compare(questions);
    }

    private static IEnumerable<Condition> ConditionsOf(Rule rule) =>
        new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>();

    private static string? TryWrite(Frame frame, Condition condition, bool expected)
    {
        try
        {
            return new StraightScript(frame).Write(condition, expected);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private IEnumerable<(Inquiry Inquiry, IReadOnlyList<Rule> Rules, string What)> Inquiries(int count, bool allIsKnown)
    {
        var seed = Seed.Of(output);
        foreach (var @case in Generated.Cases(seed, count))
        {
            if (@case.Rules.Rules is { } rules)
            {
                var facts = FactRecord.Empty(rules.Vocabulary.Root);
                var conditions = rules.Rules.SelectMany(ConditionsOf);
                var freedom = new Freedom((_, _) => false, _ => 2, _ => true) { MayBeUnknown = _ => !allIsKnown };
                var inquiry = new Inquiry([rules.Checked], conditions, facts, _ => false, freedom, Limits);
                yield return (inquiry, rules.Rules, $"SEED={seed}\n{@case}");
            }
        }
    }

    private void Compare(List<(string Script, bool Answer, string What)> questions)
    {
        var answers = Script.Ask(questions.Select(question => question.Script));
        Assert.Equal(questions.Count, answers.Count);
        foreach (var ((script, ours, what), theirs) in questions.Zip(answers))
        {
            Assert.True(theirs is null || ours == theirs, $"ours {ours}, theirs {theirs}\n{what}\n{script}");
        }

        output.WriteLine(
            $"{questions.Count} questions, {questions.Count(question => question.Answer)} yes, "
            + $"{answers.Count(answer => answer is null)} that z3 does not know");
        Assert.True(questions.Count > 100);
    }
}
