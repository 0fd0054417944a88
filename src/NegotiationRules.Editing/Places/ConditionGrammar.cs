using NegotiationRules.Checking;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in conditions, operands and selections: the tables of forms say it.</summary>
internal sealed class ConditionGrammar(Scopes scopes)
{
    /// <summary>What may stand under a name; <see langword="null"/> if the object is nothing of these, or has no such name.</summary>
    public Spot? Under(Spot at, JsonObject owner, JsonMember member) => at.Kind switch
    {
        SpotKind.Condition => UnderCondition(at, owner, member),
        SpotKind.Comparisons => Compared(at.Scope, at.Type, member.Name),
        SpotKind.Operand or SpotKind.Value => UnderOperand(at, owner, member),
        SpotKind.List when owner.Find("parameter") is not null => At(SpotKind.ParameterName, at.Scope),
        SpotKind.List or SpotKind.Selection => UnderSelection(at.Scope, owner, member),
        _ => null,
    };

    /// <summary>Whether a name in a condition is that of a fact, and no word of the language.</summary>
    public static bool IsFact(JsonObject condition, JsonMember member) =>
        FormOf(condition) is not { } form || (form.StandsBesideFacts && member.Name != form.Keyword)
        || (member.Name.Contains('.', StringComparison.Ordinal) && !form.Has(member.Name));

    /// <summary>The form that a condition has; <see langword="null"/> if it tests facts.</summary>
    public static ConditionRow? FormOf(JsonObject condition) => ConditionForms.In(condition) is [var form, ..] ? form : null;

    /// <summary>The form of an operand by its keyword; <see langword="null"/> if there is none, or it is a function.</summary>
    public static OperandRow? OperandOf(JsonObject operand)
    {
        foreach (var member in operand.AsSpan())
        {
            if (OperandForms.Find(member.Name) is { } form)
            {
                return form;
            }
        }

        return null;
    }

    /// <summary>The type of what a condition compares; <see langword="null"/> if it compares nothing, or that is not known.</summary>
    public FactType? ComparedIn(JsonObject condition, ElementScope scope) => FormOf(condition) switch
    {
        { Form: ConditionForm.Count } => new ExactType(0),
        { Form: ConditionForm.Share or ConditionForm.ShareOfTwo } => new RealType(),
        { Form: ConditionForm.Value, Keyword: var key } => scopes.TypeOf(condition.Find(key)!.Value, scope),
        { Compares: true } => scopes.TypeOf(condition, scope),
        _ => null,
    };

    private Spot UnderCondition(Spot at, JsonObject condition, JsonMember member)
    {
        if (IsFact(condition, member))
        {
            var type = scopes.Fact(new Name(member.Name, member.NameSpan), at.Scope)?.Type;
            return member.Value is JsonObject && !(member.Value is JsonObject inner && OperandForms.AnyIn(inner))
                ? At(SpotKind.Comparisons, at.Scope, type)
                : At(SpotKind.Value, at.Scope, type);
        }

        var form = FormOf(condition)!;
        if (member.Name == form.Keyword)
        {
            return Takes(form.Takes, form.Form, at.Scope, condition);
        }

        if (Array.Find(form.Members, one => one.Key == member.Name) is { } part)
        {
            return Takes(part.Takes, form.Form, IsOfElements(part, form.Form) ? ElementOf(condition, form, at.Scope) : at.Scope, condition);
        }

        return Compared(at.Scope, ComparedIn(condition, at.Scope), member.Name);
    }

    // What is asked of elements is read in them; the rest where the condition stands.
    private static bool IsOfElements(FormMember member, ConditionForm form) =>
        member.Takes is MemberShape.Condition or MemberShape.Conditions or MemberShape.Path or MemberShape.WorkedOut or MemberShape.Key
        && form is not ConditionForm.If;

