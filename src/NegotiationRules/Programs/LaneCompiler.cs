using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NegotiationRules.Conditions;

namespace NegotiationRules.Programs;

/// <summary>Lays the rules of a program side by side: those of one shape, differing only in constants, become lanes of the same
/// operations.</summary>
/// <remarks>
/// A group of rules is gone through once, its lanes together: a place in the shape is a list of steps, one for each lane. Where all of them
/// are the same step, that is worked out once for all; otherwise the lanes' constants become columns. Quantities, and what few rules ask of
/// the elements of lists, are left to a machine and only taken over here. The time is in proportion to the steps of all rules.
/// </remarks>
internal sealed partial class LaneCompiler
{
    private readonly Program _program;
    private readonly LaneShapes _shapes;
    private readonly List<LaneOp> _ops = [];
    private readonly List<int> _ranks = [];
    private readonly List<(int Op, int Reader)> _uses = [];
    private readonly List<(int Op, int Step, int Flip)> _operands = [];
    private readonly List<int> _ints = [];
    private readonly List<long> _longs = [];
    private readonly List<double> _reals = [];
    private readonly List<ulong> _masks = [];
    private readonly Dictionary<int, LaneValue> _given = [];
    private readonly HashSet<int> _compared = [];
    private readonly int[] _words;
    private readonly Dictionary<int, LaneValue> _single = [];
    private readonly Dictionary<Programs.Steps, LaneValue> _several = [];

    private LaneCompiler(Program program)
    {
        _program = program;
        _shapes = new LaneShapes(program);
        _words = new int[program.Layout.Levels.Length];
    }

    public static LaneProgram Compile(Program program, CheckedRuleSet rules)
    {
        var compiler = new LaneCompiler(program);
        var grouped = compiler.Group();
        return compiler.Finish(grouped, rules);
    }

    // A truth, given the step of each lane: all of one shape.
    private LaneValue Truth(int[] steps)
    {
        if (steps.Length == 1 || !steps.AsSpan().ContainsAnyExcept(steps[0]))
        {
            if (!_single.TryGetValue(steps[0], out var one))
            {
                one = Emit([steps[0]]);
                _single.Add(steps[0], one);
            }

            return one;
        }

        var key = new Steps(ImmutableCollectionsMarshal.AsImmutableArray(steps));
        if (!_several.TryGetValue(key, out var value))
        {
            value = Emit(steps);
            _several.Add(key, value);
        }

        return value;
    }

    private LaneValue Emit(int[] steps) => _program.Steps[steps[0]] switch
    {
        { Level: > 0 } when steps.Length == 1 && _shapes.NeedsMachine => Given(steps[0]),
        ConstantTruth s => Add(new LaneOp { Kind = LaneOpKind.Constant, IfUnknown = s.Truth }, 1),
        TestBits s => Staged(LaneOpKind.StageBit, s.Column, steps[0]),
        TestKnown s => Staged(LaneOpKind.StageOther, s.Column, steps[0]),
        TestText s => Staged(LaneOpKind.StageOther, s.Column, steps[0]),
        TestRange s => Range(s, steps),
        TestRealRange s => RealRange(s, steps),
        TestCodes s => Codes(s, steps),
        Invert s => Inverted(s, steps),
        Combine s => Combined(s.Level, s.IsAll, Parts(steps), steps.Length),
        CombineAtLeast s => AtLeast(s, steps),
        Spread s => Spread(s, steps),
        SomeOf _ => SomeOf(steps, isInverted: false),
        CompareQuantities s when steps.Length > 1 => Compared(s, steps),
        _ => Given(steps[0]),
    };

    // What the machine works out, of the scenario or of each element: one lane.
    private LaneValue Given(int step)
    {
        if (!_given.TryGetValue(step, out var value))
        {
            var level = _program.Steps[step].Level;
            value = Add(new LaneOp { Kind = level == 0 ? LaneOpKind.StageGiven : LaneOpKind.Given, Level = level, Extra = step }, 1);
            _given.Add(step, value);
        }

        return value;
    }

    // A quantity is the same for all lanes; what it is compared with differs.
    private LaneValue Compared(CompareQuantities first, int[] steps)
    {
        _compared.Add(first.Left);
        var op = new LaneOp
        {
            Kind = LaneOpKind.CompareLanes,
            Level = first.Level,
            Source = first.Left,
            Low = (long)first.Relation,
            Extra = _longs.Count,
        };
        _longs.AddRange(steps.Select(step => _shapes.ConstantOf(((CompareQuantities)_program.Steps[step]).Right)!.Value));
        _longs.AddRange(new long[(64 - (steps.Length & 63)) & 63]);
        return Add(op, steps.Length);
    }

