namespace NegotiationRules;

// Rules and stages may be asked for as people name them; a loop over many scenarios asks by places, which takes no looking up.
public sealed partial class ScenarioBatch
{
    /// <summary>What became of a rule in a scenario.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="rule">The rule, one of <see cref="RuleSet.Rules"/> of these rules, or of the same with other parameters.</param>
    /// <exception cref="ArgumentException">It is a rule of another rule set.</exception>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public RuleOutcome OutcomeOf(int scenario, Rule rule) => OutcomeOf(scenario, Rules.RuleAt(rule));

    /// <summary>What became of a rule in a scenario.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public RuleOutcome OutcomeOf(int scenario, string rule) => OutcomeOf(scenario, Rules.RuleAt(rule));

    /// <summary>What became of a stage in a scenario.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="stage">The name of the stage.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public StageOutcome OutcomeOfStage(int scenario, string stage) => OutcomeOfStage(scenario, Rules.StageAt(stage));

    /// <summary>The required rules that keep a stage from being valid in a scenario: violated, pending or unknown, in the order of the rule
    /// set.</summary>
    /// <param name="scenario">The place of the scenario.</param>
    /// <param name="stage">The name of the stage.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    /// <inheritdoc cref="OutcomeOf(int, int)" path="/exception"/>
    public IEnumerable<Rule> Blocking(int scenario, string stage) => Blocking(scenario, Rules.StageAt(stage));

    /// <summary>In how many scenarios a rule has an outcome.</summary>
    /// <param name="rule">The rule, one of <see cref="RuleSet.Rules"/> of these rules, or of the same with other parameters.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="ArgumentException">It is a rule of another rule set.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public int CountOf(Rule rule, RuleOutcome outcome) => CountOf(Rules.RuleAt(rule), outcome);

    /// <summary>In how many scenarios a rule has an outcome.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public int CountOf(string rule, RuleOutcome outcome) => CountOf(Rules.RuleAt(rule), outcome);

    /// <summary>In how many scenarios a stage has an outcome.</summary>
    /// <param name="stage">The name of the stage.</param>
    /// <param name="outcome">The outcome.</param>
    /// <exception cref="KeyNotFoundException">No stage has that name.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public int CountOfStage(string stage, StageOutcome outcome) => CountOfStage(Rules.StageAt(stage), outcome);

    /// <summary>Copies the outcomes of a rule, one for each scenario in their order. What is copied for a scenario without outcomes means
    /// nothing.</summary>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="outcomes">Where to; as long as there are scenarios, or longer.</param>
    /// <exception cref="KeyNotFoundException">No rule has that id.</exception>
    /// <exception cref="ArgumentException">There is not enough room.</exception>
    /// <exception cref="InvalidOperationException">The batch was not evaluated since a scenario was added.</exception>
    public void CopyOutcomes(string rule, Span<RuleOutcome> outcomes) => CopyOutcomes(Rules.RuleAt(rule), outcomes);
}
