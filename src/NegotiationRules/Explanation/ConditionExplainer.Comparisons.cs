using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <content>Comparisons: the value there is, and the value there should be.</content>
internal sealed partial class ConditionExplainer
{
    private ExplanationNode ExplainKnown(KnownTest test, Scope scope, Stance stance, Truth truth)
    {
        var value = scope.Read(test.Fact);
        var name = NamingAt(scope).NameOf(test.Fact);
        var text = !value.IsKnown ? $"{name} is not known"
            : test.Fact.Type is RecordType or ListType || stance.IsMetBy(truth) ? $"{name} is known"
            : $"{name} is known: {ValueWords.Of(value, test.Fact.Type)}";
        return Line(text, stance.MarkOf(truth), [test.Fact], scope);
    }

    private ExplanationNode ExplainRelation(RelationTest test, Scope scope, Stance stance, Truth truth)
    {
        var facts = OperandFacts.Of(test.Left).Concat(OperandFacts.Of(test.Right)).ToList();
        var at = NamingAt(scope);
        if (truth == Truth.Unknown)
        {
            var open = Open(test.Left, scope).Concat(Open(test.Right, scope)).ToList();
            if (NotKnown(facts, scope) is null && (WithoutValue(test.Left, scope) ?? WithoutValue(test.Right, scope)) is { } nothing)
            {
                return Line($"{OperandWording.Of(nothing, at)} has no value{WhyNot(nothing, scope)}", ExplanationMark.Unknown, facts, scope, open);
            }

            var statement = StatementOf(test.Left, scope);
            var leavesOpen = KnownValue.Of(test.Left, scope).IsBounded ? $", which leaves open whether it is {TailOf(test.Relation, test.Right, scope)}" : string.Empty;
            if (NotKnown(facts, scope) is { } unknown)
            {
                // What is said of the facts in one line needs no second line under it.
                var paths = facts.Select(scope.PathOf).ToHashSet(StringComparer.Ordinal);
                return Line(unknown, ExplanationMark.Unknown, facts, scope, open.FindAll(node => node.Children.Count > 0 || node.Facts.Count == 0 || !paths.IsSupersetOf(node.Facts)));
            }

            return Line(statement + leavesOpen, ExplanationMark.Unknown, facts, scope, open);
        }

        var actual = truth == Truth.True ? test.Relation : test.Relation.Inverse();
        if (test.Left is FactOperand { Fact.Slots.IsEmpty: true } element && element.Fact.Depth > 0)
        {
            return Line($"{at.NameOf(element.Fact)} is {TailOf(actual, test.Right, scope)}", stance.MarkOf(truth), facts, scope);
        }

        var whose = options.ShowAll || !stance.IsMetBy(truth) ? WhoseIs(test.Left, scope) : [];
        return Line(StatementOf(test.Left, scope) + Comparison(test, actual, scope, stance), stance.MarkOf(truth), facts, scope, whose);
    }

    private ExplanationNode ExplainText(Condition test, Scope scope, Stance stance, Truth truth)
    {
        var (left, right) = test is TextTest t ? (t.Left, t.Right) : (((PatternTest)test).Left, null);
        var facts = OperandFacts.Of(left).Concat(right is null ? [] : OperandFacts.Of(right)).ToList();
        if (NotKnown(facts, scope) is { } unknown)
        {
            return Line(unknown, stance.MarkOf(truth), facts, scope);
        }

        if (truth == Truth.Unknown)
        {
            return Line(OpenText(left, scope) ?? OpenText(right!, scope)!, ExplanationMark.Unknown, facts, scope, [.. Open(left, scope), .. right is null ? [] : Open(right, scope)]);
        }

        var verb = ConditionWording.VerbOf(test, NamingAt(scope), truth == Truth.True);
        return Line($"{StatementOf(left, scope)}, which {verb}", stance.MarkOf(truth), facts, scope);
    }

    private ExplanationNode ExplainMembership(Membership test, Scope scope, Stance stance, Truth truth)
    {
        var at = NamingAt(scope);
        var facts = OperandFacts.Of(test.Item).ToList();
        if (truth == Truth.Unknown)
        {
            var values = test.Values.Items.SelectMany(OperandFacts.Of);
            var text = NotKnown([.. facts, .. values], scope) ?? $"{StatementOf(test.Item, scope)}, which leaves open whether it is {(test.Values.List is null ? "one of" : "in")} {ConditionWording.AllOf(test.Values, at)}";
            return Line(text, ExplanationMark.Unknown, facts, scope, test.Values.List is { } open ? OpenLists(open, scope) : null);
        }

        var isIn = truth == Truth.True != test.IsNegated;
        var all = test.Values.List is { } list ? $"{ConditionWording.AllOf(test.Values, at)} ({ElementsOf(list, scope)})" : ConditionWording.AllOf(test.Values, at);
        var relation = test.Values.List is not null ? $", which is {(isIn ? "in" : "not in")} {all}"
            : isIn ? (stance.IsMetBy(truth) || test.Values.Items.Length == 1 ? string.Empty : $", which is one of {all}")
            : $", {ConditionWording.NoneOf(test.Values, at)}";
        return Line(StatementOf(test.Item, scope) + relation, stance.MarkOf(truth), facts, scope);
    }

