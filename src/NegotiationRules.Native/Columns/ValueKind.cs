namespace NegotiationRules.Native.Columns;

/// <summary>How the values of a column lie: <c>nr_kind</c> of the header.</summary>
internal enum ValueKind
{
    /// <summary>Nothing but which are known.</summary>
    Present = 1,
    Bool1 = 2,
    Bool8 = 3,
    Int8 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    UInt8 = 8,
    UInt16 = 9,
    UInt32 = 10,
    UInt64 = 11,
    Float32 = 12,
    Float64 = 13,

    /// <summary>Where the lists start, of 32 bits, and of the last one where it ends.</summary>
    Offsets32 = 14,
    Offsets64 = 15,
}

/// <summary>What the numbers of dates and moments count, from 1970-01-01 in UTC: <c>nr_unit</c> of the header.</summary>
internal enum TimeUnit
{
    None = 0,
    Days = 1,
    Seconds = 2,
    Milliseconds = 3,
    Microseconds = 4,
    Nanoseconds = 5,
}

/// <summary>What values mean beside what their kind says: <c>nr_flags</c> of the header.</summary>
[Flags]
internal enum ValueFlags : uint
{
    None = 0,

    /// <summary>The least number of 64 bits is no number, but unknown.</summary>
    LeastIsUnknown = 1,

    /// <summary>Of codes, those below zero are unknown.</summary>
    NegativeIsUnknown = 2,

    /// <summary>What is not a number is unknown.</summary>
    NaNIsUnknown = 4,

    /// <summary>Whole numbers are steps of the type: with steps of 0.01, 150 is 1.5.</summary>
    InSteps = 8,
}
