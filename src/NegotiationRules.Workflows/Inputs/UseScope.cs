namespace NegotiationRules.Workflows.Inputs;

/// <summary>The elements that an expression can speak of, innermost first. Immutable.</summary>
/// <param name="Params">The parameters it can use.</param>
/// <param name="Element">The innermost element; <see langword="null"/> outside all lists.</param>
internal sealed record UseScope(ScopedParam? Params, UseElement? Element)
{
    public UseScope Within(string? name, Shape element) => this with { Element = new UseElement(name, element, Element) };
}

/// <summary>An element of a list that is gone through.</summary>
/// <param name="Name">What the lambda calls it; <see langword="null"/> if members stand alone, as in <c>list.Any(Age > 3)</c>.</param>
/// <param name="Shape">Its type.</param>
/// <param name="Outer">The element within which its list is gone through.</param>
internal sealed record UseElement(string? Name, Shape Shape, UseElement? Outer);
