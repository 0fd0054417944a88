namespace NegotiationRules.Programs;

/// <summary>What depends on what in a program, for changed facts.</summary>
internal sealed class StepUses
{
    public StepUses(Program program)
    {
        var columns = new List<(int, int)>();
        var levels = new List<(int, int)>();
        var uses = new List<(int, int)>();
        for (var number = 0; number < program.Steps.Length; number++)
        {
            var step = program.Steps[number];
            levels.Add((step.Level, number));
            uses.AddRange(step.Arguments.Select(argument => (argument, number)));
            if (step is IColumnStep read)
            {
                columns.Add((read.Column, number));
            }
        }

        OfColumn = new Lists(program.Layout.Columns.Length, columns);
        OfLevel = new Lists(program.Layout.Levels.Length, levels);
        OfStep = new Lists(program.Steps.Length, uses);
    }

    /// <summary>For each column, the steps that read it.</summary>
    public Lists OfColumn { get; }

    /// <summary>For each level, the steps that have a result for each of its elements. What goes over these reads such a step.</summary>
    public Lists OfLevel { get; }

    /// <summary>For each step, those that read its result.</summary>
    public Lists OfStep { get; }
}
