namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>What stands on one side of a comparison.</summary>
internal enum SideForm
{
    /// <summary>A fact as the key of an object; only on the left.</summary>
    Key,
    Fact,

    /// <summary>A fact of the scenario, read inside an element.</summary>
    FactAround,
    FactOfElement,

    /// <summary>An element that is a plain value.</summary>
    PlainElement,
    Literal,
    Parameter,

    /// <summary>A month or a year, written out.</summary>
    Period,
    PeriodParameter,
    Arithmetic,
    Move,
    Function,
    Choice,
    ChoiceOfLiterals,

    /// <summary>One of two facts, and it is not known which.</summary>
    OpenChoice,
    Quantity,

    /// <summary>A list, where one belongs; only on the right.</summary>
    ListFact,
    ListParameter,
}

/// <summary>How much is known of the facts on one side of a comparison.</summary>
internal enum SideState
{
    Known,
    Partly,
    Unknown,
}

internal static class SideForms
{
    /// <summary>The forms of what stands for one value, wherever it stands.</summary>
    public static IReadOnlyList<SideForm> OfOperands { get; } =
        [.. Enum.GetValues<SideForm>().Where(form => form is not (SideForm.Key or SideForm.ListFact or SideForm.ListParameter))];

    /// <summary>Whether every operator takes one of these on the right.</summary>
    public static bool IsCommon(this SideForm form) => form is SideForm.Fact or SideForm.Literal or SideForm.ListFact;
}
