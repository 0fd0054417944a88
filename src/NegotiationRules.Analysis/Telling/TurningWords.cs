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
    public IReadOnlyList<string> Sentences(IReadOnlyList<TurningPoint> points) =>
    [
        .. points.GroupBy(point => (point.Condition, point.Before, point.After))
            .Select(group => (Sentence: Sentence(group.First()), Others: group.Skip(1).Select(point => point.At).ToList()))
            .Select(told => told.Others.Count == 0 ? told.Sentence
                : $"{told.Sentence}, likewise for {Series.And(told.Others, scope => _names.At(scope).Name, MostElements)}")
            .Distinct(StringComparer.Ordinal),
    ];

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

    private string Sentence(TurningPoint point)
    {
        if (point.Condition is not RelationTest test || TimeOf(test) is not var (time, relation))
        {
            return _explainer.Explain(point.Condition, point.At, Stance.Circumstance).Text;
        }

        var came = relation is Relation.GreaterOrEqual or Relation.Less || (relation == Relation.Equal && point.After != Truth.False)
            || (relation == Relation.NotEqual && point.After != Truth.True) ? "come" : "passed";
        var has = point.After == Truth.Unknown ? "may have" : point.Before == Truth.Unknown ? "has certainly" : "has";
        return $"{OperandWording.Of(time, _names.At(point.At))}{ValueOf(time, point.At)} {has} {came}";
    }

    // What the day is compared with, and how the day stands to that.
    private (Operand Time, Relation Relation)? TimeOf(RelationTest test) =>
        IsDay(test.Left) && !days.AreReadBy(test.Right) ? (test.Right, test.Relation)
        : IsDay(test.Right) && !days.AreReadBy(test.Left) ? (test.Left, test.Relation.Mirror())
        : null;

    private bool IsDay(Operand operand) => operand is FactOperand { Fact: var fact } && days.Are(fact);

    // The dates that it is worked out of; of what is worked out of elements, the date that comes of it.
    private string ValueOf(Operand time, Scope scope)
    {
        if (time is Constant)
        {
            return string.Empty;
        }

        var dates = time.Facts.Where(fact => fact.Type is DateType).DistinctBy(fact => scope.PathOf(fact)).Select(fact => scope.Read(fact))
            .ToList();
        return dates.Count > 0
            ? $" ({Series.And([.. dates.Select(date => date.IsKnown ? ValueWords.OfDay(date.Date) : "not known")])})"
            : $" ({KnownValue.Of(time, scope).Text})";
    }
}
