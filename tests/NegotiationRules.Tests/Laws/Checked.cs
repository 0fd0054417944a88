using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Laws;

/// <summary>Checks and evaluates single conditions of a generated case.</summary>
internal static class Checked
{
    /// <summary>What became of the condition; <see langword="null"/> if the checker refuses it or a quantity grows beyond
    /// measure.</summary>
    public static Truth? Truth(this ConditionCase @case, ConditionSyntax condition) => @case.Truth(condition, @case.Scenario);

    /// <inheritdoc cref="Truth(ConditionCase, ConditionSyntax)"/>
    public static Truth? Truth(this ConditionCase @case, ConditionSyntax condition, GeneratedScenario scenario) =>
        Condition(@case.Vocabulary, condition) is { } found ? Evaluate(found, Facts(@case.Vocabulary, scenario)) : null;

    public static Condition? Condition(Vocabulary vocabulary, ConditionSyntax condition) =>
        GeneratedRules.Of(vocabulary, condition).Rules?.Checked.Rules[0].Require;

    public static FactRecord Facts(Vocabulary vocabulary, GeneratedScenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Scenario.Bind(vocabulary, bag);
        Assert.Empty(bag.ToSorted().Select(d => d.ToString()));
        return facts;
    }

    public static Truth? Evaluate(Condition condition, FactRecord facts)
    {
        try
        {
            return TreeWalk.Evaluate(condition, Scope.Of(facts));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public static ConditionSyntax Not(ConditionSyntax condition) => new NotSyntax(default, condition);

    public static ConditionSyntax All(params ConditionSyntax[] conditions) =>
        new CompositionSyntax(default, CompositionKind.All, conditions);

    public static ConditionSyntax Any(params ConditionSyntax[] conditions) =>
        new CompositionSyntax(default, CompositionKind.Any, conditions);

    public static ConditionSyntax None(params ConditionSyntax[] conditions) =>
        new CompositionSyntax(default, CompositionKind.None, conditions);

    public static ConditionSyntax AtLeast(int number, params ConditionSyntax[] conditions) =>
        new AtLeastOfSyntax(
            default,
            new LiteralSyntax(default, new JsonNumber(default, number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            conditions
        );
}
