using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <content>Which rules lie side by side, and what is made of them in the end.</content>
internal sealed partial class LaneCompiler
{
    private Grouped Group()
    {
        var shapes = new Dictionary<(int When, int Met, int HasPassed), int>();
        var members = new List<List<RuleSteps>>();
        var places = new Dictionary<RuleSteps, (int Group, int Lane)>();
        foreach (var rule in _program.Rules.Concat(_program.Stages.OfType<RuleSteps>()))
        {
            if (places.ContainsKey(rule))
            {
                continue;
            }

            var shape = (_shapes[rule.When], _shapes[rule.Met], _shapes[rule.HasPassed]);
            if (!shapes.TryGetValue(shape, out var group))
            {
                group = members.Count;
                shapes.Add(shape, group);
                members.Add([]);
            }

            places.Add(rule, (group, members[group].Count));
            members[group].Add(rule);
        }

        var groups = new List<LaneGroup>(members.Count);
        var outcomes = 0;
        foreach (var lanes in members)
        {
            groups.Add(GroupOf(lanes, outcomes));
            outcomes += lanes.Count;
        }

        return new Grouped(groups, places, outcomes);
    }

    private LaneGroup GroupOf(List<RuleSteps> lanes, int firstOutcome)
    {
        var met = Truth([.. lanes.Select(lane => lane.Met)]);
        var isPlain = IsTrue(lanes[0].When) && IsTrue(lanes[0].HasPassed);
        if (!isPlain)
        {
            var when = Truth([.. lanes.Select(lane => lane.When)]);
            var passed = Truth([.. lanes.Select(lane => lane.HasPassed)]);
            met = AddCombined(new LaneOp { Kind = LaneOpKind.Outcome }, [when, met, passed], lanes.Count);
        }
        else if (met.IsInverted)
        {
            met = Combined(0, isAll: true, [met], lanes.Count);
        }

        return new LaneGroup(met.Op, 0, 0, (lanes.Count + 63) >> 6, lanes.Count, firstOutcome, isPlain);
    }

    private bool IsTrue(int step) => _program.Steps[step] is ConstantTruth { Truth: Conditions.Truth.True };

    private LaneProgram Finish(Grouped grouped, CheckedRuleSet rules)
    {
        var schedule = new LaneSchedule(_ops, _ranks, _operands);
        _words[0] += schedule.BitWords;
        grouped = grouped with { Groups = [.. grouped.Groups.Select(group => Located(group, schedule))] };
        var required = Required(grouped, rules);
        var (lists, numbers) = ProgramTrimmer.Of(_program, [.. _given.Keys.Concat(_compared).Order()]);
        foreach (ref var op in schedule.Ops.AsSpan())
        {
            if (op.Kind is LaneOpKind.StageGiven or LaneOpKind.Given)
            {
                op.Extra = numbers[op.Extra];
            }
            else if (op.Kind == LaneOpKind.CompareLanes)
            {
                op.Source = numbers[op.Source];
            }
        }

        return new LaneProgram
        {
            Lists = lists,
            GivenBits = [.. schedule.Ops.Where(op => op.Kind == LaneOpKind.StageGiven).Select(op => op.Extra)],
            GivenElements =
            [
                .. schedule.Ops.Where(op => op.Kind is LaneOpKind.Given or LaneOpKind.CompareLanes)
                    .Select(op => op.Kind == LaneOpKind.Given ? op.Extra : op.Source)
                    .Distinct(),
            ],
            Layout = _program.Layout,
            Texts = [.. _program.Texts],
            Ops = schedule.Ops,
            Staging = [.. schedule.Runs.Where(run => run.Kind.IsStaged())],
            Runs = [.. schedule.Runs.Where(run => !run.Kind.IsStaged())],
            Ranges = schedule.Ranges,
            Banks = schedule.Banks,
            Flips = schedule.Flips,
            Matches = schedule.Matches,
            Operands = schedule.Operands,
            Ints = [.. _ints],
            Longs = [.. _longs],
            Reals = [.. _reals],
            Masks = [.. _masks],
            Steps = [.. _program.Steps],
            WordsOf = _words,
            Groups = [.. grouped.Groups],
            Rules = [.. _program.Rules.Select(rule => RuleOf(grouped, rule))],
            Stages = [.. _program.Stages.Select(stage => stage is { } steps ? RuleOf(grouped, steps) : (LaneRule?)null)],
            Outcomes = grouped.Outcomes,
            Required = required,
            GoesOver = [.. _ops.SelectMany(op => (int[])[op.Level, op.Below]).Where(level => level > 0).Distinct().Order()],
            Deciding =
            [
                .. _ops.Where(op => op.Kind.ReadsColumn() && !op.Kind.IsStaged())
                    .Select(op => op.Source)
                    .Distinct()
                    .Order(),
            ],
            IsDecidedByFacts = _ops.All(op => op is not { Kind: LaneOpKind.Constant, IfUnknown: Conditions.Truth.Unknown }),
            HasWalks = lists.Steps.Any(step => step is Walk),
            Uses = UsesOf(schedule, grouped),
        };
    }