    private ExplanationNode ExplainBetween(Between test, Scope scope, Stance stance, Truth truth)
    {
        var facts = new[] { test.Item, test.Low, test.High }.SelectMany(OperandFacts.Of).ToList();
        var range = $"between {WithValue(test.Low, scope)} and {WithValue(test.High, scope)}";
        var text = truth == Truth.Unknown
            ? NotKnown(facts, scope) ?? $"{StatementOf(test.Item, scope)}, which leaves open whether it is {range}"
            : $"{StatementOf(test.Item, scope)}, which is {(truth == Truth.True ? string.Empty : "not ")}{range}";
        var open = truth == Truth.Unknown ? Open(test.Item, scope).ToList() : null;
        return Line(text, stance.MarkOf(truth), facts, scope, open);
    }

    private ExplanationNode ExplainContainment(Containment test, Scope scope, Stance stance, Truth truth)
    {
        var at = NamingAt(scope);
        var facts = test.List.IsParameter || test.List.Levels.Length > 1 ? [] : test.List.Levels.ToArray();
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> open = [.. OpenLists(test.List, scope), .. test.Values.List is { } other ? OpenLists(other, scope) : []];
            return Line($"it is open whether {ConditionWording.Sentence(test, at)}", ExplanationMark.Unknown, facts, scope, open);
        }

        var name = ConditionWording.NameOfList(test.List, at);
        if (test.Values.List is not null)
        {
            var sentence = ConditionWording.Sentence(test, at, truth == Truth.True);
            return Line($"{sentence}, {OnlyThere(test.List, scope)}", stance.MarkOf(truth), facts, scope);
        }

