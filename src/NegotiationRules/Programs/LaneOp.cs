using NegotiationRules.Conditions;

namespace NegotiationRules.Programs;

/// <summary>One operation on lanes: what it works out for every element of a level and for all lanes of a group at once.</summary>
/// <remarks>Fields instead of properties and objects: a program is an array of these, read from end to end for every scenario.</remarks>
internal struct LaneOp
{
    public const int WholeWords = -1;

    public LaneOpKind Kind;

    /// <summary>What an unknown fact makes of a test, where that is the same for all lanes.</summary>
    public Truth IfUnknown;

    /// <summary>Whether the result is turned round.</summary>
    public bool IsInverted;

    /// <summary>Which bounds the lanes of a range test have: 1 lower ones, 2 upper ones, 3 both.</summary>
    public byte Bounds;

    /// <summary>The level of the result.</summary>
    public int Level;

    /// <summary>Where the result lies in the record of each element: its first word.</summary>
    public int Slot;

    /// <summary>Which bit of its word the result is, for one truth of the scenario; <see cref="WholeWords"/> for everything else.</summary>
    public int Bit;

    /// <summary>How many words the lanes take.</summary>
    public int Words;

    /// <summary>How many lanes there are.</summary>
    public int Lanes;

    /// <summary>The column that is read, the level that is gone over or spread from, or the step whose quantity is compared.</summary>
    public int Source;

    /// <summary>The level whose elements are gone over, where <see cref="Source"/> is a column of it.</summary>
    public int Below;

    /// <summary>The first operand, or the first constant.</summary>
    public int First;

    /// <summary>How many operands, or codes.</summary>
    public int Count;

    /// <summary>Where the masks for unknown facts start, or the number of the step that says more; -1 if there is none.</summary>
    public int Extra;

    /// <summary>The least value, the mask of codes, or the least code.</summary>
    public long Low;

    /// <summary>The greatest value.</summary>
    public long High;
}

/// <summary>The result of another operation as an operand.</summary>
/// <param name="Slot">The first word in the record of each element.</param>
/// <param name="Step">1 if each word of lanes has its own, 0 if one word serves all.</param>
/// <param name="Flip">All ones if it is turned round, otherwise 0.</param>
/// <param name="Bit">Which bit of its word it is; <see cref="LaneOp.WholeWords"/> if it is words of lanes, or one word that is all ones or
/// all zeros.</param>
internal readonly record struct LaneOperand(int Slot, int Step, int Flip, int Bit)
{
    public ulong Mask => (ulong)(long)Flip;
}

/// <summary>Operations of one kind that follow one another; of <see cref="LaneOpKind.Match"/> banks.</summary>
internal readonly record struct LaneRun(LaneOpKind Kind, int From, int To);

/// <summary>Matches whose operands are bits of one word, and whose results are bits side by side.</summary>
/// <param name="Source">The word of the operands.</param>
/// <param name="Target">The word of the results.</param>
/// <param name="Shift">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">Where their flips and masks start.</param>
/// <param name="Inverted">Those that are turned round.</param>
internal readonly record struct LaneBank(int Source, int Target, int Shift, int Count, int First, ulong Inverted);

/// <summary>All values from one on, up to so much more; it is never empty.</summary>
internal readonly record struct LaneRange(long Low, ulong Width)
{
    /// <summary>1 if the value lies in it, otherwise 0.</summary>
    public ulong Holds(long value) => (ulong)(value - Low) <= Width ? 1ul : 0;
}
