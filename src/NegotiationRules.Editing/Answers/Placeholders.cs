using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Editing.Answers;

/// <summary>Values with places to fill in.</summary>
internal static class Placeholders
{
    private static readonly Filling AnyText = "\"" + Filling.Place + "\"";

    /// <summary>What a fact of a type is compared with.</summary>
    public static Filling Test(FactType type) =>
        type is ListType list ? "{ \"contains\": " + Value(list.Element) + " }" : Value(type);

    public static Filling Value(FactType? type) => type switch
    {
        BooleanType => Filling.OneOf("true", "false"),
        TextType or DateType or DateTimeType or DurationType => AnyText,
        RecordType => "{ " + Filling.Place + " }",
        ListType => "[ " + Filling.Place + " ]",
        _ => Filling.Place,
    };

    /// <summary>What stands to the right of an operator.</summary>
    public static Filling Operand(OperatorRow row, FactType? type) => row.Takes switch
    {
        OperandShape.Values => "[ " + Value(type) + " ]",
        OperandShape.Range => "[ " + Value(type) + ", " + Value(type) + " ]",
        OperandShape.Truth => Filling.OneOf("true", "false"),
        OperandShape.Value => Value(type),
    };

    /// <summary>What stands under a key.</summary>
    public static Filling Of(MemberShape shape) => shape switch
    {
        MemberShape.Condition or MemberShape.Operand or MemberShape.WorkedOut => "{ " + Filling.Place + " }",
        MemberShape.Conditions or MemberShape.Operands or MemberShape.Table => "[ { " + Filling.Place + " } ]",
        MemberShape.List or MemberShape.Path or MemberShape.ElementNames or MemberShape.Reference or MemberShape.References
            or MemberShape.Key or MemberShape.Keys or MemberShape.OrderKeys or MemberShape.Move => AnyText,
        MemberShape.Number or MemberShape.NumberOfElements => Filling.Place,
        MemberShape.Flag => "true",
    };

    /// <summary>What stands under the keyword of a form, and the keys that it cannot do without.</summary>
    public static Filling Form(FormRow form, bool compares)
    {
        var written = Of(form.Takes);
        foreach (var member in form.Members.Where(one => one.IsRequired || (one.Key == "where" && form.Keyword is "some" or "no")))
        {
            written += $", \"{member.Key}\": " + Of(member.Takes);
        }

        return compares ? written + ", \"atLeast\": " + Filling.Place : written;
    }

    /// <summary>The brackets or quotes of an example such as <c>"weight": 2</c>, with a place in them.</summary>
    public static Filling Like(string example) => example[(example.IndexOf(": ", StringComparison.Ordinal) + 2)..] switch
    {
        ['{', ..] => ": { " + Filling.Place + " }",
        ['[', ..] => ": [ " + Filling.Place + " ]",
        ['"', ..] => ": " + AnyText,
        _ => ": " + Filling.Place,
    };
}
