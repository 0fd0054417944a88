namespace NegotiationRules.Native.Calls;

/// <summary>How a call ended: <c>nr_status</c> of the header.</summary>
internal enum Status
{
    Ok = 0,

    /// <summary>The rule file, what it includes or its vocabulary has errors, or a parameter does not fit.</summary>
    Rules = 1,

    /// <summary>The scenario is not JSON, has facts that are not of the vocabulary, or values beyond measure.</summary>
    Scenario = 2,

    /// <summary>Columns do not fit the rules, or one of their values is not of its type.</summary>
    Columns = 3,

    /// <summary>The call itself is wrong: a null pointer, a length, a number that means nothing.</summary>
    Argument = 4,

    /// <summary>A handle was freed, is of another kind, or was never given out.</summary>
    Handle = 5,

    /// <summary>A text is not UTF-8.</summary>
    Utf8 = 6,

    /// <summary>An evaluator is at work on another thread.</summary>
    Busy = 7,

    /// <summary>A rule asks for what columns do not hold.</summary>
    NotInColumns = 8,

    /// <summary>There is not enough memory.</summary>
    Memory = 9,

    /// <summary>A fault of this library.</summary>
    Internal = 10,
}
