using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Comparisons: the value there is, and the value there should be.</summary>
internal sealed class ComparisonExplainer(FactLines lines, OpenLines open, ScopeNames names, ExplanationOptions options)
{
    public ExplanationNode OfKnown(KnownTest test, Scope scope, Stance stance, Truth truth)
    {
        var text = KnownWords(test.Fact, scope.Read(test.Fact), names.At(scope), stance.IsMetBy(truth));
        return lines.Of(text, stance.MarkOf(truth), [test.Fact], scope, [new TruthClaim(scope, test, truth)]);
    }

    // Where it should not be known, it is said what is. Of a list, or an object, it may be less than all.
    private static string KnownWords(FactReference fact, FactValue value, Naming at, bool isMet) => fact.Type switch
    {
        _ when !value.IsKnown => ConditionWording.IsKnown(fact, at, isKnown: false),
        ListType when value.List is { IsComplete: false, Count: 0 } =>
            $"{OpenLines.NameOf(fact, at)} is not complete; none is known so far",
        ListType => ConditionWording.IsKnown(fact, at, isKnown: true, value.List.IsComplete ? string.Empty : " in part"),
        RecordType => ConditionWording.IsKnown(fact, at, isKnown: true, " at least in part"),
        _ when isMet => ConditionWording.IsKnown(fact, at, isKnown: true),
        _ when ConditionWording.IsAskedWhether(fact, at) => $"it is known that {ConditionWording.Said(fact, value.Boolean, at)}",
        _ => $"{ConditionWording.IsKnown(fact, at, isKnown: true)}: {ValueWords.Of(value, fact.Type)}",
    };

    public ExplanationNode OfRelation(RelationTest test, Scope scope, Stance stance, Truth truth)
    {
        var (facts, at) = (test.Facts, names.At(scope));
        var decimals = ComparedValues.Decimals(scope, test.Left, test.Right);
        var left = KnownValue.Of(test.Left, scope, decimals);
        var (claim, own) = (new TruthClaim(scope, test, truth), new ValueClaim(scope, test.Left, left));
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> inside = [.. open.In(test.Left, scope), .. open.In(test.Right, scope)];
            if (lines.Unknown(facts, scope) is { } unknown)
            {
                return FactLines.Beside(unknown, inside);
            }

            if ((WithoutValue.In(test.Left, scope) ?? WithoutValue.In(test.Right, scope)) is { } nothing)
            {
                return lines.Of(Statements.NoValue(nothing, scope, at), ExplanationMark.Unknown, facts, scope,
                    [claim, .. ReasonFor(nothing, scope)], inside);
            }

            var isBounded = KnownValue.Of(test.Left, scope).IsBounded;
            Claim[] claims = isBounded ? [claim, own, .. ComparedValues.ValuesOf(scope, test.Right)] : [claim, own];
            var said = Statements.LeftOpen(
                test.Left, left, scope, at, Statements.Tail(test.Relation, test.Right, scope, at, decimals));
            return lines.Of(said, ExplanationMark.Unknown, facts, scope, claims, inside);
        }

        var other = ComparedValues.ValueOf(test.Right, scope);
        var actual = truth == Truth.True ? test.Relation : test.Relation.Inverse();
        if (Statements.CalledByValue(test.Left, left, at) is { } called)
        {
            var isBy = test.Left is Constant && !stance.IsMetBy(truth) ? Margins.Of(test, scope, stance) : null;
            var by = Margins.SaysMore(isBy, test, scope) ? $": {isBy!.Words}" : string.Empty;
            var far = stance.IsMetBy(truth) || !RelationWords.IsTime(test.Left.Measure.Kind) || test.Relation.IsEquality() ? null
                : Margins.Distance(test, scope, stance.IsDemand);
            var tail = Statements.OfPeriod(test.Left, actual, test.Right, scope, at)
                ?? (far is null ? Statements.Tail(actual, test.Right, scope, at, decimals)
                    : $"{far} {Statements.WithValue(test.Right, scope, at, decimals)}");
            return lines.Of($"{called} {Statements.Is(test.Left, left)} {tail}{by}", stance.MarkOf(truth), facts, scope, Told(isBy));
        }

        if (test.Relation.IsEquality() && test.Left is FactOperand label
            && Statements.IsWhatItIsCalled(label.Fact, scope, actual == Relation.Equal))
        {
            var name = at.Level(label.Fact.Depth).Name;
            var there = actual == Relation.Equal ? $"there is {name}" : $"{name} is not {Statements.WithValue(test.Right, scope, at)}";
            return lines.Of(there, stance.MarkOf(truth), facts, scope, [claim]);
        }

