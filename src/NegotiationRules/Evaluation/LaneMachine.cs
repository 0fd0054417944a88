using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs a program of lanes over the facts of one scenario: few rules at the speed of code written for them, many of a shape side
/// by side.</summary>
/// <remarks>
/// A truth is two planes of bits, certainly true and possibly true; where all facts that are read are known the two are the same, and one
/// is worked out. Has memory of its own that is used again from run to run, so one machine serves one thread.
/// </remarks>
internal sealed class LaneMachine
{
    private readonly LaneState _state;
    private readonly LaneChanges _changes;
    private Func<Condition, Truth>? _walk;

    public LaneMachine(LaneProgram program)
    {
        _state = new LaneState(program) { Walk = Walk };
        (Outcomes, _changes) = (new LaneOutcomes(_state), new LaneChanges(_state));
    }

    /// <summary>What became of the rules. It stands until the next run.</summary>
    public LaneOutcomes Outcomes { get; }

    /// <summary>
    /// Whether the last run met a quantity near the end of 64 bits, with which it does not reckon: then its outcomes mean nothing, and all
    /// rules of the scenario are left to the tree walk.
    /// </summary>
    public bool IsBeyond => _state.IsBeyond;

    /// <summary>Works out all rules. The outcomes stand until the next run.</summary>
    /// <param name="table">The facts of one scenario, laid out as the program asks.</param>
    /// <param name="walk">Evaluates a condition on the scenario, for what has no operation; only needed if the program
    /// <see cref="LaneProgram.HasWalks"/>.</param>
    public void Run(FactTable table, Func<Condition, Truth>? walk)
    {
        var state = _state;
        RunLists(table, walk);
        var isOpen = state.Take(table) | !state.Program.IsDecidedByFacts;
        state.HasTwoPlanes = false;
        if (isOpen || !TryRunAll<OnePlane>(state))
        {
            state.HasTwoPlanes = true;
            TryRunAll<TwoPlanes>(state);
        }
    }

    /// <summary>The same, telling what is certain from what is possible even where nothing is unknown.</summary>
    public void RunInTwoPlanes(FactTable table, Func<Condition, Truth>? walk)
    {
        RunLists(table, walk);
        _state.Take(table);
        _state.HasTwoPlanes = true;
        TryRunAll<TwoPlanes>(_state);
    }

    /// <summary>Works out all rules, and remembers the outcomes, so that <see cref="Update"/> can tell what flips.</summary>
    public void Start(FactTable table, Func<Condition, Truth>? walk)
    {
        Run(table, walk);
        _changes.Begin();
    }

    /// <summary>Works out again what depends on changed facts of the table that was started with.</summary>
    /// <remarks>If quantities go beyond what is reckoned with, <see cref="IsBeyond"/> says so and nothing flips; the next update tells the
    /// difference to the outcomes before.</remarks>
    /// <param name="columns">The columns of which a value changed.</param>
    /// <param name="levels">The levels of which elements came or went, with all columns that they have.</param>
    /// <returns>The rules with another outcome than before; they stand until the next update.</returns>
    public ReadOnlySpan<LaneFlip> Update(scoped ReadOnlySpan<int> columns, scoped ReadOnlySpan<int> levels)
    {
        if (!_state.IsBeyond)
        {
            return _changes.Update(columns, levels);
        }

        Run(_state.Table, _walk);
        return _changes.OfAll();
    }

    private void RunLists(FactTable table, Func<Condition, Truth>? walk)
    {
        if (_state.HasLists)
        {
            _walk = walk;
            _state.Lists.Start(table);
            _state.Lists.Run(0, 1, _state.Walk);
        }
    }

    private Truth Walk(Condition condition, int scenario)
    {
        try
        {
            return _walk!(condition);
        }
        catch (OverflowException)
        {
            // The tree walk says so in its own words.
            _state.Lists.LeaveToTheTreeWalk(scenario);
            return Truth.Unknown;
        }
    }

    // Whether one plane was enough: that all facts of the scenario are known is seen as they are tested.
    private static bool TryRunAll<TPlanes>(LaneState state)
        where TPlanes : struct, IPlanes
    {
        var (isOpen, word, certain, possible) = (false, 0, 0ul, 0ul);
        foreach (ref readonly var run in state.Program.Staging.AsSpan())
        {
            if (run.From >> 6 != word)
            {
                PutStaged<TPlanes>(state, word, certain, possible);
                (word, certain, possible) = (run.From >> 6, 0, 0);
            }

            LaneStaging.Stage<TPlanes>(state, run.Kind, run.From, run.To, ref certain, ref possible, ref isOpen);
        }

        PutStaged<TPlanes>(state, word, certain, possible);
        if (isOpen && !TPlanes.AreTwo)
        {
            return false;
        }

        foreach (ref readonly var run in state.Program.Runs.AsSpan())
        {
            LaneOperations.Run<TPlanes, Unfollowed>(state, run.Kind, run.From, run.To);
        }

        return true;
    }

    // The bits after those of facts are worked out later.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutStaged<TPlanes>(LaneState state, int word, ulong certain, ulong possible)
        where TPlanes : struct, IPlanes
    {
        if (state.StagedColumns.Length > 0)
        {
            state.Words[0][word] = certain;
            if (TPlanes.AreTwo)
            {
                state.Words[0][word + state.Halves[0]] = possible;
            }
        }
    }
}
