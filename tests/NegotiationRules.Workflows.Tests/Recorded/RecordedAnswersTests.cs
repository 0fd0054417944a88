using System.Text.Json;

namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>
/// What Microsoft RulesEngine itself answered about our own expressions, workflows and inputs, and what is answered here: the same, unless
/// the file says otherwise. Recorded, so that the comparison needs no package.
/// </summary>
public sealed class RecordedAnswersTests
{
    private static readonly WorkflowOptions Options = WorkflowOptions.Default.WithInput<Tender>("input1").WithInput<Firm>("firm");

    public static IEnumerable<object[]> Cases { get; } =
    [.. RecordedFile.All.SelectMany(file => file.Value.Cases.Select(c => new object[] { file.Key, c.ToString() }))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhereNullIsAValueTheAnswersAreThoseOfRulesEngine(string file, string name) => Check(file, name, missingIsUnknown: false);

    [Theory]
    [MemberData(nameof(Cases))]
    public void WhereWhatIsMissingIsUnknownTheOthersStayTheSame(string file, string name) => Check(file, name, missingIsUnknown: true);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ADifferenceIsOnlyWhatIsUnknownOrHasAReason(string file, string name)
    {
        foreach (var rule in Find(file, name).Answers.SelectMany(a => a.Flat()).Where(a => a.Engine is not null))
        {
            Assert.All(
                [rule.Engine!, rule.ExpectedIfExact, rule.ExpectedIfUnknown],
                letters => Assert.Equal(RecordedInputs.Names.Count, letters.Length)
            );
            Assert.NotEqual(rule.Engine!.Replace('E', 'F'), rule.Exact);
            Assert.NotEqual(rule.ExpectedIfExact, rule.Here);
            Assert.Equal(
                rule.Why is null,
                rule.Exact is null
                    && rule.MessagesHere.Count + rule.MessagesExact.Count == 0
                    && Enumerable.Range(0, rule.Engine.Length).All(i => Follows(rule, i))
            );
        }
    }

    [Fact]
    public void SomeHundredsOfExpressionsAreRecorded() =>
        Assert.InRange(
            RecordedFile.All.Values.Sum(f => f.Cases.Count(c => c.Expression is not null && c.Refused is null)),
            500,
            int.MaxValue
        );

    [Fact]
    public void EveryFileSaysWithWhatItWasRecorded() => Assert.All(RecordedFile.All.Values, file =>
    {
        Assert.Equal("RulesEngine 6.0.1", file.Recorded.Engine);
        Assert.Equal("System.Linq.Dynamic.Core 1.6.2", file.Recorded.Expressions);
    });

    // What RulesEngine answered without an exception is answered here too, or unknown if anything is missing.
    private static bool Follows(RecordedRule rule, int input) => (rule.Engine![input], rule.ExpectedIfUnknown[input]) switch
    {
        ('E', _) => true,
        (var answer, var here) when answer == here => true,
        (_, '?') => !RecordedInputs.IsWhole(input),
        _ => false,
    };

    private static RecordedCase Find(string file, string name) => RecordedFile.All[file].Cases.Single(c => c.ToString() == name);

    private static void Check(string file, string name, bool missingIsUnknown)
    {
        var expected = Find(file, name);
        var isRead = WorkflowFile.TryParse(
            expected.Text,
            Options with
            {
                MissingIsUnknown = missingIsUnknown,
            },
            out var workflows,
            out var diagnostics
        );
        Assert.Equal(
            expected.Refused ?? (missingIsUnknown ? null : expected.RefusedIfExact) ?? [],
            diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.Code).Distinct());
        if (isRead)
        {
            var verdicts = RecordedInputs
                .At(RecordedFile.All[file].Recorded.Clock)
                .Select(s => workflows!.Workflows[0].Evaluate(s).Rules)
                .ToList();
            CheckRules(expected.Answers, verdicts, missingIsUnknown, isNested: false);
        }
    }

    private static void CheckRules(
        IReadOnlyList<RecordedRule> expected, List<IReadOnlyList<WorkflowRuleVerdict>> verdicts,
        bool missingIsUnknown, bool isNested
    )
    {
        Assert.All(verdicts, rules => Assert.Equal(expected.Select(e => e.Rule ?? "rule"), rules.Select(r => r.Rule.Name)));
        for (var i = 0; i < expected.Count; i++)
        {
            var ofRule = verdicts.Select(rules => rules[i]).ToList();
            Assert.Equal(
                missingIsUnknown ? expected[i].ExpectedIfUnknown : expected[i].ExpectedIfExact,
                string.Concat(ofRule.Select(r => LetterOf(r.Outcome)))
            );
            CheckRules(expected[i].Rules ?? [], [.. ofRule.Select(r => r.Children)], missingIsUnknown, isNested: true);
            for (var input = 0; input < ofRule.Count; input++)
            {
                CheckWords(expected[i], input, ofRule[input], missingIsUnknown, isNested);
            }
        }
    }

    private static void CheckWords(RecordedRule expected, int input, WorkflowRuleVerdict verdict, bool missingIsUnknown, bool isNested)
    {
        var name = RecordedInputs.Names[input];
        if (
            verdict.Outcome != (expected.Engine![input] == 'T' ? RuleOutcome.Satisfied : RuleOutcome.Violated)
            || expected.Engine[input] == 'E'
        )
        {
            return;
        }

        // RulesEngine fills in no message of a nested rule.
        if (verdict.Outcome == RuleOutcome.Violated && !isNested)
        {
            var differing = missingIsUnknown ? expected.MessagesHere : expected.MessagesExact;
            Assert.Equal(differing.GetValueOrDefault(name) ?? expected.Messages.GetValueOrDefault(name), verdict.Message);
        }

        var output = JsonSerializer.SerializeToElement(verdict.Output);
        if (expected.Outputs.TryGetValue(name, out var recorded))
        {
            Assert.True(JsonElement.DeepEquals(recorded, output), $"{recorded} is expected of {name}, not {output}");
        }
        else
        {
            Assert.Equal(JsonValueKind.Null, output.ValueKind);
        }
    }

    private static char LetterOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => 'T',
        RuleOutcome.Violated => 'F',
        RuleOutcome.Unknown => '?',
        _ => throw new InvalidOperationException($"a rule of a workflow is {outcome}"),
    };
}
