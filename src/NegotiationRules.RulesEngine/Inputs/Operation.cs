namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>What an instruction does, as far as it can change something.</summary>
internal enum Operation
{
    /// <summary>Nothing that outlives the method.</summary>
    Works,

    /// <summary>Writes to a place that may be anywhere.</summary>
    Stores,

    /// <summary>Writes to a field, which the instruction names.</summary>
    StoresField,

    /// <summary>Calls a method or makes a delegate of it, which the instruction names.</summary>
    Calls,
}
