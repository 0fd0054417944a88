using Orleans;

namespace NegotiationRules;

/// <summary>One live negotiation on the cluster: its facts change, outcomes are kept up to date, and what flips is told to every
/// <see cref="INegotiationHandler"/>.</summary>
/// <remarks>
/// <para>A grain: <c>grains.GetGrain&lt;INegotiation&gt;("minsk-2026")</c>, and <see cref="OpenAsync"/> begins it. One call at a time is
/// worked off; when it returns, the change is stored. Where it fails, the negotiation stays as it was, or, if a silo was lost while it was
/// called, nobody can say: <see cref="GetAsync"/> tells, by <see cref="NegotiationStatus.Version"/>. Setting a fact may simply be tried
/// again.</para>
/// <para>It goes by the rules that are in force on its silo. When others are, it is evaluated anew, and what flips is told, whether anybody
/// calls it or not; one that is not in memory is as soon as it is.</para>
/// <para>What is wrong with facts is a <see cref="ScenarioException"/>, with the path of the fact and the cure; a name of a rule set that
/// the silo does not have is a <see cref="KeyNotFoundException"/>, and a negotiation that was not opened an
/// <see cref="InvalidOperationException"/>.</para>
/// </remarks>
[Alias("NegotiationRules.INegotiation")]
public interface INegotiation : IGrainWithStringKey
{
    /// <summary>Begins the negotiation.</summary>
    /// <param name="ruleSet">The name of a rule set of <see cref="IRuleSets"/>, as it was added on the silos.</param>
    /// <param name="scenario">The facts to begin with. What it does not say is unknown.</param>
    /// <returns>How it is. Beginning it again with the same rule set and the facts that it has changes nothing.</returns>
    /// <exception cref="KeyNotFoundException">There is no such rule set; the message says which was probably meant, or which there
    /// are.</exception>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary or not of its type.</exception>
    /// <exception cref="InvalidOperationException">It is open, with other facts or another rule set.</exception>
    [Alias("Open")]
    Task<NegotiationStatus> OpenAsync(string ruleSet, Scenario scenario);

    /// <summary>Makes changes, all of them or none, and evaluates.</summary>
    /// <param name="changes">The changes, in their order.</param>
    /// <param name="ifVersion">Only if this is the version still; <see langword="null"/>, the default, whatever it is. Who adds an element
    /// again because a call failed gives the version of before, and adds none twice.</param>
    /// <returns>What flipped.</returns>
    /// <exception cref="ArgumentException">There is no such path in the scenario.</exception>
    /// <exception cref="ScenarioException">A fact is not of the vocabulary, a value is not of its type, or grows beyond what can be
    /// represented.</exception>
    /// <exception cref="InvalidOperationException">It is not open, or of another version.</exception>
    [Alias("Change")]
    Task<NegotiationFlips> ChangeAsync(NegotiationChange[] changes, long? ifVersion = null);

    /// <summary>Goes by another rule set from now on, and evaluates.</summary>
    /// <param name="ruleSet">Its name, as for <see cref="OpenAsync"/>.</param>
    /// <returns>What flipped.</returns>
    /// <exception cref="KeyNotFoundException">There is no such rule set; the message says which was probably meant, or which there
    /// are.</exception>
    /// <exception cref="ScenarioException">A fact is not of its vocabulary.</exception>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    [Alias("UseRuleSet")]
    Task<NegotiationFlips> UseRuleSetAsync(string ruleSet);

    /// <summary>How it is: facts, version and outcomes.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    [Alias("Get")]
    Task<NegotiationStatus> GetAsync();

    /// <summary>The verdict on the facts as they are, with a reason for each rule.</summary>
    /// <exception cref="ScenarioException">The rules in force cannot be asked of these facts.</exception>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    [Alias("Evaluate")]
    Task<VerdictReport> EvaluateAsync();

    /// <summary>Why the verdict is what it is, down to the delegate.</summary>
    /// <param name="form">The form of the answer; text, if left out.</param>
    /// <exception cref="ScenarioException">As for <see cref="EvaluateAsync"/>.</exception>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    [Alias("Explain")]
    Task<string> ExplainAsync(ExplanationForm form = ExplanationForm.Text);

    /// <summary>Ends the negotiation, and forgets its facts. What flipped is told nevertheless. One that is not open stays so.</summary>
    /// <remarks>A negotiation that is opened under the same name later counts its flips from 1 again.</remarks>
    [Alias("Close")]
    Task CloseAsync();
}
