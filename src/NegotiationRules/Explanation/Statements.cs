using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>What is there: "agreement.form is oral", "Mingus of US has rank 6", "the total weight of the parties is 37".</summary>
internal static class Statements
{
    public static string Of(Operand operand, Scope scope, Naming at, int decimals = Numbers.FewDecimals) =>
        Of(operand, KnownValue.Of(operand, scope, decimals), scope, at);

    /// <summary>The same, where the value is known.</summary>
    public static string Of(Operand operand, KnownValue known, Scope scope, Naming at)
    {
        if (operand is not FactOperand fact)
        {
            // What a choice comes to may be called by nothing but its value.
            var (name, value) = (OperandWording.Of(operand, at), known.Text);
            return name == value ? $"the value is {value}" : $"{name} is {value}";
        }

        var stated = scope.Read(fact.Fact);
        if (!stated.IsKnown)
        {
            // Decided all the same: the vocabulary bounds what it can be.
            var bounds = KnownValue.Of(operand, scope);
            return $"{at.NameOf(fact.Fact)} {at.VerbOf(fact.Fact)} not known{(bounds.IsBounded ? $" but {bounds.Text}" : string.Empty)}";
        }

        return fact.Fact.Depth == 0 && stated.Kind == FactKind.Boolean ? ConditionWording.OfFlag(fact.Fact, stated.Boolean, at)
            : stated is { Kind: FactKind.Date, Date.IsDay: false } ? $"{at.NameOf(fact.Fact)} is {known.Text}"
            : fact.Fact.Depth == 0 ? ConditionWording.OfFact(fact.Fact, known.Text, at)
            : $"{at.Level(fact.Fact.Depth).Name} {ConditionWording.Has(fact.Fact, stated, at)}";
    }

    /// <summary>The same, up to how it stands to something else: "talks.start is 2022-01-10, which is"; "4 is", where it is called by
    /// nothing but its value.</summary>
    public static string Leading(Operand operand, KnownValue known, Scope scope, Naming at, string verb) =>
        CalledByValue(operand, known, at) is { } name ? $"{name} {verb}" : $"{Of(operand, known, scope, at)}, which {verb}";

    /// <summary>That it is open how it stands to something else.</summary>
    public static string LeftOpen(Operand operand, KnownValue known, Scope scope, Naming at, string what) =>
        CalledByValue(operand, known, at) is { } name ? $"it is open whether {name} is {what}"
        : !known.IsBounded ? Of(operand, known, scope, at)
        : $"{Of(operand, known, scope, at)}, which leaves open whether it is {what}";

    /// <summary>"is", or "are" for "20 days".</summary>
    public static string Is(Operand operand, KnownValue known) =>
        operand.Measure.Kind == MeasureKind.Duration && known.Text.EndsWith('s') ? "are" : "is";

    /// <summary>What something is called, if that says its value: a constant, an element that is a plain value; otherwise
    /// <see langword="null"/>.</summary>
    public static string? CalledByValue(Operand operand, KnownValue known, Naming at) => operand switch
    {
        Constant => OperandWording.Of(operand, at),
        FactOperand { Fact: { Slots.IsEmpty: true, Depth: > 0 } element } when at.NameOf(element) == known.Text => known.Text,
        _ => null,
    };

    /// <summary>The operand and, if it is not said by that, its value.</summary>
    public static string WithValue(Operand operand, Scope scope, Naming at, int decimals = Numbers.FewDecimals)
    {
        // An element that is a plain value is called by that value.
        var words = OperandWording.Of(operand, at);
        var value = operand is Constant ? null : KnownValue.Of(operand, scope, decimals).Text;
        return value is null || value == words ? words : $"{words} ({value})";
    }

    /// <summary>How something stands to an operand, with the value of that.</summary>
    public static string Tail(Relation relation, Operand right, Scope scope, Naming at, int decimals = Numbers.FewDecimals)
    {
        var tail = ConditionWording.Tail(relation, right, at);
        return right is Constant ? tail
            : WithValue(right, scope, at, decimals) is var value && value != OperandWording.Of(right, at)
                ? $"{tail} ({KnownValue.Of(right, scope, decimals).Text})"
            : relation == Relation.Equal ? value
            : $"{(relation == Relation.NotEqual ? "not" : RelationWords.Of(relation, right.Measure.Kind))} {value}";
    }

    /// <summary>"not before 2022-01-05": how a month or a year as a whole stands to a day that it may hold; otherwise
    /// <see langword="null"/>.</summary>
    public static string? OfPeriod(Operand left, Relation relation, Operand right, Scope scope, Naming at)
    {
        var isPeriod = left switch
        {
            Constant constant => constant is { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false },
            FactOperand { Fact: { Type: DateType { HasPeriods: true } } fact } =>
                scope.Read(fact) is { Kind: FactKind.Date, Date.IsDay: false },
            _ => false,
        };
        return isPeriod && relation is (Relation.LessOrEqual or Relation.GreaterOrEqual)
            ? $"not {RelationWords.Of(relation.Inverse(), right.Measure.Kind)} {WithValue(right, scope, at)}"
            : null;
    }

    /// <summary>Whether to tell the fact would say nothing: "France has name France", "the embargo has type embargo".</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="scope">The facts in reach.</param>
    /// <param name="mayBeAWord">Whether the name may be a word for a sort of thing; what the embargo is not is of another type.</param>
    public static bool IsWhatItIsCalled(FactReference fact, Scope scope, bool mayBeAWord) =>
        fact is { Depth: > 0, Slots: [var slot], Type: TextType }
        && Labels.ValueOf(scope.At(fact.Depth), slot) is { } text
        && Labels.OwnOf(scope.At(fact.Depth)) is var own && (own == text || (mayBeAWord && own == $"the {text}"));

    /// <summary>That there is no value, and why.</summary>
    public static string NoValue(FunctionOperand function, Scope scope, Naming at) =>
        $"{OperandWording.Of(function, at)} has no value" + function.Function switch
        {
            OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder =>
                $", as {OperandWording.Of(function.Arguments[1], at)} is {KnownValue.Of(function.Arguments[1], scope).Text}",
            OperandFunction.SquareRoot or OperandFunction.Part => $", as {Of(function.Arguments[0], scope, at)}",
            _ => string.Empty,
        };

    /// <summary>That there is no text, or that it is not known; <see langword="null"/> if it is.</summary>
    public static string? OpenText(Operand text, Scope scope, Naming at) =>
        WithoutValue.In(text, scope) is { } nothing ? NoValue(nothing, scope, at)
        : OperandValues.Of(text, scope).IsKnown ? null
        : $"{OperandWording.Of(text, at)} is not known";
}
