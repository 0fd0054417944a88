namespace NegotiationRules.Workflows.Inputs;

/// <summary>The sorts of methods of lists.</summary>
internal enum ListMethod
{
    /// <summary>A condition on the elements, or none: true or false.</summary>
    Truth,

    /// <summary>A condition on the elements: those that meet it.</summary>
    Filter,

    /// <summary>A condition or none: how many meet it.</summary>
    Counting,

    /// <summary>A condition or none: an element.</summary>
    Choice,
    Total,
    Mean,
    Extreme,
    Order,
    Projection,
    Flattening,
    Grouping,

    /// <summary>A number of elements.</summary>
    Section,

    /// <summary>The element at a place.</summary>
    Place,

    /// <summary>Nothing in the brackets that tells a type.</summary>
    Same,

    /// <summary>Another list of the same type.</summary>
    Joining,
}
