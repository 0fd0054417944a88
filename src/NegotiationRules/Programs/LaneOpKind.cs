namespace NegotiationRules.Programs;

/// <summary>What an operation on lanes works out.</summary>
internal enum LaneOpKind : byte
{
    /// <summary>A boolean fact of the scenario itself is tested, together with others. So are those that follow, up to
    /// <see cref="StageOther"/>.</summary>
    StageBit,

    /// <summary>A 32-bit number, or the code of a text.</summary>
    StageInt,

    /// <summary>A 64-bit number.</summary>
    StageLong,

    /// <summary>A day, or the first and last that it may be.</summary>
    StageDay,

    /// <summary>A floating-point number, taken as an integer of the same order.</summary>
    StageReal,

    /// <summary>Whether a text is one of those that a mask of 64 codes names.</summary>
    StageCode,

    /// <summary>Any other truth of one fact.</summary>
    StageOther,

    /// <summary>The same truth everywhere.</summary>
    Constant,

    /// <summary>A boolean fact is true.</summary>
    TestBit,

    /// <summary>A fact is stated.</summary>
    TestKnown,

    /// <summary>A 32-bit number lies between two values.</summary>
    TestInt,

    /// <summary>A 64-bit number lies between two values.</summary>
    TestLong,

    /// <summary>A day, or all days that it may be, lie between two days.</summary>
    TestDay,

    /// <summary>A floating-point number lies between two values.</summary>
    TestReal,

    /// <summary>A text is one of those that a mask of 64 codes names.</summary>
    TestCode,

    /// <summary>A text is one of those whose codes are listed.</summary>
    TestCodeList,

    /// <summary>A text starts with, ends with, contains or fits something.</summary>
    TestText,

    /// <summary>A 32-bit number lies between two values, which each lane has its own of.</summary>
    IntLanes,

    /// <summary>The same for 64-bit numbers.</summary>
    LongLanes,

    /// <summary>The same for days.</summary>
    DayLanes,

    /// <summary>The same for floating point.</summary>
    RealLanes,

    /// <summary>A text is one of those that a lane names: a row of words for each code.</summary>
    CodeLanes,

    /// <summary>The same, with the lanes that name it listed for each code.</summary>
    CodeListLanes,

    /// <summary>Some element of the level below has a text that a lane names.</summary>
    SomeCodes,

    /// <summary>All of the operands, of one lane and of the scenario itself.</summary>
    CombineOne,

    /// <summary>The same where all operands are bits of one word; with others, as a run, eight at a time.</summary>
    Match,

    /// <summary>All of the operands.</summary>
    CombineLanes,

    /// <summary>At least so many of the operands.</summary>
    AtLeast,

    /// <summary>A truth of a level above, for each element below it.</summary>
    Spread,

    /// <summary>Some element of the level below.</summary>
    SomeOf,

    /// <summary>Two quantities stand in a relation.</summary>
    Compare,

    /// <summary>A quantity stands in a relation to a number that each lane has its own of.</summary>
    CompareLanes,

    /// <summary>A share of the elements below stands in a relation to a fraction.</summary>
    Share,

    /// <summary>What only the tree walk evaluates.</summary>
    Walk,

    /// <summary>A fact as a quantity.</summary>
    Read,

    /// <summary>The same quantity everywhere.</summary>
    Fixed,

    /// <summary>How many elements of the level below.</summary>
    Count,

    /// <summary>The sum over elements of the level below.</summary>
    Sum,

    /// <summary>The least or greatest over elements of the level below.</summary>
    Extreme,

    /// <summary>Two quantities added, subtracted or multiplied.</summary>
    Calculate,

    /// <summary>A quantity in finer steps.</summary>
    Rescale,

    /// <summary>A day moved by months and days.</summary>
    Shift,

    /// <summary>A day moved by a number of months or days that is a quantity.</summary>
    ShiftByNumber,

    /// <summary>One of two quantities.</summary>
    Choose,

    /// <summary>A day moved to the start or end of its month or year.</summary>
    Move,

    /// <summary>A quantity of a level above, for each element below it.</summary>
    SpreadQuantity,

    /// <summary>What becomes of rules that have a <c>when</c> or a day by which they must be met.</summary>
    Outcome,
}

internal static class LaneOpKinds
{
    /// <summary>Whether it is a fact of the scenario that is tested together with others.</summary>
    public static bool IsStaged(this LaneOpKind kind) => kind <= LaneOpKind.StageOther;

    public static bool ReadsColumn(this LaneOpKind kind) =>
        kind.IsStaged() || kind is LaneOpKind.Read or LaneOpKind.SomeCodes or (>= LaneOpKind.TestBit and <= LaneOpKind.CodeListLanes);

    public static bool GoesBelow(this LaneOpKind kind) =>
        kind is LaneOpKind.SomeOf or LaneOpKind.SomeCodes or LaneOpKind.Count or LaneOpKind.Sum or LaneOpKind.Extreme or LaneOpKind.Share;

    public static bool IsQuantity(this LaneOpKind kind) => kind is >= LaneOpKind.Read and <= LaneOpKind.SpreadQuantity;
}
