using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Testing;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Facts on which rules come out otherwise than nearly the same rules: a test that expects so tells both apart.</summary>
/// <param name="Verdict">What comes out of the rules as they are.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Rule">The rule that comes out otherwise; <see langword="null"/> if only a stage does.</param>
/// <param name="Stage">The stage, or that of the rule.</param>
internal sealed record TellingCase(Verdict Verdict, FactRecord Facts, Rule? Rule, string Stage)
{
    /// <summary>The case that has these facts; <see langword="null"/> if none has.</summary>
    public TriedCase? In { get; init; }

    /// <summary>What the outcome of the rule hangs on, in words; <see langword="null"/> if it is to show something else.</summary>
    public string? Because { get; init; }

    /// <summary>What comes out, as tests files write it.</summary>
    public string Outcome => OutcomeIn(Verdict);

    /// <summary>The facts, if they tell the rules apart; <see langword="null"/> if they do not, or cannot be evaluated.</summary>
    public static TellingCase? Of(RuleSet rules, RuleSet others, FactRecord facts)
    {
        if (VerdictOf(rules, facts) is not { } verdict || VerdictOf(others, facts) is not { } other)
        {
            return null;
        }

        if (verdict.Rules.Zip(other.Rules).FirstOrDefault(pair => pair.First.Outcome != pair.Second.Outcome).First is { Rule: var rule })
        {
            return new TellingCase(verdict, facts, rule, rule.Stage);
        }

        return verdict.Stages.Zip(other.Stages).FirstOrDefault(pair => pair.First.Outcome != pair.Second.Outcome).First is { } stage
            ? new TellingCase(verdict, facts, null, stage.Name) : null;
    }

    /// <summary>Whether a test that expects what comes out here fails on the rules.</summary>
    public bool TellsApart(RuleSet others) => VerdictOf(others, Facts) is not { } other || OutcomeIn(other) != Outcome;

    /// <summary>The facts as a scenario states them.</summary>
    public JsonObject Scenario => ScenarioOf(Facts);

    /// <summary>The same with as few facts as will do for all to come out as it does, of the rules and of the others.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="others">The others.</param>
    /// <param name="goesOn">Whether there is time for more.</param>
    /// <returns><see langword="null"/> if it does not come out so when the facts are read from <see cref="Scenario"/>.</returns>
    public TellingCase? Shrink(RuleSet rules, RuleSet others, Func<bool> goesOn)
    {
        var (here, there) = (OutcomeOn(rules, Facts), OutcomeOn(others, Facts));
        var facts = Shrinking.Shrink(
            Facts, fewer => goesOn() && OutcomeOn(rules, fewer) == here && OutcomeOn(others, fewer) == there);
        return (this with { Facts = facts }).Read(rules, others) ?? Read(rules, others);
    }

    /// <summary>What comes out of a rule on facts, as they are read from a scenario; <see langword="null"/> if they cannot be.</summary>
    public static TellingCase? Read(RuleSet rules, Rule rule, FactRecord facts)
    {
        var bag = new DiagnosticBag();
        var read = new Scenario("<test>", ScenarioOf(facts)).Bind(rules.Vocabulary, bag);
        return !bag.HasErrors && VerdictOf(rules, read) is { } verdict ? new TellingCase(verdict, read, rule, rule.Stage) : null;
    }

    private TellingCase? Read(RuleSet rules, RuleSet others)
    {
        var bag = new DiagnosticBag();
        var facts = new Scenario("<test>", Scenario).Bind(rules.Vocabulary, bag);
        return bag.HasErrors || VerdictOf(rules, facts) is not { } verdict || OutcomeIn(verdict) != Outcome
            || VerdictOf(others, facts) is not { } other || OutcomeIn(other) == Outcome ? null
            : this with { Verdict = verdict, Facts = facts };
    }

    private static JsonObject ScenarioOf(FactRecord facts) =>
        (JsonObject)Spell(FactText.ToJson(facts, facts.Type, withSources: false), facts.Type);

    // An object of which nothing is known is written as one of which nothing is said; what is so anyway need not be said.
    private static JsonValue Spell(JsonValue value, FactType type) => (value, type) switch
    {
        (JsonObject parts, RecordType record) => parts with
        {
            Members = [.. parts.Members.Select(member => Spell(member, record)).OfType<JsonMember>()],
        },
        (JsonObject partly, ListType) => partly with
        {
            Members = [.. partly.Members.Select(member => member with { Value = Spell(member.Value, type) })],
        },
        (JsonArray items, ListType { Element: var element }) => items with
        {
            Items = [.. items.Items.Select(item =>
                item is JsonNull && element is RecordType ? new JsonObject(default, []) : Spell(item, element))],
        },
        _ => value,
    };

    private static JsonMember? Spell(JsonMember member, RecordType record)
    {
        if (record.SlotOf(member.Name) is not (>= 0 and var slot))
        {
            return member;
        }

        var (property, spelled) = (record.Properties[slot], Spell(member.Value, record.Properties[slot].Type));
        var isSoAnyway = property.Type switch
        {
            ListType => false,
            RecordType inner => spelled is JsonObject { Members.Count: 0 } && FactRecord.Absent(inner).IsKnown,
            _ => property.Default.IsKnown && Print(spelled) == Print(FactText.ToJson(property.Default, property.Type)),
        };
        return isSoAnyway ? null : member with { Value = spelled };
    }

    private static string Print(JsonValue value) => JsonPrinter.Print(value, indented: false);

    // Of a rule, only that one is evaluated.
    private string? OutcomeOn(RuleSet rules, FactRecord facts)
    {
        if (Rule is null)
        {
            return VerdictOf(rules, facts) is { } verdict ? OutcomeIn(verdict) : null;
        }

        return RuleEvaluator.TryEvaluate(rules.Checked.Rules[Rule.Index], Scope.Of(facts, rules.Checked.Work)) is { } outcome
            ? OutcomeNames.Of(outcome) : null;
    }

    private string OutcomeIn(Verdict verdict) =>
        Rule is null ? OutcomeNames.Of(verdict.Stage(Stage).Outcome) : OutcomeNames.Of(verdict.Rule(Rule.Id).Outcome);

    private static Verdict? VerdictOf(RuleSet rules, FactRecord facts) =>
        EvaluatedScenario.Evaluate(rules.Checked, facts, new DiagnosticBag()) is { } evaluated ? new Verdict(evaluated) : null;
}
