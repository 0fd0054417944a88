namespace NegotiationRules.Workflows.Inputs;

/// <summary>A method of .NET.</summary>
/// <param name="Method">Which it is.</param>
/// <param name="Name">Its name; behind that of its type if it is a static one.</param>
/// <param name="On">What it can be called on in an expression that is translated.</param>
/// <param name="Example">How it is called: what to write instead of a call with arguments that are not translated.</param>
internal sealed record MethodRow(Method Method, string Name, Receiver On = Receiver.None, string? Example = null)
{
    /// <summary>What it gives, if only texts have it: to call it tells what it is called on.</summary>
    public ShapeKind? OfText { get; init; }

    /// <summary>What it gives, if only dates have it: a date of the same kind where it says <see cref="ShapeKind.DateTime"/>.</summary>
    public ShapeKind? OfDate { get; init; }

    /// <summary>What it does with the elements of a list, if lists have it.</summary>
    public ListMethod? OfList { get; init; }

    /// <summary>What stands in the brackets, where the method tells: a text, or a number without decimals, for days can be halved, months
    /// cannot.</summary>
    public ShapeKind Given { get; init; }
}
