using System.Collections.Immutable;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>A part of the scenarios that a question is about: of each fact, the cells that it may be in.</summary>
/// <param name="key">Its path in the vocabulary: <c>delegations[].head</c>.</param>
/// <param name="path">Its path in a scenario: <c>delegations[1].head</c>.</param>
internal abstract class FramePart(string key, string path)
{
    public string Key { get; } = key;

    public string Path { get; } = path;
}

/// <summary>A fact that has one value.</summary>
/// <param name="key">Its path in the vocabulary.</param>
/// <param name="path">Its path in a scenario.</param>
/// <param name="type">Its type.</param>
/// <param name="variable">Its cells; <see langword="null"/> if there is only one.</param>
/// <param name="cells">A value for each cell, the first as it is stated.</param>
internal sealed class FrameFact(string key, string path, FactType type, Variable? variable, ImmutableArray<FactValue> cells)
    : FramePart(key, path)
{
    public FactType Type { get; } = type;

    public Variable? Variable { get; } = variable;

    public ImmutableArray<FactValue> Cells { get; } = cells;
}

/// <summary>An object.</summary>
internal sealed class FrameRecord(string key, string path, RecordType type, bool isKnown, ImmutableArray<FramePart> parts)
    : FramePart(key, path)
{
    public RecordType Type { get; } = type;

    /// <summary>Whether it is stated, if only without any fact.</summary>
    public bool IsKnown { get; } = isKnown;

    /// <summary>Its facts, by their slots.</summary>
    public ImmutableArray<FramePart> Parts { get; } = parts;
}

/// <summary>A list: the elements it has, and some that it may come to have.</summary>
/// <param name="key">Its path in the vocabulary.</param>
/// <param name="path">Its path in a scenario.</param>
/// <param name="type">Its type.</param>
/// <param name="isKnown">Whether it is stated.</param>
/// <param name="completion">Whether it is as it is (cell 0) or complete (cell 1); <see langword="null"/> if it is complete anyway.</param>
/// <param name="elements">Those that it has first.</param>
internal sealed class FrameList(
    string key, string path, ListType type, bool isKnown, Variable? completion, ImmutableArray<FrameElement> elements)
    : FramePart(key, path)
{
    public ListType Type { get; } = type;

    public bool IsKnown { get; } = isKnown;

    public Variable? Completion { get; } = completion;

    public ImmutableArray<FrameElement> Elements { get; } = elements;

    /// <summary>Whether it has no elements beyond those here, whatever else is so.</summary>
    public bool IsComplete => Completion is null;
}

/// <summary>An element of a list.</summary>
/// <param name="Content">What it is.</param>
/// <param name="Presence">Whether it is there (cell 1) or not (cell 0); <see langword="null"/> if it is there anyway.</param>
internal sealed record FrameElement(FramePart Content, Variable? Presence);
