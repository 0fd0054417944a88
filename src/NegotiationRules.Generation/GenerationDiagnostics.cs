using NegotiationRules.Conditions;
using NegotiationRules.Generation.Steps;
using NegotiationRules.Programs;

namespace NegotiationRules.Generation;

/// <summary>What cannot be written out: NR5040.</summary>
internal static class GenerationDiagnostics
{
    /// <summary>The conditions that cannot be written: those that only the tree walk can evaluate, and what has a step that has no
    /// C#.</summary>
    public static IReadOnlyList<Diagnostic> WhatHasNoCode(RuleSet rules)
    {
        var program = rules.Program;

        // The first step without C# that each step rests on, or is.
        var without = new Step?[program.Steps.Length];
        for (var number = 0; number < without.Length; number++)
        {
            var step = program.Steps[number];
            without[number] = step is not Walk && !StepsWithCode.Have(program, number) ? step
                : step.Arguments.Select(argument => without[argument]).FirstOrDefault(inner => inner is not null);
        }

        var stages = program.Stages.Zip(rules.Checked.StageConditions).Where(stage => stage.First is not null)
            .Select(stage => (Node: (Node)stage.Second!, Step: Without(stage.First!.Value)));
        var nodes = rules.Rules.Select((rule, place) => (Node: (Node)rule.Require, Step: Without(program.Rules[place]))).Concat(stages);
        return
        [
            .. WhatHasNoStep(program),
            .. nodes.Where(found => found.Step is not null).DistinctBy(found => found.Node.Span)
                .Select(found => HasNoCode(found.Node, found.Step!)),
        ];

        Step? Without(RuleSteps steps) => without[steps.When] ?? without[steps.Met] ?? without[steps.HasPassed];
    }

    private static IEnumerable<Diagnostic> WhatHasNoStep(Program program) =>
        program.Steps.OfType<Walk>().Select(walk => walk.WithoutStep).DistinctBy(node => node.Span)
            .OrderBy(node => node.Span.Source?.Name, StringComparer.Ordinal).ThenBy(node => node.Span.Start).Select(HasNoStep);

    private static Diagnostic HasNoStep(Node node)
    {
        var (what, help) = node switch
        {
            InOrder => InOrderOfTime,
            Reachable => ("what is reachable over several elements (`reachable`)", "ask for the steps of the way one by one"),
            ShareOfTwo => ("the share of one number in another",
                "compare a multiple: that the part, `times` 3, is `atLeast` the whole says that it is a third"),
            ShareTest => ("this share", "a share of a list by count, or by a whole number that its elements have, can be written"),
            SettledTest => ("whether something worked out is known", "ask whether the facts it is worked out from are known"),
            Quantified or NamedCondition => ("a selection of elements, or lists inside lists inside lists",
                "go over a list of the scenario itself, at most two inside each other"),
            _ => ("what is worked out in it", "compare facts, numbers, days, counts, sums and shares with each other"),
        };
        return Refused(node, what, help);
    }

    // What is in the way stands somewhere in the node; steps are shared, and do not know where they come from.
    private static Diagnostic HasNoCode(Node node, Step step)
    {
        var (what, help) = step switch
        {
            OrderOf => ("steps in an order of days within a part of a day", "ask for whole days"),
            AggregateOf =>
                ("the text of the one element of which something is so (`the`)", "say that both are so of `some` element"),
            _ => ("what is worked out in it", "compare facts, numbers, days, counts, sums and shares with each other"),
        };
        return Refused(node, what, help);
    }

    private static (string What, string Help) InOrderOfTime =>
        ("steps in an order of time (`inOrder`)", "ask for each step with `some` and compare their days");

    private static Diagnostic Refused(Node node, string what, string help) => new(
        "NR5040", DiagnosticSeverity.Error, node.Span, $"this cannot be written out as C#: {what}",
        $"{help}; or leave the rule to `negotiate evaluate` and the library, which evaluate everything");
}
