namespace NegotiationRules.Workflows.Inputs;

/// <summary>What a method is called on.</summary>
[Flags]
internal enum Receiver
{
    None = 0,
    Text = 1,

    /// <summary>Any single value but a text.</summary>
    Value = 2,

    /// <summary>A date with a time.</summary>
    Moment = 4,

    /// <summary>A date without a time.</summary>
    Day = 8,
    List = 16,

    /// <summary>A list whose items are written out.</summary>
    WrittenList = 32,

    /// <summary>A type: the method is a static one.</summary>
    Type = 64,
}
