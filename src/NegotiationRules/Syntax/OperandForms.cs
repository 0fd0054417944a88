using NegotiationRules.Text;
using static NegotiationRules.Syntax.OperandForm;

namespace NegotiationRules.Syntax;

/// <summary>The forms of operand, apart from functions: the table of them, the keys with which each may go on, and how they are
/// found.</summary>
internal static class OperandForms
{
    public static readonly FormMember As = new("as", MemberShape.ElementNames);

    public static readonly FormMember Where = new(
        "where", MemberShape.Condition, "filter having with when if whose condition matching suchThat require");

    public static readonly FormMember Of = new("of", MemberShape.WorkedOut, "by weightedBy weightBy");

    public static readonly FormMember IfNone = new("ifNone", MemberShape.Operand, "ifEmpty whenNone defaultIfEmpty orElse default");

    /// <summary>Every form, in the order of the enumeration.</summary>
    public static IReadOnlyList<OperandRow> Table { get; } =
    [
        new(Fact, "fact", MemberShape.Path, "path ref var variable field property"),
        new(Parameter, "parameter", MemberShape.Reference, "param constant const setting"),
        new(Count, "count", MemberShape.List, "size", As, Where),
        new(Sum, "sum", MemberShape.List, "total", As, Where, Of),
        new(Min, "min", MemberShape.List, "minimum lowest", As, Where, Of, IfNone),
        new(Max, "max", MemberShape.List, "maximum most highest", As, Where, Of, IfNone),
        new(The, "the", MemberShape.List, "single only one lookup find which", As, Where, Of),
        new(Value, "value", MemberShape.Operand, "group brackets"),
        new(If, "if", MemberShape.Condition, "cond iif ternary case when switch test condition",
            new("then", MemberShape.Operand, "true") { IsRequired = true },
            new("else", MemberShape.Operand, "otherwise default false") { IsRequired = true }),
        new(Quantity, "quantity", MemberShape.Reference, "formula expression"),
        new(From, "from", MemberShape.Table, "since effectiveFrom validFrom table schedule timeline",
            new FormMember("at", MemberShape.Operand, "asOf")),
        new(FirstKnown, "firstKnown", MemberShape.Operands, "coalesce ?? ifNull nvl isNull firstNonNull firstOf orElse"),
    ];

    /// <summary>What any operand may go on with, in the order in which it is applied.</summary>
    public static IReadOnlyList<FormMember> GoingOn { get; } =
    [
        new("times", MemberShape.Operand, "* multiply multiplyBy"),
        new("plus", MemberShape.Operand, "+ add"),
        new("minus", MemberShape.Operand, "- subtract"),
        new("to", MemberShape.Move),
    ];

    private static readonly Dictionary<string, OperandRow> ByKeyword = Table.ToDictionary(form => form.Keyword, StringComparer.Ordinal);

    /// <summary>The keys of <see cref="GoingOn"/>.</summary>
    public static readonly string[] Arithmetic = [.. GoingOn.Select(member => member.Key)];

    /// <summary>The keys that belong to one form or several.</summary>
    public static readonly string[] OfForms = [.. Table.SelectMany(form => form.Members).Select(member => member.Key).Distinct()];

    /// <summary>All keys but the names of functions.</summary>
    public static readonly string[] Keys = [.. Table.Select(form => form.Keyword), .. OfForms, .. Arithmetic];

    /// <summary>The forms that may have such a member, as they are spelt.</summary>
    public static IEnumerable<string> With(string key) => Table.Where(form => form.Has(key)).Select(form => form.Keyword);

    public static OperandRow? Find(string keyword) => ByKeyword.GetValueOrDefault(keyword);

    /// <summary>Whether an object with this key is an operand of that form, or of that function.</summary>
    public static bool IsForm(string key) => Find(key) is not null || OperandFunctions.IsFunction(key);

    /// <summary>Whether the object says where a value is taken from.</summary>
    public static bool AnyIn(JsonObject found) => found.Members.Any(member => IsForm(member.Name));

    /// <summary>Whether an operand stands as it is under such a key; under any other key of a condition it is a fact that is
    /// compared.</summary>
    public static bool HoldsOperand(string key) =>
        Operators.IsOperator(key) || Keys.Contains(key) || OperandFunctions.IsFunction(key) || key is "by";
}
