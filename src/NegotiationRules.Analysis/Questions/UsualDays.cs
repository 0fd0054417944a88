using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The days that are meant where nobody says which: from the earliest that the scenario states, or the rules compare the day with,
/// to some years after the latest, as delays run on.</summary>
internal static class UsualDays
{
    private const int YearsAfter = 5;

    /// <summary>The days; <see langword="null"/> if there is no date at all.</summary>
    public static PartialDate? Of(CheckedRuleSet rules, FactRecord facts, FactReference day)
    {
        var days = new SeveralDays(day);
        PartialDate[] dates = [.. DatesIn(FactValue.Of(facts)), .. rules.Rules.SelectMany(rule => DatesIn(rule, days))];
        if (dates.Length == 0)
        {
            return null;
        }

        var last = DateOnly.FromDayNumber(dates.Max(date => date.Last));
        var after = last.Year > DateOnly.MaxValue.Year - YearsAfter ? DateOnly.MaxValue : last.AddYears(YearsAfter);
        return new PartialDate(dates.Min(date => date.First), after.DayNumber);
    }

    private static IEnumerable<PartialDate> DatesIn(FactValue value)
    {
        switch (value.Kind)
        {
            case FactKind.Date:
                return [value.Date];
            case FactKind.DateTime:
                var moment = (int)(value.UtcTicks / TimeSpan.TicksPerDay);
                return [new PartialDate(moment, moment)];
            case FactKind.Record:
                return value.Record.Values.ToArray().SelectMany(DatesIn);
            case FactKind.List:
                return value.List.Elements.ToArray().SelectMany(DatesIn);
            default:
                return [];
        }
    }

    // What the day is compared with, and what that is worked out of.
    private static IEnumerable<PartialDate> DatesIn(Rule rule, SeveralDays days) =>
        new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>()
            .Where(days.AreReadBy)
            .SelectMany(condition => condition.All())
            .Where(node => node is RelationTest && days.AreReadBy(node))
            .SelectMany(node => node.All())
            .OfType<Constant>()
            .Where(constant => constant.Measure.Kind == MeasureKind.Day)
            .Select(constant => constant.Value.Date);
}
