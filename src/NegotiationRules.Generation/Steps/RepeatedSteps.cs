using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <summary>Finds what is worth a variable.</summary>
/// <param name="program">The program.</param>
/// <param name="isHeavy">Whether working a step out takes more than looking at a fact.</param>
internal sealed class RepeatedSteps(Program program, Func<int, bool> isHeavy)
{
    /// <summary>Steps of a level that take long and that several others need, each after those that it needs itself.</summary>
    public List<int> In(int level, ReadOnlySpan<int> steps) => Find(level, steps, areInnerSeen: false);

    /// <summary>The same, and those that are needed at each element of a list inside.</summary>
    public List<int> WithThoseInside(int level, ReadOnlySpan<int> steps) => Find(level, steps, areInnerSeen: true);

    private List<int> Find(int level, ReadOnlySpan<int> steps, bool areInnerSeen)
    {
        var uses = new SortedDictionary<int, int>();
        var open = new Stack<int>();
        foreach (var step in steps)
        {
            open.Push(step);
        }

        while (open.TryPop(out var step))
        {
            if (step < 0 || (!areInnerSeen && program.Steps[step].Level != level))
            {
                continue;
            }

            uses[step] = uses.GetValueOrDefault(step) + 1;
            if (uses[step] == 1)
            {
                foreach (var argument in program.Steps[step].Arguments)
                {
                    open.Push(argument);
                    if (areInnerSeen && program.Steps[step] is Spread)
                    {
                        open.Push(argument);
                    }
                }
            }
        }

        return
        [
            .. uses.Where(use => use.Value > 1 && isHeavy(use.Key) && program.Steps[use.Key] is not Spread).Select(use => use.Key)
                .Where(step => program.Steps[step].Level == level),
        ];
    }
}
