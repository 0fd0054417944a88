using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Finds the value of a parameter with which what can never be could be.</summary>
/// <param name="rules">The rules.</param>
/// <param name="scenariosOf">The scenarios in which rules with other values are to make sense.</param>
internal sealed class ParameterChecks(RuleSet rules, Func<CheckedRuleSet, AllScenarios> scenariosOf)
{
    // Where no value so near would do, the defect is told of the rule or the stage itself, which is as true.
    private const int Doublings = 16;

    /// <summary>The defect, told of the parameter if it is its value.</summary>
    public Defect Look(Defect defect)
    {
        if (defect.Kind is not (DefectKind.NeverSatisfied or DefectKind.StageNeverValid))
        {
            return defect;
        }

        var asked = defect.Rule is { } rule ? [rule] : defect.Core;
        var names = asked.SelectMany(AllScenarios.Of).SelectMany(condition => condition.All()).OfType<Constant>()
            .Select(constant => constant.Parameter).OfType<string>().Distinct();
        foreach (var name in names)
        {
            if (ValueOf(name) is { } value && Nearest(defect, name, value) is { } nearest)
            {
                var turn = new ParameterTurn(
                    name, value.ToString(CultureInfo.InvariantCulture), nearest.ToString(CultureInfo.InvariantCulture));
                return defect with { Kind = DefectKind.ParameterTooFar, Turn = turn };
            }
        }

        return defect;
    }

    private long? ValueOf(string name) => rules.Checked.Parameters.First(parameter => parameter.Name == name).Value is JsonNumber number
        && ExactNumber.TryRead(number.Digits, out var steps, out var scale) && scale == 0 ? steps : null;

    // Further and further away on both sides, and then back to where it turns.
    private long? Nearest(Defect defect, string name, long value)
    {
        for (var by = 1L; by <= 1L << Doublings; by *= 2)
        {
            foreach (var other in new[] { value - by, value + by })
            {
                if (Can(defect, name, other))
                {
                    var (cannot, can) = (value, other);
                    while (Math.Abs(can - cannot) > 1)
                    {
                        var middle = cannot + ((can - cannot) / 2);
                        (cannot, can) = Can(defect, name, middle) ? (cannot, middle) : (middle, can);
                    }

                    return can;
                }
            }
        }

        return null;
    }

    private bool Can(Defect defect, string name, long value)
    {
        if (!rules.TryWith(new Dictionary<string, object?> { [name] = value }, out var other, out _))
        {
            return false;
        }

        var scenarios = scenariosOf(other.Checked);
        if (defect.Rule is { } rule)
        {
            var same = other.Rules[rule.Index];
            return scenarios.Seek(
                AllScenarios.Of(same), inquiry => inquiry.Rules[0].Of(same, RuleOutcome.Satisfied),
                scope => RuleEvaluator.Evaluate(same, scope) == RuleOutcome.Satisfied).Facts is not null;
        }

        return scenarios.Seek(
            other.Checked.Rules.Where(one => one.Stage == defect.Stage).SelectMany(AllScenarios.Of),
            inquiry => inquiry.Rules[0].Of(defect.Stage, StageOutcome.Valid),
            _ => true).Facts is not null;
    }
}
