using System.Runtime.CompilerServices;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Finds the code of each kind of operation on lanes.</summary>
internal static class LaneOperations
{
    /// <summary>Runs operations of one kind; where changes are followed, tells whether any result differs from what stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Run<TPlanes, TChanges>(LaneState state, LaneOpKind kind, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        switch (kind)
        {
            case LaneOpKind.Match:
                LaneStaging.RunMatches<TPlanes>(state, from, to);
                return 0;
            case LaneOpKind.SomeCodes:
                return LaneLogic.RunSomeCodes<TPlanes, TChanges>(state, from, to);
            case LaneOpKind.SomeOf:
                return LaneLogic.RunSomeOf<TPlanes, TChanges>(state, from, to);
            case LaneOpKind.CombineOne:
                return LaneLogic.RunCombineOne<TPlanes, TChanges>(state, from, to);
            case LaneOpKind.IntLanes:
                return ManyLaneTests.RunIntLanes<TPlanes, TChanges>(state, from, to);
            case LaneOpKind.CodeLanes:
                return ManyLaneTests.RunCodeLanes<TPlanes, TChanges>(state, from, to);
            case LaneOpKind.CombineLanes:
                return LaneLogic.RunCombineLanes<TPlanes, TChanges>(state, from, to);
            default:
                return RunSeldom<TPlanes, TChanges>(state, kind, from, to);
        }
    }

    private static ulong RunSeldom<TPlanes, TChanges>(LaneState state, LaneOpKind kind, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges => kind switch
        {
            LaneOpKind.Constant => LaneLogic.RunConstant<TPlanes, TChanges>(state, from, to),
            LaneOpKind.Given => LaneLogic.RunGiven<TPlanes, TChanges>(state, from, to),
            LaneOpKind.TestInt => OneLaneTests.RunTest<OneLaneTests.IntValue, TPlanes, TChanges>(state, from, to),
            LaneOpKind.TestLong => OneLaneTests.RunTest<OneLaneTests.LongValue, TPlanes, TChanges>(state, from, to),
            LaneOpKind.LongLanes => ManyLaneTests.RunLongLanes<TPlanes, TChanges>(state, from, to),
            LaneOpKind.DayLanes => ManyLaneTests.RunDayLanes<TPlanes, TChanges>(state, from, to),
            LaneOpKind.RealLanes => ManyLaneTests.RunRealLanes<TPlanes, TChanges>(state, from, to),
            LaneOpKind.CodeListLanes => ManyLaneTests.RunCodeListLanes<TPlanes, TChanges>(state, from, to),
            LaneOpKind.AtLeast => LaneLogic.RunAtLeast<TPlanes, TChanges>(state, from, to),
            LaneOpKind.Spread => LaneLogic.RunSpread<TPlanes, TChanges>(state, from, to),
            LaneOpKind.CompareLanes => LaneComparisons.RunCompareLanes<TPlanes, TChanges>(state, from, to),
            LaneOpKind.Outcome => LaneLogic.RunOutcome<TPlanes, TChanges>(state, from, to),
            _ => throw new InvalidOperationException($"no way to run {kind}"),
        };
}
