using NegotiationRules.Checking;
using NegotiationRules.Cli.LanguageServer.Places;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Facts that may be named at a place: those of the innermost element come first.</summary>
internal sealed class FactSuggestions(Scopes scopes)
{
    /// <param name="scope">Where they are named.</param>
    /// <param name="use">What they are to lead to.</param>
    /// <param name="isName">Whether a test of the fact follows.</param>
    public IEnumerable<Suggestion> In(ElementScope scope, PathUse use, bool isName = false)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in FactPaths.From(scope, use).Where(seen.Add))
        {
            // Objects are tested by their facts, lists of such by what is asked of their elements.
            if (TypeOf(path, scope, use) is { } type
                && (use != PathUse.Fact || type is not (RecordType or ListType { Element: RecordType })))
            {
                yield return new Suggestion(
                    JsonPrinter.Quote(path), path, type is ListType ? SuggestionKind.List : SuggestionKind.Fact, Rank: 1)
                {
                    Detail = OneLine.Of(KindWords.Of(type)),
                    Documentation = Wordings.OfFact(path, type),
                    Behind = isName ? $": {Placeholders.Test(type)}" : null,
                };
            }
        }
    }

    private FactType? TypeOf(string path, ElementScope scope, PathUse use)
    {
        var name = new Name(path, default);
        return use switch
        {
            PathUse.List => new ListType(scopes.Enter(new JsonText(default, path), null, scope).Type),
            PathUse.FactOfElements => scopes.TypeOf(
                new JsonObject(default, [new JsonMember("sum", default, new JsonText(default, path))]), scope) ?? new RealType(),
            _ => scopes.Fact(name, scope)?.Type,
        };
    }
}

/// <summary>Values with places to fill in.</summary>
internal static class Placeholders
{
    /// <summary>What a fact of a type is compared with.</summary>
    public static string Test(FactType type) => type switch
    {
        ListType list => $"{{ \"contains\": {Value(list.Element)} }}",
        _ => Value(type),
    };

    public static string Value(FactType? type, int number = 1) => type switch
    {
        BooleanType => $"${{{number}|true,false|}}",
        TextType or DateType or DateTimeType or DurationType => $"\"${number}\"",
        RecordType => $"{{ ${number} }}",
        ListType => $"[ ${number} ]",
        _ => $"${number}",
    };

    /// <summary>What stands to the right of an operator.</summary>
    public static string Operand(OperatorRow row, FactType? type) => row.Takes switch
    {
        OperandShape.Values => $"[ {Value(type)} ]",
        OperandShape.Range => $"[ {Value(type)}, {Value(type, 2)} ]",
        OperandShape.Truth => "${1|true,false|}",
        OperandShape.Value => Value(type),
    };

    /// <summary>What stands under a key.</summary>
    public static string Of(MemberShape shape, int number) => shape switch
    {
        MemberShape.Condition or MemberShape.Operand or MemberShape.WorkedOut => $"{{ ${number} }}",
        MemberShape.Conditions or MemberShape.Operands or MemberShape.Table => $"[ {{ ${number} }} ]",
        MemberShape.List or MemberShape.Path or MemberShape.ElementNames or MemberShape.Reference or MemberShape.References
            or MemberShape.Key or MemberShape.Keys or MemberShape.OrderKeys or MemberShape.Move => $"\"${number}\"",
        MemberShape.Number or MemberShape.NumberOfElements => $"${number}",
        MemberShape.Flag => "true",
    };

    /// <summary>What stands under the keyword of a form, and the keys that it cannot do without.</summary>
    public static string Form(FormRow form, bool compares)
    {
        var written = Of(form.Takes, 1);
        var number = 2;
        foreach (var member in form.Members.Where(one => one.IsRequired || (one.Key == "where" && form.Keyword is "some" or "no")))
        {
            written += $", \"{member.Key}\": {Of(member.Takes, number++)}";
        }

        return compares ? $"{written}, \"atLeast\": ${number}" : written;
    }
}