    private LaneValue Inverted(Invert invert, int[] steps)
    {
        var parts = Map(steps, static step => ((Invert)step).Part);
        // Most quantifiers are "not one that fails": that is turned round where it is worked out.
        return _program.Steps[invert.Part] is SomeOf ? SomeOf(parts, isInverted: true) : Truth(parts).Inverted();
    }

    // For each place in the shape, its value.
    private List<LaneValue> Parts(int[] steps)
    {
        var parts = new int[steps.Length][];
        for (var lane = 0; lane < steps.Length; lane++)
        {
            parts[lane] = _shapes.InOrder(new Steps(_program.Steps[steps[lane]].Arguments));
        }

        var values = new List<LaneValue>(parts[0].Length);
        for (var place = 0; place < parts[0].Length; place++)
        {
            values.Add(Truth(Array.ConvertAll(parts, lane => lane[place])));
        }

        return values;
    }

    // Any of them is not all of their opposites, so there is one operation for both.
    private LaneValue Combined(int level, bool isAll, IReadOnlyList<LaneValue> parts, int lanes) =>
        AddCombined(
            new LaneOp
            {
                Kind = level == 0 && lanes == 1 ? LaneOpKind.CombineOne : LaneOpKind.CombineLanes,
                Level = level,
                IsInverted = !isAll,
            },
            isAll ? parts : [.. parts.Select(part => part.Inverted())],
            lanes
        );

    private LaneValue AtLeast(CombineAtLeast step, int[] steps) =>
        AddCombined(new LaneOp { Kind = LaneOpKind.AtLeast, Level = step.Level, Low = step.Number }, Parts(steps), steps.Length);

    private LaneValue Spread(Spread step, int[] steps)
    {
        var part = Truth(Map(steps, static s => ((Spread)s).Part));
        return AddCombined(new LaneOp { Kind = LaneOpKind.Spread, Level = step.Level, Source = part.Level }, [part], steps.Length);
    }

    private LaneValue SomeOf(int[] steps, bool isInverted)
    {
        var step = (SomeOf)_program.Steps[steps[0]];
        var parts = Map(steps, static s => ((SomeOf)s).Part);
        if (steps.Length == 1 && _shapes.NeedsMachine)
        {
            return isInverted ? Given(steps[0]).Inverted() : Given(steps[0]);
        }

        if (_program.Steps[parts[0]] is TestCodes codes && SomeCodes(step, codes, parts, isInverted) is { } fused)
        {
            return fused;
        }

        var part = Truth(parts);
        return AddCombined(
            new LaneOp
            {
                Kind = LaneOpKind.SomeOf,
                Level = step.Level,
                Source = step.Below,
                IsInverted = isInverted,
            },
            [part],
            steps.Length
        );
    }

    private int[] Map(int[] steps, Func<Step, int> part) => Array.ConvertAll(steps, step => part(_program.Steps[step]));

    private LaneValue AddCombined(LaneOp op, IReadOnlyList<LaneValue> parts, int lanes)
    {
        AddOperands(ref op, parts);
        return Add(op, lanes);
    }

    private void AddOperands(ref LaneOp op, IReadOnlyList<LaneValue> parts)
    {
        op.First = _operands.Count;
        op.Count = parts.Count;
        foreach (var part in parts)
        {
            _operands.Add((part.Op, part.HasLanes ? 1 : 0, part.IsInverted ? -1 : 0));
            _uses.Add((part.Op, _ops.Count));
        }
    }

    // One truth of the scenario is a bit, whose place the schedule gives; everything else is words of lanes.
    private LaneValue Add(LaneOp op, int lanes)
    {
        op.Lanes = lanes;
        op.Words = (lanes + 63) >> 6;
        if (op.Level == 0 && lanes == 1 && op.Kind != LaneOpKind.Outcome)
        {
            return new LaneValue(Number(op), 0, false, false);
        }

        op.Bit = LaneOp.WholeWords;
        op.Slot = _words[op.Level];
        _words[op.Level] += op.Kind == LaneOpKind.Outcome ? 4 * op.Words : op.Words;
        return new LaneValue(Number(op), op.Level, lanes > 1, false);
    }

    // The number of an operation, and its rank: one more than that of all it needs.
    private int Number(LaneOp op)
    {
        var number = _ops.Count;
        var rank = 0;
        for (var use = _uses.Count - 1; use >= 0 && _uses[use].Reader == number; use--)
        {
            rank = Math.Max(rank, _ranks[_uses[use].Op] + 1);
        }

        _ops.Add(op);
        _ranks.Add(rank);
        return number;
    }

    /// <summary>The result of an operation, as others use it.</summary>
    private readonly record struct LaneValue(int Op, int Level, bool HasLanes, bool IsInverted)
    {
        public LaneValue Inverted() => this with { IsInverted = !IsInverted };
    }
}
