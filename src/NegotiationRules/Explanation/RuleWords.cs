using System.Text;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>What a rule says, in words, whatever the scenario.</summary>
internal static class RuleWords
{
    /// <summary>A reason as it is written: without a scenario the braces stay what they are.</summary>
    /// <param name="reason">The reason.</param>
    /// <param name="mark">What to put around braces that have nothing of the kind yet.</param>
    public static string Of(Reason reason, string mark)
    {
        var text = new StringBuilder();
        foreach (var part in reason.Parts)
        {
            text.Append(part switch
            {
                ReasonWords words => words.Text,
                ReasonParameter parameter => parameter.Value,
                ReasonFact fact => Braces(fact.Fact),
                ReasonElement element => Braces(element.Fact),
                _ => string.Empty,
            });
        }

        return text.ToString();

        string Braces(FactReference fact) =>
            mark.Length == 0 || (text.Length > 0 && text[^1] == mark[0]) ? $"{{{fact.Path}}}" : $"{mark}{{{fact.Path}}}{mark}";
    }

    /// <summary>When the rule itself says that it applies: what its stage asks is said of the stage.</summary>
    public static Condition? OwnWhen(Rule rule) => rule.When switch
    {
        StageCondition => null,
        Composition { Parts: [StageCondition, var own] } => own,
        _ => rule.When,
    };

    /// <summary>What it asks and of what, when, and until when, in one line.</summary>
    public static string Describe(Rule rule)
    {
        var root = Naming.Root(rule.Facts);
        var line = rule.Each is { } each
            ? $"for {ForEach(each, root)}: {Demands(rule, new(each.When, each.Require, each.IsRisk, each.By), root.Enter(each.List))}"
            : Demands(rule, new Demanded(OwnWhen(rule), rule.Require, rule.IsRisk, rule.By), root);
        return char.ToUpperInvariant(line[0]) + line[1..];
    }

    /// <summary>Of what a rule with <c>forEach</c> asks: <c>each party</c>.</summary>
    public static string ForEach(EachElement each, Naming root)
    {
        var list = ListWords.Of(each.List, root);
        return list.TheOne ?? $"each {list.Singular}{list.OwnerIn(root)}";
    }

    /// <summary>How it is said that the condition of a rule must hold.</summary>
    public static string Lead(Rule rule, Demanded demanded) =>
        demanded.IsRisk ? "warns if" : rule.Strength == Strength.Claim ? "claims that" : "requires that";

    private static string Demands(Rule rule, Demanded demanded, Naming at) =>
        (demanded.When is { } when ? $"applies if {ConditionWording.Sentence(when, at, holds: true)}; " : string.Empty)
            + $"{Lead(rule, demanded)} {ConditionWording.Sentence(demanded.Require, at, holds: true)}"
            + (demanded.By is { } by ? $"; due by {OperandWording.Of(by, at)}" : string.Empty);
}