    private static LaneGroup Located(LaneGroup group, LaneSchedule schedule)
    {
        var number = schedule.NewNumbers[group.Op];
        ref readonly var op = ref schedule.Ops[number];
        return group with { Op = number, Slot = op.Slot, Shift = Math.Max(op.Bit, 0) };
    }

    private static LaneRule RuleOf(Grouped grouped, RuleSteps rule)
    {
        var (group, lane) = grouped.Places[rule];
        var at = grouped.Groups[group];
        return new LaneRule(at.FirstOutcome + lane, at.Slot + (lane >> 6), at.Shift + (lane & 63), at.IsPlain ? 0 : at.Words);
    }

    // For each stage and group the lanes that decide the stage.
    private LaneStage[] Required(Grouped grouped, CheckedRuleSet rules)
    {
        var deciding = new SortedDictionary<(int Stage, int Group), HashSet<int>>();
        for (var i = 0; i < rules.Rules.Length; i++)
        {
            if (rules.Rules[i] is { Strength: Strength.Required, IsRisk: false })
            {
                var (group, lane) = grouped.Places[_program.Rules[i]];
                var key = (rules.StageOfRule[i], group);
                if (!deciding.TryGetValue(key, out var lanes))
                {
                    deciding.Add(key, lanes = []);
                }

                lanes.Add(lane);
            }
        }

        return [.. deciding.Select(entry => RequiredOf(entry.Key.Stage, entry.Key.Group, entry.Value, grouped.Groups[entry.Key.Group]))];
    }

    private LaneStage RequiredOf(int stage, int group, HashSet<int> lanes, LaneGroup at)
    {
        var decides = new bool[at.Shift + at.Lanes];
        foreach (var lane in lanes)
        {
            decides[at.Shift + lane] = true;
        }

        var required = new LaneStage(stage, group, _masks.Count);
        AddMask(decides, lane => lane);
        return required;
    }

    private LaneUses UsesOf(LaneSchedule schedule, Grouped grouped)
    {
        var columns = new List<(int, int)>();
        var levels = new List<(int, int)>();
        for (var number = 0; number < schedule.Ops.Length; number++)
        {
            var op = schedule.Ops[number];
            if (op.Kind.ReadsColumn())
            {
                columns.Add((op.Source, number));
            }

            levels.Add((op.Level, number));
            if (op.Kind.GoesBelow())
            {
                levels.Add((op.Kind == LaneOpKind.SomeCodes ? op.Below : op.Source, number));
            }
        }

        var uses = _uses.Select(use => (schedule.NewNumbers[use.Op], schedule.NewNumbers[use.Reader])).Distinct().Order().ToList();
        var rules = _program
            .Rules.Select((rule, i) => (grouped.Groups[grouped.Places[rule].Group].FirstOutcome + grouped.Places[rule].Lane, i))
            .ToList();
        return new LaneUses(
            new Lists(_program.Layout.Columns.Length, columns),
            new Lists(_program.Layout.Levels.Length, levels),
            new Lists(schedule.Ops.Length, uses),
            new Lists(schedule.Ops.Length, [.. grouped.Groups.Select((group, i) => (group.Op, i))]),
            new Lists(grouped.Outcomes, rules),
            [.. Enumerable.Range(0, schedule.Ops.Length).Where(number => schedule.Ops[number].Kind.IsGiven())]);
    }

    private sealed record Grouped(List<LaneGroup> Groups, Dictionary<RuleSteps, (int Group, int Lane)> Places, int Outcomes);
}
