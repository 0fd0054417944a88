using System.Diagnostics;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Which limit ended a search.</summary>
internal enum Limit
{
    /// <summary>The time.</summary>
    Time,

    /// <summary>The number of conflicts of a solver.</summary>
    Conflicts,

    /// <summary>The number of nodes of a counter.</summary>
    Nodes,

    /// <summary>The number of solutions that turned out to be none.</summary>
    Lemmas,
}

/// <summary>How much work a question may cost, over all that is asked of solvers and counters for it.</summary>
/// <remarks>Once it is spent it stays spent: whoever gets no answer need not ask whether an earlier step had one.</remarks>
internal sealed class Budget
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _time;
    private readonly CancellationToken _cancellation;
    private long _conflicts;
    private long _nodes;
    private long _lemmas;

    public Budget(
        TimeSpan? time = null, long conflicts = long.MaxValue, long nodes = long.MaxValue, long lemmas = long.MaxValue,
        CancellationToken cancellation = default)
    {
        (_time, _cancellation) = (time ?? TimeSpan.MaxValue, cancellation);
        (_conflicts, _nodes, _lemmas) = (conflicts, nodes, lemmas);
    }

    /// <summary>The limit that was reached; <see langword="null"/> while there is something left, so that all answers are exact.</summary>
    public Limit? Reached { get; private set; }

    /// <summary>Whether the work may go on.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public bool Allows()
    {
        _cancellation.ThrowIfCancellationRequested();
        if (Reached is null && Stopwatch.GetElapsedTime(_start) >= _time)
            Reached = Limit.Time;
        return Reached is null;
    }

    /// <summary>A part of it: a question that may take so much time of what is left, and as many lemmas as any.</summary>
    public Budget Part(TimeSpan time, long lemmas) =>
        new(_time == TimeSpan.MaxValue || time < Left ? time : Left, lemmas: lemmas, cancellation: _cancellation);

    private TimeSpan Left => TimeSpan.FromTicks(Math.Max(0, (_time - Stopwatch.GetElapsedTime(_start)).Ticks));

    /// <summary>Spends a conflict, and says whether the work may go on.</summary>
    public bool AllowsConflict() => Spend(ref _conflicts, Limit.Conflicts);

    /// <summary>Spends a node, and says whether the work may go on.</summary>
    public bool AllowsNode() => Spend(ref _nodes, Limit.Nodes);

    /// <summary>Spends a solution that turned out to be none, and says whether the work may go on.</summary>
    public bool AllowsLemma() => Spend(ref _lemmas, Limit.Lemmas);

    private bool Spend(ref long left, Limit limit)
    {
        if (!Allows())
            return false;
        if (--left < 0)
            Reached = limit;
        return Reached is null;
    }
}
