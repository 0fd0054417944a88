using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace NegotiationRules;

/// <summary>The rule sets of an application, by the names under which they were added, each as it is in force now.</summary>
/// <remarks>
/// <para>A singleton, safe to use from any thread. A rule set is replaced as a whole: an evaluation goes by the rules that were in force
/// when it began. If files change to something that cannot be used, the rules that were read last stay in force.</para>
/// <para>Without a host, as in a test, a rule set is read when it is first asked for; a host reads all of them before it starts.</para>
/// <para>A name that was not added is a <see cref="KeyNotFoundException"/>. A rule set that could never be used is an
/// <see cref="InvalidOperationException"/> with the whole report; that happens only where
/// <see cref="HostedRuleSetOptions.FaultStopsStart"/> is off, or where there is no host.</para>
/// </remarks>
public interface IRuleSets
{
    /// <summary>The names, in the order in which they were added.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The rules in force. Who keeps them keeps these, whatever is read later.</summary>
    /// <param name="name">The name of the rule set.</param>
    RuleSet this[string name] { get; }

    /// <summary>Evaluates a scenario by the rules in force; counted, timed and traced as <c>NegotiationRules</c>.</summary>
    /// <param name="name">The name of the rule set.</param>
    /// <param name="scenario">The facts. What it does not say is unknown.</param>
    /// <exception cref="ScenarioException">As for <see cref="RuleSet.Evaluate(Scenario)"/>.</exception>
    Verdict Evaluate(string name, Scenario scenario);

    /// <summary>The same, without an exception for what is wrong in the scenario.</summary>
    /// <param name="name">The name of the rule set.</param>
    /// <param name="scenario">The facts. What it does not say is unknown.</param>
    /// <param name="verdict">The verdict, unless the scenario has errors.</param>
    /// <param name="diagnostics">All that is wrong with the scenario, sorted by position.</param>
    /// <returns>Whether there are no errors.</returns>
    bool TryEvaluate(
        string name, Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics);

    /// <summary>A token that changes once other rules are in force: for <see cref="ChangeToken.OnChange(Func{IChangeToken}, Action)"/>, or
    /// to keep what was worked out from rules (an evaluator, a page) until then. Callbacks run on a thread of the pool.</summary>
    /// <param name="name">The name of the rule set.</param>
    IChangeToken GetChangeToken(string name);

    /// <summary>How the rule set is: since when its rules are in force, and what was wrong when its files were read last.</summary>
    /// <param name="name">The name of the rule set.</param>
    RuleSetStatus GetStatus(string name);

    /// <summary>Reads a rule set again now, whether its files have changed or not.</summary>
    /// <param name="name">The name of the rule set.</param>
    /// <param name="cancellationToken">Gives up waiting; what has begun goes on.</param>
    /// <returns>How it is afterwards. If it cannot be used, that is a <see cref="RuleSetStatus.Fault"/> and no exception.</returns>
    Task<RuleSetStatus> ReloadAsync(string name, CancellationToken cancellationToken = default);
}