        // The meaning has a part for each value: those that decided are the ones to name.
        var parts = test.Meaning is Composition composition ? composition.Parts.ToArray() : [test.Meaning];
        var found = test.Values.Items.Where((_, i) => TruthOf(parts[i], scope) == truth).Select(v => WithValue(v, scope)).ToList();
        var text = truth == Truth.True
            ? $"{Series.And(found, Most)} {(found.Count == 1 ? "is" : "are")} among {name}"
            : found.Count == 1 ? $"{found[0]} is not among {name}, {OnlyThere(test.List, scope)}"
            : test.Operator == ComparisonOperator.ContainsAny ? $"{Series.Neither(found, Most)} is among {name}, {OnlyThere(test.List, scope)}"
            : $"{Series.And(found, Most)} are not among {name}, {OnlyThere(test.List, scope)}";
        return Line(text, stance.MarkOf(truth), facts, scope);
    }

    /// <summary>What is there: "agreement.form is oral", "Mingus of US has rank 6", "the total weight of the parties is 37".</summary>
    private string StatementOf(Operand operand, Scope scope)
    {
        var at = NamingAt(scope);
        if (operand is not FactOperand fact)
        {
            // What a choice comes to may be called by nothing but its value.
            var (name, value) = (OperandWording.Of(operand, at), KnownValue.Of(operand, scope).Text);
            return name == value ? $"the value is {value}" : $"{name} is {value}";
        }

        var stated = scope.Read(fact.Fact);
        if (!stated.IsKnown)
        {
            // Decided all the same: the vocabulary bounds what it can be.
            var bounds = KnownValue.Of(operand, scope);
            return $"{at.NameOf(fact.Fact)} is not known{(bounds.IsBounded ? $" but {bounds.Text}" : string.Empty)}";
        }

        return fact.Fact.Depth == 0 || stated is { Kind: FactKind.Date, Date.IsDay: false }
            ? $"{at.NameOf(fact.Fact)} is {ValueWords.Of(stated, fact.Fact.Type)}"
            : $"{at.Level(fact.Fact.Depth).Name} {ConditionWording.Has(at.PathOf(fact.Fact), fact.Fact.Type, stated)}";
    }

    private string Comparison(RelationTest test, Relation actual, Scope scope, Stance stance)
    {
        var right = WithValue(test.Right, scope);
        var isConstant = test.Right is Constant || OperandWording.Of(test.Right, NamingAt(scope)) == right;
        if (actual.IsEquality())
        {
            // True or false, and the very value that was asked for, need no second word.
            var needsNone = isConstant && (test.Right.Measure.Kind == MeasureKind.Boolean
                || (actual == Relation.Equal && test.Right is not Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false }));
            return needsNone ? string.Empty : $", {(test.Right.Measure.Kind == MeasureKind.Day ? "which is " : string.Empty)}{TailOf(actual, test.Right, scope)}";
        }

        if (!stance.IsDemand || RelationWords.IsTime(test.Left.Measure.Kind))
        {
            return $", which is {RelationWords.Of(actual, test.Left.Measure.Kind)} {right}";
        }

        var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
        return $"; {RelationWords.Of(wanted, test.Left.Measure.Kind)} {right} is {NeededOrAllowed(wanted)}";
    }

    private string TailOf(Relation relation, Operand right, Scope scope)
    {
        var at = NamingAt(scope);
        var tail = ConditionWording.Tail(relation, right, at);
        return right is Constant ? tail
            : WithValue(right, scope) is var value && value != OperandWording.Of(right, at) ? $"{tail} ({KnownValue.Of(right, scope).Text})"
            : $"{(relation == Relation.Equal ? string.Empty : relation == Relation.NotEqual ? "not " : $"{RelationWords.Of(relation, right.Measure.Kind)} ")}{value}";
    }

    // An element that is a plain value is called by that value.
    private string WithValue(Operand operand, Scope scope)
    {
        var (words, value) = (OperandWording.Of(operand, NamingAt(scope)), operand is Constant ? null : KnownValue.Of(operand, scope).Text);
        return value is null || value == words ? words : $"{words} ({value})";
    }

    private static string NeededOrAllowed(Relation wanted) => wanted is Relation.Less or Relation.LessOrEqual ? "allowed" : "needed";

    private string? NotKnown(IReadOnlyList<FactReference> facts, Scope scope)
    {
        var at = NamingAt(scope);
        var unknown = facts.Where(fact => !scope.Read(fact).IsKnown).Select(fact => ConditionWording.Question(fact, at)).Distinct(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? null : $"{Series.And(unknown)} {(unknown.Count == 1 ? "is" : "are")} not known";
    }

    private string? OpenText(Operand text, Scope scope) =>
        WithoutValue(text, scope) is { } nothing ? $"{OperandWording.Of(nothing, NamingAt(scope))} has no value{WhyNot(nothing, scope)}"
        : OperandValues.Of(text, scope).IsKnown ? null
        : $"{OperandWording.Of(text, NamingAt(scope))} is not known";

    // The innermost function that has none though all it is worked out of is known.
    private static FunctionOperand? WithoutValue(Operand operand, Scope scope)
    {
        foreach (var part in Parts.Inside(operand))
        {
            if (WithoutValue(part, scope) is { } inner)
            {
                return inner;
            }
        }

        return operand is FunctionOperand function && function.Arguments.All(a => OperandValues.Of(a, scope).IsKnown) && HasNone(function, scope) ? function : null;
    }

    private static bool HasNone(FunctionOperand function, Scope scope) => function.Measure.Kind switch
    {
        MeasureKind.Text => TreeWalk.ReadText(function, scope) is null,
        MeasureKind.Duration => Quantities.Durations(function, scope) is null,
        MeasureKind.Real => Quantities.Real(function, scope).IsNothing,
        _ => Quantities.Exact(function, scope, function.Measure.Scale).IsNothing,
    };

    private string WhyNot(FunctionOperand function, Scope scope)
    {
        var at = NamingAt(scope);
        return function.Function switch
        {
            OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder => $", as {OperandWording.Of(function.Arguments[1], at)} is {KnownValue.Of(function.Arguments[1], scope).Text}",
            OperandFunction.SquareRoot or OperandFunction.Part => $", as {StatementOf(function.Arguments[0], scope)}",
            _ => string.Empty,
        };
    }

    private string OnlyThere(ListReference list, Scope scope) => Elements.Of(list, scope).Known.Count switch
    {
        0 => "which is empty",
        1 => $"only {ElementsOf(list, scope)} is",
        _ => $"only {ElementsOf(list, scope)} are",
    };

    private string ElementsOf(ListReference list, Scope scope)
    {
        var elements = Elements.Of(list, scope);
        var names = elements.Known.Select(Labels.OwnOf).ToList();
        return elements.IsComplete ? Series.And(names, Most) : names.Count == 0 ? "none known" : $"{string.Join(", ", names.Take(Most))} …";
    }
}
