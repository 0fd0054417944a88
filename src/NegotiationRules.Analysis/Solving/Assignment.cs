namespace NegotiationRules.Analysis.Solving;

/// <summary>What a solver has assigned when it meets a conflict, for whoever learns from it.</summary>
/// <param name="values">By literal: 1 true, −1 false, 0 not assigned.</param>
/// <param name="levels">By variable: on which level it was assigned.</param>
/// <param name="positions">By variable: its place on the trail.</param>
/// <param name="reasons">By variable: why it was assigned.</param>
/// <param name="trail">The literals that are true, in order.</param>
/// <param name="arena">Where the clauses lie.</param>
/// <param name="level">The level of the conflict.</param>
/// <param name="levelStart">Where it begins on the trail.</param>
internal readonly ref struct Assignment(
    ReadOnlySpan<sbyte> values, ReadOnlySpan<int> levels, ReadOnlySpan<int> positions, ReadOnlySpan<int> reasons, ReadOnlySpan<int> trail,
    ClauseArena arena, int level, int levelStart)
{
    public ReadOnlySpan<sbyte> Values { get; } = values;

    public ReadOnlySpan<int> Levels { get; } = levels;

    public ReadOnlySpan<int> Positions { get; } = positions;

    public ReadOnlySpan<int> Reasons { get; } = reasons;

    public ReadOnlySpan<int> Trail { get; } = trail;

    public ClauseArena Arena { get; } = arena;

    public int Level { get; } = level;

    public int LevelStart { get; } = levelStart;
}
