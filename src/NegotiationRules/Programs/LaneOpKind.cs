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

    /// <summary>What the machine worked out of the scenario.</summary>
    StageGiven,

    /// <summary>Any other truth of one fact.</summary>
    StageOther,

    /// <summary>The same truth everywhere.</summary>
    Constant,

    /// <summary>What the machine worked out of each element.</summary>
    Given,

    /// <summary>A 32-bit number of an element lies between two values.</summary>
    TestInt,

    /// <summary>A 64-bit number of an element lies between two values.</summary>
    TestLong,

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

    /// <summary>A quantity stands in a relation to a number that each lane has its own of.</summary>
    CompareLanes,

    /// <summary>What becomes of rules that have a <c>when</c> or a day by which they must be met.</summary>
    Outcome,
}

internal static class LaneOpKinds
{
    /// <summary>Whether it is a fact of the scenario that is tested together with others.</summary>
    public static bool IsStaged(this LaneOpKind kind) => kind <= LaneOpKind.StageOther;

    /// <summary>Whether it takes over what the machine worked out.</summary>
    public static bool IsGiven(this LaneOpKind kind) => kind is LaneOpKind.StageGiven or LaneOpKind.Given or LaneOpKind.CompareLanes;

    public static bool ReadsColumn(this LaneOpKind kind) =>
        (kind.IsStaged() && !kind.IsGiven()) || kind is LaneOpKind.SomeCodes or (>= LaneOpKind.TestInt and <= LaneOpKind.CodeListLanes);

    public static bool GoesBelow(this LaneOpKind kind) => kind is LaneOpKind.SomeOf or LaneOpKind.SomeCodes;
}
