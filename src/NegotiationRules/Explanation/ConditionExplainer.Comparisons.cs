using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <content>Comparisons: the value there is, and the value there should be.</content>
internal sealed partial class ConditionExplainer
{
    // Days that are further apart are not counted.
    private const int MostDays = 731;

    private ExplanationNode ExplainKnown(KnownTest test, Scope scope, Stance stance, Truth truth)
    {
        var (value, name) = (scope.Read(test.Fact), NamingAt(scope).NameOf(test.Fact));
        var text = !value.IsKnown ? $"{name} is not known"
            : test.Fact.Type is RecordType or ListType || stance.IsMetBy(truth) ? $"{name} is known"
            : $"{name} is known: {ValueWords.Of(value, test.Fact.Type)}";
        return Line(text, stance.MarkOf(truth), [test.Fact], scope, [new TruthClaim(scope, test, truth)]);
    }

    private ExplanationNode ExplainRelation(RelationTest test, Scope scope, Stance stance, Truth truth)
    {
        var facts = test.Facts;
        var at = NamingAt(scope);
        var decimals = ComparedValues.Decimals(scope, test.Left, test.Right);
        var left = KnownValue.Of(test.Left, scope, decimals);
        List<Claim> claims = [new TruthClaim(scope, test, truth), new ValueClaim(scope, test.Left, left)];
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> open = [.. Open(test.Left, scope), .. Open(test.Right, scope)];
            if (Unknown(facts, scope) is { } unknown)
            {
                return Beside(unknown, open);
            }

            if ((WithoutValue.In(test.Left, scope) ?? WithoutValue.In(test.Right, scope)) is { } nothing)
            {
                return Line($"{OperandWording.Of(nothing, at)} has no value{WhyNot(nothing, scope)}", ExplanationMark.Unknown, facts,
                    scope, [claims[0], .. ReasonFor(nothing, scope)], open);
            }

            var isBounded = KnownValue.Of(test.Left, scope).IsBounded;
            ComparedValues.AddValues(isBounded ? [test.Right] : [], scope, claims);
            var leavesOpen = isBounded
                ? $", which leaves open whether it is {TailOf(test.Relation, test.Right, scope, decimals)}" : string.Empty;
            return Line(StatementOf(test.Left, left, scope) + leavesOpen, ExplanationMark.Unknown, facts, scope, claims, open);
        }

        ComparedValues.AddValues([test.Right], scope, claims);
        var actual = truth == Truth.True ? test.Relation : test.Relation.Inverse();
        if (test.Left is FactOperand { Fact.Slots.IsEmpty: true } element && element.Fact.Depth > 0
            && at.NameOf(element.Fact) == ValueWords.Of(scope.Read(element.Fact), element.Fact.Type))
        {
            return Line($"{at.NameOf(element.Fact)} is {TailOf(actual, test.Right, scope, decimals)}", stance.MarkOf(truth), facts, scope,
                claims);
        }

        if (test.Relation.IsEquality() && test.Left is FactOperand label && IsWhatItIsCalled(label.Fact, scope, actual == Relation.Equal))
        {
            var called = at.Level(label.Fact.Depth).Name;
            var there = actual == Relation.Equal ? $"there is {called}" : $"{called} is not {WithValue(test.Right, scope)}";
            return Line(there, stance.MarkOf(truth), facts, scope, [claims[0]]);
        }

        var whose = options.ShowAll || !stance.IsMetBy(truth) ? WhoseIs(test.Left, scope) : [];
        var margin = stance.IsMetBy(truth) ? null : MarginOf(test, scope, stance);
        var text = StatementOf(test.Left, left, scope) + Comparison(test, actual, scope, stance, truth, decimals)
            + WordsOf(margin, SaysMore(margin, test, scope));
        if (margin is not null)
        {
            claims.Add(margin);
        }

