using NegotiationRules.Syntax;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What something is, in words for a message.</summary>
internal static class MeaningWords
{
    /// <summary>In words for a message.</summary>
    public static string Of(Meaning meaning) => meaning switch
    {
        TruthMeaning => "true or false",
        ValueMeaning { Type: var type } => Of(type),
        ObjectMeaning o => $"the object `{o.Record.Name}`",
        ListMeaning or ArrayMeaning => "a list",
        GroupsMeaning => "the groups of a list",
        PartsMeaning => "what a text is split into",
        WrittenMeaning => "a value as text",
        NullMeaning => "`null`",
        TypeMeaning type => $"the type `{type.Name}`",
        ShapeMeaning => "a new object",
        OpaqueMeaning opaque => opaque.Description,
        OrderMeaning => "a number",
        EnumWordMeaning word => $"`{word.Type.Text}.{word.Word.Text}`",
        _ => "something",
    };

    /// <summary>The same beside another: what two numbers differ by, where it is not said otherwise, is said too.</summary>
    public static string Beside(Meaning meaning, Meaning other) =>
        meaning is ValueMeaning { IsNumber: true } number && other is ValueMeaning && Of(meaning) == Of(other)
            ? $"{OfType(number)}{(number.Type.IsNullable ? " that may be null" : string.Empty)}"
            : Of(meaning);

    private static string OfType(ValueMeaning number) => number switch
    {
        { Single: not null } => "a number (float)",
        { Kind: ScalarKind.Int32 } => "a whole number (int)",
        { Kind: ScalarKind.Int64 } => "a whole number (long)",
        _ => Of(number.Type),
    };

    public static string Of(InputType type) => type switch
    {
        EnumInput e => $"the enumeration `{e.Name}`",
        RecordInput record => $"the object `{record.Name}`",
        ListInput => "a list",
        OpaqueInput opaque => opaque.Description,
        ScalarInput { Kind: var kind } => kind switch
        {
            ScalarKind.Boolean => "true or false",
            ScalarKind.Int32 or ScalarKind.Int64 => "a whole number",
            ScalarKind.Double => "a number (double)",
            ScalarKind.Decimal => "a number (decimal)",
            ScalarKind.Text => "text",
            ScalarKind.Character => "a character",
            ScalarKind.DateOnly => "a date",
            ScalarKind.TimeSpan => "a duration",
            ScalarKind.Guid => "a GUID",
            _ => "a date and time",
        },
        _ => "something",
    };
}
