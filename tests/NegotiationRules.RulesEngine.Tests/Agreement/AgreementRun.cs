using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>One workflow at random, with inputs, in both engines.</summary>
internal sealed class AgreementRun
{
    private readonly IReadOnlyList<ModelWorkflow> _workflows;
    private readonly OriginalEngine _original;
    private readonly TreatyMaker _treaties;
    private readonly List<ModelParameter[]> _inputs = [];
    private readonly Random _random;
    private readonly int _shape;

    public AgreementRun(int seed, int rules = 6)
    {
        _random = new Random(seed);
        _treaties = new TreatyMaker(_random, isPlain: seed % 2 == 0);
        var maker = new WorkflowMaker(_random, new ExpressionMaker(_random));
        _shape = seed % 8;
        _workflows = [Target, .. maker.Make(rules)];
        if (_shape == 1)
        {
            LeaveOutInput(_workflows);
        }
        else if (_shape == 2)
        {
            // Every input without a class may have a type of its own, and the original injects once more for each.
            _workflows[^1].WorkflowsToInject = null;
        }

        var settings = new ReSettings
        {
            NestedRuleExecutionMode = seed % 3 == 0 ? NestedRuleExecutionMode.Performance : NestedRuleExecutionMode.All,
        };
        if (seed % 7 == 0)
        {
            settings.EnableExceptionAsErrorMessage = false;
        }

        settings.EnableFormattedErrorMessage = seed % 11 != 0;
        settings.IgnoreException = seed % 13 == 0;
        settings.IsExpressionCaseSensitive = seed % 5 == 0;
        settings.AutoExecuteActions = seed % 4 != 1;
        _original = new OriginalEngine([.. _workflows], settings);
        Ours = new NegotiationRulesEngine([.. _workflows.Select(Copy)], settings);
    }

    public NegotiationRulesEngine Ours { get; }

    /// <summary>The expression of a rule, for the report of a difference.</summary>
    public string? Expression(string rule) =>
        _workflows.SelectMany(w => w.Rules).SelectMany(r => r.Rules?.Append(r) ?? [r]).FirstOrDefault(r => r.RuleName == rule)?.Expression;

    private static ModelWorkflow Target =>
        new()
        {
            WorkflowName = "target",
            Rules =
            [
                new()
                {
                    RuleName = "first",
                    Expression = "input1.TermYears > 3",
                    ErrorMessage = "only $(input1.TermYears)",
                    Actions = new()
                    {
                        OnSuccess = new()
                        {
                            Name = "OutputExpression",
                            Context = new() { ["expression"] = "input1.Title" },
                        },
                    },
                },
                new() { RuleName = "second", Expression = "input1.IsBinding" },
            ],
        };

    public Task<string> OriginalAsync(int input) => ResultText.OfAsync(() => _original.ExecuteAllRulesAsync("main", Input(input)));

    public Task<string> OursAsync(int input) => ResultText.OfAsync(() => Ours.ExecuteAllRulesAsync("main", Input(input)));

    public Task<string> OriginalActionAsync(int rule) =>
        ResultText.OfAsync(() => _original.ExecuteActionWorkflowAsync("main", $"rule{rule}", Input(rule)));

    public Task<string> OursActionAsync(int rule) =>
        ResultText.OfAsync(() => Ours.ExecuteActionWorkflowAsync("main", $"rule{rule}", Input(rule)));

    public ModelParameter[] Input(int index)
    {
        while (_inputs.Count <= index)
        {
            // One input alone, whose members need no name before them; one without a class; two, of which one may be nothing.
            var treaty = _treaties.Make();
            ModelParameter[] made = _shape switch
            {
                1 => [new("input1", treaty)],
                2 => [new("input1", OpenObjects.Of(treaty)), new("input2", 3L)],
                _ when _inputs.Count % 5 == 4 => [ModelParameter.Create("input1", typeof(Treaty)), new("input2", 3)],
                _ => [new("input1", treaty), new("input2", _random.Next(-2, 12))],
            };
            _inputs.Add(made);
        }

        return _inputs[index];
    }

    private void LeaveOutInput(IEnumerable<ModelWorkflow> workflows)
    {
        foreach (var rule in workflows.SelectMany(w => w.Rules))
        {
            rule.Expression =
                _random.Next(2) == 0 ? rule.Expression?.Replace("input1.", string.Empty, StringComparison.Ordinal) : rule.Expression;
        }
    }

    // The original changes a workflow that injects others, call by call; each engine has its own, with the same rules.
    private static ModelWorkflow Copy(ModelWorkflow workflow) => new()
    {
        WorkflowName = workflow.WorkflowName,
        GlobalParams = workflow.GlobalParams,
        Rules = workflow.Rules,
        WorkflowsToInject = workflow.WorkflowsToInject,
    };
}
