using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Telling;

/// <summary>What turned on a day, in sentences: "the day 90 days after the date of Iceland (2002-05-23) has come".</summary>
internal sealed class TurningWords(CheckedRuleSet rules, SeveralDays days)
{
    private const int MostElements = 3;

    private readonly ScopeNames _names = new(RuleSetWords.Of(rules).Root);
    private readonly ConditionExplainer _explainer = new(rules, ExplanationOptions.Default, RuleSetWords.Of(rules));

    /// <summary>The sentences, one for all elements in which the same turned.</summary>
    public IReadOnlyList<string> Sentences(IReadOnlyList<TurningPoint> points)
    {
        var told = new HashSet<(Condition?, string)>();
        var sentences = new List<string>();
        foreach (var group in points.GroupBy(point => (point.Condition, point.Before, point.After)))
        {
            // What turns by the same dates of the same elements is told once.
            List<TurningPoint> same = [.. group];
            if (told.Add((DatesOf(same[0]) is null ? group.Key.Condition : null, string.Join(' ', same.Select(DatesOf)))))
            {
                var likewise = same.Count == 1 ? string.Empty
                    : $", likewise for {Series.And([.. same.Skip(1)], point => _names.At(point.At).Name, MostElements)}";
                sentences.Add(Sentence(same[0]) + likewise);
            }
        }

        return [.. sentences.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The paths of the facts that what turned hangs on, beside the day.</summary>
    public IReadOnlyList<string> Facts(IReadOnlyList<TurningPoint> points)
    {
        var day = days.Day.Path;
        return
        [
            .. points.SelectMany(point => FactsIn(_explainer.Explain(point.Condition, point.At, Stance.Circumstance))
                .Concat(_names.PathsOf(point.Condition.Facts, point.At)))
                .Where(path => path != day)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> FactsIn(ExplanationNode line) => line.Facts.Concat(line.Children.SelectMany(FactsIn));

    // The dates that a comparison with the day hangs on; null of anything else.
    private string? DatesOf(TurningPoint point) =>
        point.Condition is RelationTest test && TimeOf(test) is var (time, _, _) && DatesIn(time, point.At) is { Count: > 0 } dates
            ? string.Join(',', dates.Select(fact => point.At.PathOf(fact)).Order(StringComparer.Ordinal))
            : null;

    private static List<FactReference> DatesIn(Operand time, Scope scope) =>
        [.. time.Facts.Where(fact => fact.Type is DateType).DistinctBy(fact => scope.PathOf(fact))];

    private string Sentence(TurningPoint point)
    {
        if (point.Condition is not RelationTest test || TimeOf(test) is not var (time, relation, distance))
        {
            return _explainer.Explain(point.Condition, point.At, Stance.Circumstance).Text;
        }

        var onTheDay = relation is Relation.GreaterOrEqual or Relation.Less || (relation == Relation.Equal && point.After != Truth.False)
            || (relation == Relation.NotEqual && point.After != Truth.True);
        var what = $"{OperandWording.Of(time, _names.At(point.At))}{ValueOf(time, point.At)}";
        if (distance is null)
        {
            var has = point.After == Truth.Unknown ? "may have" : point.Before == Truth.Unknown ? "has certainly" : "has";
            return $"{what} {has} {(onTheDay ? "come" : "passed")}";
        }

        var isSince = distance.Kind == ArithmeticKind.Minus;
        var so = point.After == Truth.Unknown ? "it may be" : point.Before == Truth.Unknown ? "it is certainly" : "it is";
        return $"{so} {(onTheDay ? string.Empty : isSince ? "more than " : "less than ")}"
            + $"{OperandWording.OfConstant((Constant)distance.Right)} {(isSince ? "since" : "until")} {what}";
    }

    // What the day is compared with, and how the day stands to that: itself, or what comes so long before or after it.
    private (Operand Time, Relation Relation, ArithmeticOperand? Distance)? TimeOf(RelationTest test) =>
        !days.AreReadBy(test.Right) && IsDay(test.Left, out var distance) ? (test.Right, test.Relation, distance)
        : !days.AreReadBy(test.Left) && IsDay(test.Right, out distance) ? (test.Left, test.Relation.Mirror(), distance)
        : null;

    private bool IsDay(Operand operand, out ArithmeticOperand? distance)
    {
        if (operand is ArithmeticOperand { Right: Constant { Measure.Kind: MeasureKind.Duration, Value.Duration: { Months: 0, Ticks: 0 } } }
            still)
        {
            return IsDay(still.Left, out distance);
        }

        distance = operand as ArithmeticOperand;
        return distance is null ? operand is FactOperand { Fact: var fact } && days.Are(fact)
            : distance is { Kind: ArithmeticKind.Plus or ArithmeticKind.Minus, Right: Constant { Measure.Kind: MeasureKind.Duration } }
                && IsDay(distance.Left, out var inner) && inner is null;
    }

    // The dates that it is worked out of; of what is worked out of elements, the date that comes of it.
    private static string ValueOf(Operand time, Scope scope)
    {
        if (time is Constant)
        {
            return string.Empty;
        }

        var dates = DatesIn(time, scope).ConvertAll(fact => scope.Read(fact));
        return dates.Count > 0
            ? $" ({Series.And([.. dates.Select(date => date.IsKnown ? ValueWords.OfDay(date.Date) : "not known")])})"
            : $" ({KnownValue.Of(time, scope).Text})";
    }
}
