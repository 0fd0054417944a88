using System.Collections.Immutable;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>Leaves out steps that no rule needs: parts that were taken into others while compiling.</summary>
internal static class ProgramTrimmer
{
    public static Program Trim(
        FactLayout layout, IReadOnlyList<Step> steps, ImmutableArray<RuleSteps> rules, ImmutableArray<RuleSteps?> stages,
        IReadOnlyList<string> texts)
    {
        var (kept, numbers) = Trim(steps, rules.Concat(stages.OfType<RuleSteps>()).SelectMany(r => (int[])[r.When, r.Met, r.HasPassed]));
        return new Program(
            layout,
            kept,
            [.. rules.Select(Renumbered)],
            [.. texts])
        {
            Stages = [.. stages.Select(stage => stage is { } steps ? Renumbered(steps) : (RuleSteps?)null)],
        };

        RuleSteps Renumbered(RuleSteps rule) => new(numbers[rule.When], numbers[rule.Met], numbers[rule.HasPassed]);
    }

    /// <summary>A program of some steps and what they need, and the number that each step has there.</summary>
    public static (Program Program, int[] Numbers) Of(Program program, IEnumerable<int> steps)
    {
        var (kept, numbers) = Trim(program.Steps, steps);
        return (new Program(program.Layout, kept, [], program.Texts) { Stages = [] }, numbers);
    }

    private static (ImmutableArray<Step> Kept, int[] Numbers) Trim(IReadOnlyList<Step> steps, IEnumerable<int> asked)
    {
        var needed = new bool[steps.Count];
        foreach (var number in asked)
        {
            needed[number] = true;
        }

        // A step comes after those it needs, so one look at each from the last to the first is enough.
        for (var number = steps.Count - 1; number >= 0; number--)
        {
            if (needed[number])
            {
                foreach (var argument in steps[number].Arguments)
                {
                    needed[argument] = true;
                }
            }
        }

        var numbers = new int[steps.Count];
        var kept = ImmutableArray.CreateBuilder<Step>();
        for (var number = 0; number < steps.Count; number++)
        {
            if (needed[number])
            {
                numbers[number] = kept.Count;
                kept.Add(steps[number].Renumber(numbers));
            }
        }

        return (kept.ToImmutable(), numbers);
    }
}
