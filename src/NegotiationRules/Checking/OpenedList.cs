using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>A list as it is written where it is gone over, so that names for its elements can be put beside it.</summary>
/// <param name="At">Where the list stands.</param>
/// <param name="Names">What its elements are called.</param>
/// <param name="Inside">What they are called inside the selection that picks them.</param>
/// <param name="Levels">How many lists its path goes through.</param>
/// <param name="Around">The depth of the place where it is gone over.</param>
internal sealed record OpenedList(Span At, ElementNames? Names, ElementNames? Inside, int Levels, int Around)
{
    /// <summary>Whether the elements at that depth are those that are gone over, and not elements around them.</summary>
    public bool IsOver(int depth) => depth == Around + Levels;

    /// <summary>What the elements at that depth are called inside the selection.</summary>
    public string? NameInside(int depth) => Inside?.At(depth - Around - 1, Levels)?.Text;

    /// <summary>What <c>as</c> says once the elements at a depth have a name, and with them all that need one.</summary>
    /// <param name="depth">The depth of elements without a name.</param>
    /// <param name="called">What elements without a name are to be called, by their depth.</param>
    public string NamesWith(int depth, Func<int, string> called) => IsOver(depth)
        ? JsonPrinter.Quote(called(depth))
        : $"[{string.Join(", ", Enumerable.Range(0, Levels).Select(level =>
            JsonPrinter.Quote(Names?.At(level, Levels)?.Text ?? called(Around + 1 + level))))}]";

    /// <summary>The edit by which <c>as</c> says so.</summary>
    public TextEdit Write(string names) => Names is not null
        ? new TextEdit(Names.Span, names)
        : new TextEdit(At with { Start = At.End, Length = 0 }, $", \"as\": {names}");
}
