namespace NegotiationRules.Arrow.Binding;

/// <summary>What a field of a schema is among the facts.</summary>
internal enum FieldRole
{
    /// <summary>A value.</summary>
    Value,

    /// <summary>An object, which is a struct.</summary>
    Object,

    /// <summary>An object whose facts are columns of their own, by names such as <c>agreement.form</c>.</summary>
    Group,

    /// <summary>A list.</summary>
    List,

    /// <summary>A fact with its source, or a list of which there may be others: a struct in the place of the fact.</summary>
    Statement,

    /// <summary>What stands beside the value in such a struct.</summary>
    Aside,
}
