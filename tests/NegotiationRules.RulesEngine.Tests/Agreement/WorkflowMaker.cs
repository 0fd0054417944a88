using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Makes workflows at random: rules with expressions and nested ones, params, messages, actions, disabled rules and injected
/// workflows.</summary>
internal sealed class WorkflowMaker(Random random, ExpressionMaker expressions)
{
    private int _count;

    /// <summary>A workflow <c>main</c>, and those that it injects.</summary>
    public IReadOnlyList<ModelWorkflow> Make(int rules)
    {
        List<ModelWorkflow> all = [];
        if (random.Next(6) == 0)
        {
            all.Add(new ModelWorkflow { WorkflowName = "more", Rules = [.. Enumerable.Range(0, 2).Select(_ => Rule(1))] });
        }

        var globals = random.Next(4) == 0 ? Params("global", random.Next(1, 3)) : null;
        all.Add(new ModelWorkflow
        {
            WorkflowName = "main",
            GlobalParams = globals,
            Rules = [.. Enumerable.Range(0, rules).Select(_ => Rule(2))],
            WorkflowsToInject = all.Count > 0 ? ["more"] : null,
        });
        return all;
    }

    private ModelRule Rule(int depth)
    {
        var number = _count++;
        var before = expressions.Params.Count;
        var rule = new ModelRule
        {
            RuleName = $"rule{number}",
            ErrorMessage = random.Next(3) == 0 ? null : Message(),
            SuccessEvent = "event",
            LocalParams = random.Next(8) == 0 ? Params($"local{number}_", random.Next(1, 3)) : null,
            Enabled = random.Next(12) != 0,
            Actions = Actions(),
        };
        if (depth > 0 && random.Next(5) == 0)
        {
            rule.Operator = Pick("And", "AndAlso", "Or", "OrElse");
            rule.Rules = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Rule(depth - 1))];
        }
        else
        {
            rule.Expression = expressions.Truth(random.Next(0, 3));
        }

        expressions.Params.RemoveRange(before, expressions.Params.Count - before);
        return rule;
    }

    private List<ScopedParam> Params(string name, int count)
    {
        List<ScopedParam> made = [];
        for (var i = 0; i < count; i++)
        {
            var (text, type) = expressions.Value(1);
            made.Add(new ScopedParam { Name = $"{name}{i}", Expression = text });
            expressions.Params.Add(($"{name}{i}", type));
        }

        return made;
    }

    private string Message() =>
        string.Join(
            " ",
            Enumerable
                .Range(0, random.Next(1, 4))
                .Select(_ =>
                    Pick(
                        "plain",
                        "$(input1.Title)",
                        "$(input1.Venue.Country.Code)",
                        "$(input1.Budget)",
                        "$(input2)",
                        "$(nothing.at.all)",
                        "$(global0)",
                        "$(input1.Parties)",
                        "$(input1.Stage)"
                    )
                )
        );

    private RuleActions? Actions() => random.Next(6) switch
    {
        0 => new RuleActions { OnSuccess = Output() },
        1 => new RuleActions { OnSuccess = Output(), OnFailure = Output() },
        _ => null,
    };

    private ActionInfo Output() =>
        random.Next(4) == 0
            ? new ActionInfo
            {
                Name = "EvaluateRule",
                Context = new() { ["workflowName"] = "target", ["ruleName"] = Pick("first", "second", "none") },
            }
            : new ActionInfo
            {
                Name = "OutputExpression",
                Context = new()
                {
                    ["expression"] = Pick(
                        "input1.TermYears + 1",
                        "input1.Venue.City",
                        "new (input1.Title as Name, 3 as Count)",
                        "input1.Nothing"
                    ),
                },
            };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