        var isTold = options.ShowAll || !stance.IsMetBy(truth);
        var whose = isTold ? ExtremeElements.NoteOf(test.Left, scope, options.MostElements) : [];
        var margin = stance.IsMetBy(truth) ? null : Margins.Of(test, scope, stance);
        var more = Margins.SaysMore(margin, test, scope) ? margin!.Words : null;
        var text = Compared(Statements.Of(test.Left, left, scope, at), test, actual, scope, at, stance, truth, decimals, more);
        return lines.Of(text, stance.MarkOf(truth), facts, scope, Told(margin), whose);

        Claim[] Told(MarginClaim? margin) => (other, margin) switch
        {
            (null, null) => [claim, own],
            ({ } right, null) => [claim, own, right],
            (null, { } missing) => [claim, own, missing],
            ({ } right, { } missing) => [claim, own, right, missing],
        };
    }

    public ExplanationNode OfText(Condition test, Scope scope, Stance stance, Truth truth)
    {
        var (left, right) = test is TextTest t ? (t.Left, t.Right) : (((PatternTest)test).Left, null);
        var (facts, at) = (test.Facts, names.At(scope));
        var claim = new TruthClaim(scope, test, truth);
        if (truth == Truth.Unknown)
        {
            List<ExplanationNode> inside = [.. open.In(left, scope), .. right is null ? [] : open.In(right, scope)];
            return lines.Unknown(facts, scope) is { } unknown ? FactLines.Beside(unknown, inside)
                : lines.Of(Statements.OpenText(left, scope, at) ?? Statements.OpenText(right!, scope, at)!, ExplanationMark.Unknown, facts,
                    scope, [claim], inside);
        }

        var verb = ConditionWording.VerbOf(test, at, truth == Truth.True);
        var text = Statements.Leading(left, KnownValue.Of(left, scope), scope, at, verb);
        return lines.Of(text, stance.MarkOf(truth), facts, scope, [claim]);
    }

    // What there is, how it stands to the other, and by how much it is missed, if that says more.
    private static string Compared(
        string said, RelationTest test, Relation actual, Scope scope, Naming at, Stance stance, Truth truth, int decimals, string? more)
    {
        var colon = more is null ? null : ": ";
        var right = Statements.WithValue(test.Right, scope, at, decimals);
        var isConstant = test.Right is Constant || OperandWording.Of(test.Right, at) == right;
        if (actual.IsEquality())
        {
            // True or false, the very value that was asked for, and that there is one at all, need no second word.
            var needsNone = isConstant && (test.Right.Measure.Kind == MeasureKind.Boolean
                || (actual == Relation.NotEqual && right == ValueWords.None && IsOneOfSome(test.Left, at))
                || (actual == Relation.Equal && test.Right is not Constant { Measure.Kind: MeasureKind.Day, Value.Date.IsDay: false }));
            var which = test.Right.Measure.Kind == MeasureKind.Day ? ", which is " : ", ";
            return needsNone ? string.Concat(said, colon, more)
                : string.Concat([said, which, Statements.Tail(actual, test.Right, scope, at, decimals), colon, more]);
        }

        var (kind, wanted) = (test.Left.Measure.Kind, stance.Wanted(test.Relation));
        if (RelationWords.IsTime(kind) || !stance.IsDemand)
        {
            var distance = RelationWords.IsTime(kind) && !stance.IsMetBy(truth) ? Margins.Distance(test, scope, stance.IsDemand) : null;
            return string.Concat([said, ", which is ", distance ?? RelationWords.Of(actual, kind), " ", right, colon, more]);
        }

        var verb = test.Right.Measure.Kind == MeasureKind.Duration ? Statements.Is(test.Right, KnownValue.Of(test.Right, scope)) : "is";
        return string.Concat(
            [said, "; ", RelationWords.Of(wanted, kind), " ", right, " ", verb, " ", RelationWords.NeededOrAllowed(wanted), colon, more]);
    }

    private static bool IsOneOfSome(Operand operand, Naming at) =>
        operand is FactOperand { Fact: { Slots.IsEmpty: false } fact } && PropertyWords.Of(fact, at).MayBeNone;

    // The value for which there is none: the one of which Statements.NoValue tells.
    private static List<Claim> ReasonFor(FunctionOperand function, Scope scope) => function.Function switch
    {
        OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder =>
            ComparedValues.ValuesOf(scope, function.Arguments[1]),
        OperandFunction.SquareRoot => ComparedValues.ValuesOf(scope, function.Arguments[0]),
        _ => [],
    };
}