        return Line(text, stance.MarkOf(truth), facts, scope, claims, whose);
    }

    // "France has name France" would say nothing, nor would "the embargo has type embargo"; but what the embargo is not is of another type.
    private static bool IsWhatItIsCalled(FactReference fact, Scope scope, bool mayBeAWord) =>
        fact is { Depth: > 0, Slots: [var slot], Type: TextType }
        && Labels.ValueOf(scope.At(fact.Depth), slot) is { } text
        && Labels.OwnOf(scope.At(fact.Depth)) is var own && (own == text || (mayBeAWord && own == $"the {text}"));

    // What is said of facts in one line needs no second line under it.
    private static ExplanationNode Beside(ExplanationNode unknown, List<ExplanationNode> open) =>
        unknown.With(open.FindAll(node => node.Children.Count > 0 || node.Facts.Count == 0 || !node.Facts.All(unknown.Facts.Contains)));

    // Of numbers and days that a rule demands, and that are known. A month that is demanded is no day.
    private static MarginClaim? MarginOf(RelationTest test, Scope scope, Stance stance)
    {
        if (!stance.IsDemand || test.Relation.IsEquality() || !(test.Left.Measure.IsNumber || test.Left.Measure.Kind == MeasureKind.Day)
            || Amount.Of(test.Left, scope) is not { } have || Amount.Of(test.Right, scope) is not { } bound)
        {
            return null;
        }

        var unit = test.Left.Measure.IsNumber ? MarginUnit.Measure : MarginUnit.Days;
        return Margin.Of(have, stance.IsWanted ? test.Relation : test.Relation.Inverse(), bound, unit) is { } margin
            ? new MarginClaim(scope, test, margin) : null;
    }

    private static bool SaysMore(MarginClaim? margin, RelationTest test, Scope scope) => margin?.Margin switch
    {
        null => false,
        { Unit: MarginUnit.Days, Amount.Steps: var days } => days <= MostDays,
        _ => Amount.Of(test.Left, scope) is { IsZero: false },
    };

    private ExplanationNode ExplainText(Condition test, Scope scope, Stance stance, Truth truth)
    {
        var (left, right) = test is TextTest t ? (t.Left, t.Right) : (((PatternTest)test).Left, null);
        var facts = test.Facts;
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> open = [.. Open(left, scope), .. right is null ? [] : Open(right, scope)];
            return Unknown(facts, scope) is { } unknown ? Beside(unknown, open)
                : Line(OpenText(left, scope) ?? OpenText(right!, scope)!, ExplanationMark.Unknown, facts, scope, [claim], open);
        }

        var verb = ConditionWording.VerbOf(test, NamingAt(scope), truth == Truth.True);
        return Line($"{StatementOf(left, scope)}, which {verb}", stance.MarkOf(truth), facts, scope, [claim]);
    }

    private ExplanationNode ExplainMembership(Membership test, Scope scope, Stance stance, Truth truth)
    {
        var at = NamingAt(scope);
        var facts = test.Item.Facts;
        var decimals = ComparedValues.Decimals(scope, test.Item, test.Values.Items.AsSpan());
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> open = [.. Open(test.Item, scope), .. Open(test.Values.Items, scope),
                .. test.Values.List is { } list ? OpenLists(list, scope) : []];
            var among = test.Values.List is null ? "one of" : "in";
            return Unknown([.. facts, .. test.Values.Items.SelectMany(operand => operand.Facts)], scope) is { } unknown
                ? Beside(unknown, open)
                : Line(
                    $"{StatementOf(test.Item, scope, decimals)}, which leaves open whether it is {among} "
                        + $"{ConditionWording.AllOf(test.Values, at)}",
                    ExplanationMark.Unknown, facts, scope, [claim, .. ComparedValues.ValuesOf(scope, test.Item)], open);
        }

        var isIn = truth == Truth.True != test.IsNegated;
        if (isIn && test.Values.List is null && test.Item is FactOperand label && IsWhatItIsCalled(label.Fact, scope, mayBeAWord: true))
        {
            return Line($"there is {at.Level(label.Fact.Depth).Name}", stance.MarkOf(truth), facts, scope, [claim]);
        }

        var (link, tail) = test.Values.List is { } values
            ? ($", which is {(isIn ? "in" : "not in")} ", ConditionWording.AllOf(test.Values, at) + InBrackets(values, scope))
            : isIn ? (stance.IsMetBy(truth) || test.Values.Items.Length == 1 ? (string.Empty, string.Empty)
                : (", which is one of ", ConditionWording.AllOf(test.Values, at)))
            : (test.Values.Items.Length > 2 ? ", which is " : ", ", ConditionWording.NoneOf(test.Values, at));
        List<Claim> claims = [claim];
        ComparedValues.AddValues([test.Item], scope, claims);
        return Line(StatementOf(test.Item, scope, decimals) + link + tail, stance.MarkOf(truth), facts, scope, claims);
    }

    private ExplanationNode ExplainBetween(Between test, Scope scope, Stance stance, Truth truth)
    {
        ImmutableArray<FactReference> facts = [.. test.Item.Facts, .. test.Low.Facts, .. test.High.Facts];
        var decimals = ComparedValues.Decimals(scope, test.Item, test.Low, test.High);
        var range = $"between {WithValue(test.Low, scope, decimals)} and {WithValue(test.High, scope, decimals)}";
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> open = [.. Open(test.Item, scope), .. Open(test.Low, scope), .. Open(test.High, scope)];
            return Unknown(facts, scope) is { } unknown ? Beside(unknown, open)
                : Line($"{StatementOf(test.Item, scope, decimals)}, which leaves open whether it is {range}", ExplanationMark.Unknown,
                    facts, scope, [claim, .. ComparedValues.ValuesOf(scope, test.Item, test.Low, test.High)], open);
        }

        return Line($"{StatementOf(test.Item, scope, decimals)}, which is {(truth == Truth.True ? string.Empty : "not ")}{range}",
            stance.MarkOf(truth), facts, scope, [claim, .. ComparedValues.ValuesOf(scope, test.Item, test.Low, test.High)]);
    }

    private ExplanationNode ExplainContainment(Containment test, Scope scope, Stance stance, Truth truth)
    {
        var at = NamingAt(scope);
        var facts = test.List.IsParameter || test.List.Levels.Length > 1 ? [] : test.List.Levels;
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            ImmutableArray<FactReference> values = [.. test.Values.Items.SelectMany(operand => operand.Facts)];
            List<ExplanationNode> open =
            [
                .. OpenLists(test.List, scope),
                .. test.Values.List is { } other ? OpenLists(other, scope) : [],
                .. Unknown(values, scope) is { } unknown ? [unknown] : (ExplanationNode[])[],
            ];
            return Line($"it is open whether {ConditionWording.Sentence(test, at)}", ExplanationMark.Unknown, facts, scope, [claim], open);
        }

        var name = ConditionWording.NameOfList(test.List, at);
        var there = InBrackets(test.List, scope);
        var among = name.StartsWith("the list ", StringComparison.Ordinal) ? "in" : "among";
        if (test.Values.List is { } sought)
        {
            var other = $"{ConditionWording.NameOfList(sought, at)}{InBrackets(sought, scope)}";
            var text = ConditionWording.OfLists(test, $"{name}{there}", other, truth == Truth.True);
            return Line(text, stance.MarkOf(truth), facts, scope, [claim]);
        }

        // The meaning has a part for each value: those that decided are the ones to name.
        var isThere = (truth == Truth.True) != (test.Combines == CompositionKind.None);
        var parts = test.Meaning is Composition composition ? composition.Parts.ToArray() : [test.Meaning];
        var found = test.Values.Items.Where((_, i) => TreeWalk.TruthOf(parts[i], scope) == Truths.Of(isThere))
            .Select(v => WithValue(v, scope)).ToList();
        var said = isThere
            ? $"{Series.And(found, Most)} {(found.Count == 1 ? "is" : "are")} {among} {name}"
            : found.Count == 1 ? $"{found[0]} is not {among} {name}{there}"
            : test.Combines == CompositionKind.All ? $"{Series.And(found, Most)} are not {among} {name}{there}"
            : $"{Series.Neither(found, Most)} is {among} {name}{there}";
        return Line(said, stance.MarkOf(truth), facts, scope, [claim]);
    }

    /// <summary>What is there: "agreement.form is oral", "Mingus of US has rank 6", "the total weight of the parties is 37".</summary>
    private string StatementOf(Operand operand, Scope scope, int decimals = Numbers.FewDecimals) =>
        StatementOf(operand, KnownValue.Of(operand, scope, decimals), scope);

    /// <summary>The same, where the value is known.</summary>
    private string StatementOf(Operand operand, KnownValue known, Scope scope)
    {
        var at = NamingAt(scope);
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
            return $"{at.NameOf(fact.Fact)} is not known{(bounds.IsBounded ? $" but {bounds.Text}" : string.Empty)}";
        }

        return fact.Fact.Depth == 0 && stated.Kind == FactKind.Boolean ? ConditionWording.OfFlag(fact.Fact, stated.Boolean, at)
            : stated is { Kind: FactKind.Date, Date.IsDay: false } ? $"{at.NameOf(fact.Fact)} is {known.Text}"
            : fact.Fact.Depth == 0 ? ConditionWording.OfFact(fact.Fact, known.Text, at)
            : $"{at.Level(fact.Fact.Depth).Name} {ConditionWording.Has(fact.Fact, stated, at)}";
    }

    private string Comparison(RelationTest test, Relation actual, Scope scope, Stance stance, Truth truth, int decimals)
    {
        var right = WithValue(test.Right, scope, decimals);
        var isConstant = test.Right is Constant || OperandWording.Of(test.Right, NamingAt(scope)) == right;
        if (actual.IsEquality())
        {
            // True or false, and the very value that was asked for, need no second word.
            var needsNone = isConstant && (test.Right.Measure.Kind == MeasureKind.Boolean
                || (actual == Relation.Equal && test.Right is not Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false }));
            var which = test.Right.Measure.Kind == MeasureKind.Day ? "which is " : string.Empty;
            return needsNone ? string.Empty : $", {which}{TailOf(actual, test.Right, scope, decimals)}";
        }

        if (RelationWords.IsTime(test.Left.Measure.Kind))
        {
            var distance = stance.IsMetBy(truth) ? null : DistanceOf(test, scope, stance.IsDemand);
            return $", which is {distance ?? RelationWords.Of(actual, test.Left.Measure.Kind)} {right}";
        }

        if (!stance.IsDemand)
        {
            return $", which is {RelationWords.Of(actual, test.Left.Measure.Kind)} {right}";
        }

        var wanted = stance.IsWanted ? test.Relation : test.Relation.Inverse();
        var areMany = test.Right.Measure.Kind == MeasureKind.Duration && KnownValue.Of(test.Right, scope).Text.EndsWith('s');
        return $"; {RelationWords.Of(wanted, test.Left.Measure.Kind)} {right} {(areMany ? "are" : "is")} {NeededOrAllowed(wanted)}";
    }

    // "63 days after", of two days that are known and not years apart. Where it is demanded, the margin says by how much it is missed.
    private static string? DistanceOf(RelationTest test, Scope scope, bool isDemand)
    {
        if (test.Left.Measure.Kind != MeasureKind.Day
            || Quantities.Exact(test.Left, scope, 0) is not { IsNothing: false, IsValue: true, Low: { } day }
            || Quantities.Exact(test.Right, scope, 0) is not { IsNothing: false, IsValue: true, Low: { } other })
        {
            return null;
        }

        var days = (int)(day - other);
        return days == 0 ? $"not {(test.Relation is Relation.Less or Relation.GreaterOrEqual ? "before" : "after")}"
            : isDemand || Math.Abs(days) > MostDays ? days < 0 ? "before" : "after"
            : $"{Nouns.Count(Math.Abs(days), "day")} {(days < 0 ? "before" : "after")}";
    }

    private string TailOf(Relation relation, Operand right, Scope scope, int decimals = Numbers.FewDecimals)
    {
        var at = NamingAt(scope);
        var tail = ConditionWording.Tail(relation, right, at);
        return right is Constant ? tail
            : WithValue(right, scope, decimals) is var value && value != OperandWording.Of(right, at)
                ? $"{tail} ({KnownValue.Of(right, scope, decimals).Text})"
            : relation == Relation.Equal ? value
            : $"{(relation == Relation.NotEqual ? "not" : RelationWords.Of(relation, right.Measure.Kind))} {value}";
    }

    // An element that is a plain value is called by that value.
    private string WithValue(Operand operand, Scope scope, int decimals = Numbers.FewDecimals)
    {
        var words = OperandWording.Of(operand, NamingAt(scope));
        var value = operand is Constant ? null : KnownValue.Of(operand, scope, decimals).Text;
        return value is null || value == words ? words : $"{words} ({value})";
    }

    private static string NeededOrAllowed(Relation wanted) => wanted is Relation.Less or Relation.LessOrEqual ? "allowed" : "needed";

    /// <summary>That facts are not known; <see langword="null"/> if all are.</summary>
    private ExplanationNode? Unknown(ImmutableArray<FactReference> facts, Scope scope)
    {
        var at = NamingAt(scope);
        ImmutableArray<FactReference> unknown =
            [.. facts.Where(fact => !scope.Read(fact).IsKnown).DistinctBy(fact => ConditionWording.Question(fact, at))];
        if (unknown.IsEmpty)
        {
            return null;
        }

        var names = Series.And([.. unknown.Select(fact => ConditionWording.Question(fact, at))]);
        var text = names.StartsWith("whether ", StringComparison.Ordinal)
            ? $"it is not known {names}"
            : $"{names} {(unknown.Length == 1 ? "is" : "are")} not known";
        return Line(text, ExplanationMark.Unknown, unknown, scope, [.. unknown.Select(fact => new UnknownClaim(scope, fact))]);
    }

    private string? OpenText(Operand text, Scope scope) =>
        WithoutValue.In(text, scope) is { } nothing ? $"{OperandWording.Of(nothing, NamingAt(scope))} has no value{WhyNot(nothing, scope)}"
        : OperandValues.Of(text, scope).IsKnown ? null
        : $"{OperandWording.Of(text, NamingAt(scope))} is not known";

    // The value for which there is none: the one that WhyNot tells.
    private static List<Claim> ReasonFor(FunctionOperand function, Scope scope) => function.Function switch
    {
        OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder =>
            ComparedValues.ValuesOf(scope, function.Arguments[1]),
        OperandFunction.SquareRoot => ComparedValues.ValuesOf(scope, function.Arguments[0]),
        _ => [],
    };

    private string WhyNot(FunctionOperand function, Scope scope)
    {
        var at = NamingAt(scope);
        return function.Function switch
        {
            OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder =>
                $", as {OperandWording.Of(function.Arguments[1], at)} is {KnownValue.Of(function.Arguments[1], scope).Text}",
            OperandFunction.SquareRoot or OperandFunction.Part => $", as {StatementOf(function.Arguments[0], scope)}",
            _ => string.Empty,
        };
    }

    // " (SOL and KHA)", ", which is empty"
    private string InBrackets(ListReference list, Scope scope)
    {
        var elements = Elements.Of(list, scope);
        var none = ConditionWording.NameOfList(list, NamingAt(scope)).StartsWith("those ", StringComparison.Ordinal) ? " (nobody)"
            : ", which is empty";
        return elements.IsComplete
            ? elements.Known.Count == 0 ? none : $" ({Series.And(elements.Known, Labels.OwnOf, Most)})"
            : elements.Known.Count == 0 ? " (none known)" : $" ({string.Join(", ", elements.Known.Take(Most).Select(Labels.OwnOf))} …)";
    }
}
