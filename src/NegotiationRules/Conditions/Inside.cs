namespace NegotiationRules.Conditions;

/// <summary>What there is in a node, itself included. Those who tell why ask it of the same conditions over and over.</summary>
[Flags]
internal enum Inside
{
    /// <summary>It has not been found out.</summary>
    NotAsked = 0,

    /// <summary>It has been found out.</summary>
    Asked = 1,

    /// <summary>A choice that is made in the same place, or a value that hangs on a day.</summary>
    Choices = 2,

    /// <summary>A named quantity that is worked out in the same place.</summary>
    Quantities = 4,

    /// <summary>A list of which elements are selected, in the same place.</summary>
    Selections = 8,

    /// <summary>A list that is looked into, or a form of which no sentence tells all.</summary>
    Lists = 16,
}
