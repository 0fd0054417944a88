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
        var hasNone = new bool[program.Steps.Length];
        for (var number = 0; number < hasNone.Length; number++)
        {
            hasNone[number] = (program.Steps[number] is not Walk && !StepWriter.CanWrite(program.Steps[number]))
                || program.Steps[number].Arguments.Any(argument => hasNone[argument]);
        }

        var stages = program.Stages.Zip(rules.Checked.StageConditions).Where(stage => stage.First is { } steps && HasNone(steps))
            .Select(stage => (Node)stage.Second!);
        var nodes = rules.Rules.Where((_, place) => HasNone(program.Rules[place])).Select(rule => (Node)rule.Require).Concat(stages);
        return [.. WhatHasNoStep(program), .. nodes.DistinctBy(node => node.Span).Select(HasNoStep)];

        bool HasNone(RuleSteps steps) => hasNone[steps.When] || hasNone[steps.Met] || hasNone[steps.HasPassed];
    }

    private static IEnumerable<Diagnostic> WhatHasNoStep(Program program) =>
        program.Steps.OfType<Walk>().Select(walk => walk.WithoutStep).DistinctBy(node => node.Span)
            .OrderBy(node => node.Span.Source?.Name, StringComparer.Ordinal).ThenBy(node => node.Span.Start).Select(HasNoStep);

    private static Diagnostic HasNoStep(Node node)
    {
        var (what, help) = node switch
        {
            InOrder => ("steps in an order of time (`inOrder`)", "ask for each step with `some` and compare their days"),
            Reachable => ("what is reachable over several elements (`reachable`)", "ask for the steps of the way one by one"),
            ShareOfTwo => ("the share of one number in another",
                "compare a multiple: that the part, `times` 3, is `atLeast` the whole says that it is a third"),
            ShareTest => ("this share", "a share of a list by count, or by a whole number that its elements have, can be written"),
            SettledTest => ("whether something worked out is known", "ask whether the facts it is worked out from are known"),
            Quantified or NamedCondition => ("this list: a selection, objects of a parameter, or lists inside lists inside lists",
                "go over a list of the scenario itself, at most two inside each other"),
            _ => ("what is worked out here", "compare facts, numbers, days, counts, sums and shares with each other"),
        };
        return new Diagnostic("NR5040", DiagnosticSeverity.Error, node.Span, $"C# cannot say {what}",
            $"{help}; or leave the rule to `negotiate evaluate` and the library, which evaluate everything");
    }
}
