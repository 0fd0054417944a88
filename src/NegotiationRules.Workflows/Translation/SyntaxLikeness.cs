using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Whether two pieces of syntax say the same in the same words; places do not count.</summary>
internal static class SyntaxLikeness
{
    public static bool Same(ConditionSyntax? a, ConditionSyntax? b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (FactTestSyntax x, FactTestSyntax y) => x.Path.Text == y.Path.Text && Same(x.Comparisons, y.Comparisons, Same),
        (FactTestsSyntax x, FactTestsSyntax y) => Same(x.Tests, y.Tests, Same),
        (CompositionSyntax x, CompositionSyntax y) => x.Kind == y.Kind && Same(x.Conditions, y.Conditions, Same),
        (NotSyntax x, NotSyntax y) => Same(x.Condition, y.Condition),
        (QuantifierSyntax x, QuantifierSyntax y) =>
            x.Kind == y.Kind && Same(x.List, y.List) && Same(x.As, y.As) && Same(x.Where, y.Where) && Same(x.Satisfy, y.Satisfy),
        (ValueTestSyntax x, ValueTestSyntax y) => Same(x.Value, y.Value) && Same(x.Comparison, y.Comparison),
        (ConditionReferenceSyntax x, ConditionReferenceSyntax y) => x.Name.Text == y.Name.Text,
        _ => false,
    };

    public static bool Same(OperandSyntax? a, OperandSyntax? b) => ReferenceEquals(a, b) || (a, b) switch
    {
        (LiteralSyntax x, LiteralSyntax y) => Same(x.Value, y.Value),
        (OperandListSyntax x, OperandListSyntax y) => Same(x.Items, y.Items, Same),
        (FactOperandSyntax x, FactOperandSyntax y) => x.Path.Text == y.Path.Text,
        (QuantityOperandSyntax x, QuantityOperandSyntax y) =>
            x.Kind == y.Kind && Same(x.List, y.List) && Same(x.As, y.As) && Same(x.Where, y.Where) && Same(x.Of, y.Of)
            && Same(x.IfNone, y.IfNone),
        (ArithmeticSyntax x, ArithmeticSyntax y) => x.Kind == y.Kind && Same(x.Left, y.Left) && Same(x.Right, y.Right),
        (MoveSyntax x, MoveSyntax y) => x.Move == y.Move && Same(x.Operand, y.Operand),
        (FirstKnownSyntax x, FirstKnownSyntax y) => Same(x.Items, y.Items, Same),
        (FunctionSyntax x, FunctionSyntax y) => x.Function == y.Function && Same(x.Arguments, y.Arguments, Same),
        (ChoiceSyntax x, ChoiceSyntax y) => Same(x.If, y.If) && Same(x.Then, y.Then) && Same(x.Else, y.Else),
        _ => false,
    };

    /// <summary>Compares conditions by what they say, for sets of them: long chains are put together link by link.</summary>
    public static IEqualityComparer<ConditionSyntax> Comparer { get; } = EqualityComparer<ConditionSyntax>.Create(Same, Shape);

    // Enough to tell most conditions apart without going into them.
    private static int Shape(ConditionSyntax condition) =>
        condition switch
        {
            FactTestSyntax test => HashCode.Combine(
                test.Path.Text, test.Comparisons.Count, test.Comparisons[0].Operator,
                Shape(test.Comparisons[0].Operand)
            ),
            FactTestsSyntax tests => HashCode.Combine(tests.Tests.Count, Shape(tests.Tests[0])),
            CompositionSyntax { Conditions: [var first, .., var last] } composition => HashCode.Combine(
                composition.Kind, composition.Conditions.Count, Shape(first), Shape(last)
            ),
            NotSyntax not => HashCode.Combine(1, Shape(not.Condition)),
            QuantifierSyntax quantifier => HashCode.Combine(quantifier.Kind, quantifier.List.Name.Text),
            ValueTestSyntax test => HashCode.Combine(test.Comparison.Operator, Shape(test.Value), Shape(test.Comparison.Operand)),
            ConditionReferenceSyntax reference => reference.Name.Text.GetHashCode(StringComparison.Ordinal),
            _ => 0,
        };

    private static int Shape(OperandSyntax operand) => operand switch
    {
        FactOperandSyntax fact => fact.Path.Text.GetHashCode(StringComparison.Ordinal),
        LiteralSyntax { Value: JsonText text } => text.Value.GetHashCode(StringComparison.Ordinal),
        LiteralSyntax { Value: JsonNumber number } => number.Digits.GetHashCode(StringComparison.Ordinal),
        ArithmeticSyntax arithmetic => HashCode.Combine(arithmetic.Kind, Shape(arithmetic.Left)),
        FunctionSyntax function => HashCode.Combine(function.Function, Shape(function.Arguments[0])),
        _ => 0,
    };

    // An expression gives a name to nothing but the elements that it goes over.
    private static bool Same(ElementNames? a, ElementNames? b) => a?.Innermost.Text == b?.Innermost.Text;

    private static bool Same(ListSyntax a, ListSyntax b) =>
        a.Name.Text == b.Name.Text
        && a.IsParameter == b.IsParameter
        && (a.Selection, b.Selection) switch
        {
            (null, null) => true,
            ({ } x, { } y) => Same(x.From, y.From)
                && Same(x.As, y.As)
                && Same(x.Where, y.Where)
                && Same(x.Distinct, y.Distinct, Same)
                && Same(x.OrderBy, y.OrderBy, (k, l) => k.IsDescending == l.IsDescending && Same(k.Key, l.Key))
                && x.Reversed == y.Reversed
                && Same(x.Skip, y.Skip)
                && Same(x.Take, y.Take)
                && x.Ties == y.Ties,
            _ => false,
        };

    private static bool Same(ComparisonSyntax a, ComparisonSyntax b) => a.Operator == b.Operator && Same(a.Operand, b.Operand);

    private static bool Same(JsonValue a, JsonValue b) => (a, b) switch
    {
        (JsonText x, JsonText y) => x.Value == y.Value,
        (JsonNumber x, JsonNumber y) => x.Digits == y.Digits,
        (JsonBoolean x, JsonBoolean y) => x.Value == y.Value,
        _ => false,
    };

    private static bool Same<T>(IReadOnlyList<T> a, IReadOnlyList<T> b, Func<T, T, bool> same)
    {
        for (var i = 0; i < a.Count && i < b.Count; i++)
        {
            if (!same(a[i], b[i]))
            {
                return false;
            }
        }

        return a.Count == b.Count;
    }
}