    private ElementScope ElementOf(JsonObject owner, FormRow form, ElementScope scope)
    {
        var list = owner.Find(form.Keyword)?.Value;
        var goesOn = form.Has(OperandForms.Of.Key) && owner.Find(OperandForms.Of.Key) is null && form.Keyword != "share";
        return scopes.Enter(list, owner.Find(OperandForms.As.Key)?.Value, scope, goesOn);
    }

    private static Spot Takes(MemberShape shape, ConditionForm? form, ElementScope scope, JsonObject owner) => shape switch
    {
        MemberShape.Condition or MemberShape.Conditions => At(SpotKind.Condition, scope),
        MemberShape.Operand or MemberShape.Operands or MemberShape.WorkedOut => At(SpotKind.Operand, scope),
        MemberShape.List => At(GoesOn(owner, form) ? SpotKind.FactOfElements : SpotKind.List, scope),
        MemberShape.Path or MemberShape.Key or MemberShape.Keys or MemberShape.OrderKeys => At(SpotKind.Fact, scope),
        MemberShape.ElementNames => At(SpotKind.ElementName, scope),
        MemberShape.Reference => At(form == ConditionForm.RuleById ? SpotKind.RuleId : SpotKind.ParameterName, scope),
        MemberShape.References => At(SpotKind.ConditionName, scope),
        MemberShape.Number or MemberShape.NumberOfElements => At(SpotKind.Value, scope, new ExactType(0)),
        MemberShape.Flag => At(SpotKind.Flag, scope),
        MemberShape.Move => At(SpotKind.Move, scope),
        MemberShape.Table => At(SpotKind.Nothing, scope),
    };

    private static bool GoesOn(JsonObject owner, ConditionForm? form) =>
        form is ConditionForm.Sum or ConditionForm.Min or ConditionForm.Max && owner.Find(OperandForms.Of.Key) is null;

    private Spot UnderOperand(Spot at, JsonObject operand, JsonMember member)
    {
        if (OperandOf(operand) is { } form)
        {
            if (member.Name == form.Keyword)
            {
                return form.Form switch
                {
                    OperandForm.Quantity => At(SpotKind.QuantityName, at.Scope),
                    OperandForm.Sum or OperandForm.Min or OperandForm.Max or OperandForm.The
                        when operand.Find(OperandForms.Of.Key) is null => At(SpotKind.FactOfElements, at.Scope),
                    _ => Takes(form.Takes, null, at.Scope, operand),
                };
            }

            if (Array.Find(form.Members, one => one.Key == member.Name) is { } part)
            {
                var isOfElements = form.Takes == MemberShape.List && part.Takes is MemberShape.Condition or MemberShape.WorkedOut;
                return Takes(part.Takes, null, isOfElements ? ElementOf(operand, form, at.Scope) : at.Scope, operand);
            }
        }

        return OperandForms.GoingOn.FirstOrDefault(one => one.Key == member.Name) is { } further
            ? Takes(further.Takes, null, at.Scope, operand)
            : At(OperandFunctions.IsFunction(member.Name) ? SpotKind.Operand : SpotKind.Nothing, at.Scope);
    }

    private Spot UnderSelection(ElementScope scope, JsonObject selection, JsonMember member)
    {
        if (member.Name == SelectionForm.Row.Keyword)
        {
            return At(SpotKind.List, scope);
        }

        var element = scopes.Enter(selection, null, scope);
        return Array.Find(SelectionForm.Row.Members, one => one.Key == member.Name) is { } part
            ? Takes(part.Takes, null, part.Takes is MemberShape.NumberOfElements ? scope : element, selection)
            : At(SpotKind.Nothing, scope);
    }

    // A list is asked for its values, and each of several values is one.
    private static Spot Compared(ElementScope scope, FactType? type, string name) => At(
        SpotKind.Value, scope,
        Operators.Find(name) switch
        {
            { Operator: ComparisonOperator.Known } => new BooleanType(),
            { Kind: ComparisonKind.Search } when type is TextType => new TextType(),
            _ => type is ListType list ? list.Element : type,
        });

    private static Spot At(SpotKind kind, ElementScope scope, FactType? type = null) => new(kind, scope, type);
}
