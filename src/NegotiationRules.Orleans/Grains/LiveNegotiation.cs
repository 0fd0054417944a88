using NegotiationRules.Orleans.Changes;
using NegotiationRules.Orleans.Storing;
using NegotiationRules.Text;

namespace NegotiationRules.Orleans.Grains;

/// <summary>A negotiation in memory: what is stored of it, and a session that is made of that. A step is worked out first and taken when it
/// was stored; whatever goes wrong before, the session is made anew of what is stored.</summary>
internal sealed class LiveNegotiation(string name, IRuleSets sets, TimeProvider clock)
{
    private Session? _session;
    private (RuleSet? Rules, Exception Exception)? _fault;

    public NegotiationState State { get; private set; } = new();

    public bool IsOpen => State.RuleSet is not null;

    /// <summary>Whether it was not evaluated by the rules in force, or cannot be.</summary>
    public bool IsBehind => _session is null || _session.Rules != Rules();

    /// <summary>Why the rules in force could not be asked when they were last asked.</summary>
    public Exception? Fault => _fault?.Exception;

    /// <summary>Takes what is stored.</summary>
    public void Take(NegotiationState state)
    {
        State = state;
        Forget();
    }

    /// <summary>Takes a step that was stored.</summary>
    public void Take(Step step) => State = step.State;

    /// <summary>Forgets what was worked out and not stored.</summary>
    public void Forget() => (_session, _fault) = (null, null);

    /// <summary>The session, if it goes by the rules in force; otherwise it has to be found out what flips.</summary>
    /// <exception cref="InvalidOperationException">It is not open.</exception>
    public Session Session => _session ?? throw new InvalidOperationException($"The negotiation '{name}' was not evaluated.");

    public Step Open(string ruleSet, Scenario scenario)
    {
        _session = new Session(sets[ruleSet], scenario);
        _fault = null;
        return new Step(Evaluated(State with { RuleSet = ruleSet, Facts = TextOf(scenario), Version = 1 }), NoFlips(State), IsOther: true);
    }

    /// <summary>What flips because other rules are in force.</summary>
    /// <exception cref="ScenarioException">They cannot be asked of these facts; outcomes are those of before.</exception>
    public Step Follow()
    {
        var rules = Rules();
        if (_fault is { } fault && fault.Rules == rules)
        {
            throw fault.Exception;
        }

        return Restart(State, rules, Scenario.Parse(State.Facts), FlipCause.Rules);
    }

    public bool HasFactsOf(Scenario scenario) => State.Facts == TextOf(scenario);

    /// <summary>What is wrong, without the values of facts.</summary>
    public static string FindingsOf(Exception fault) => fault is ScenarioException { Diagnostics: var all }
        ? string.Join(", ", all.Select(one => $"{one.Code} {one.FactPath}".TrimEnd()))
        : fault.Message;

    public Step UseRuleSet(string ruleSet) =>
        Restart(State with { RuleSet = ruleSet, Version = State.Version + 1 }, sets[ruleSet], Scenario.Parse(State.Facts), FlipCause.Rules);

    public Step Change(NegotiationChange[] changes)
    {
        var next = State with { Version = State.Version + 1 };
        if (_session is not { } session)
        {
            // Facts that the rules in force cannot be asked of are mended.
            var scenario = changes.Aggregate(Scenario.Parse(State.Facts), (facts, change) => change.MakeIn(facts));
            return Restart(next with { Facts = TextOf(scenario) }, Rules(), scenario, FlipCause.Facts);
        }

        foreach (var change in changes)
        {
            change.MakeIn(session);
        }

        session.Evaluate();
        return StepTo(next with { Facts = TextOf(session.Scenario) }, FlipCause.Facts);
    }

    private RuleSet Rules()
    {
        try
        {
            return sets[State.RuleSet!];
        }
        catch (Exception e)
        {
            (_session, _fault) = (null, (null, e));
            throw;
        }
    }

    private Step Restart(NegotiationState next, RuleSet rules, Scenario scenario, FlipCause cause)
    {
        _session = null;
        try
        {
            _session = new Session(rules, scenario);
            _fault = null;
        }
        catch (ScenarioException e) when (next.RuleSet == State.RuleSet && next.Facts == State.Facts)
        {
            _fault = (rules, e);
            throw;
        }

        return StepTo(next, cause);
    }

    private Step StepTo(NegotiationState next, FlipCause cause)
    {
        var state = Evaluated(next);
        var flips = NoFlips(state) with
        {
            Cause = cause,
            Stages = Outcomes.FlipsOf(State.Stages, state.Stages),
            Rules = Outcomes.FlipsOf(State.Rules, state.Rules),
        };
        return flips.IsEmpty
            ? new Step(state with { Stages = State.Stages, Rules = State.Rules }, flips, IsOther: next.Version != State.Version)
            : new Step(state with { Number = State.Number + 1 }, flips with { Number = State.Number + 1 }, IsOther: true);
    }

    private NegotiationState Evaluated(NegotiationState state) => state with
    {
        Outcome = Session.Outcome, Stages = Outcomes.StagesOf(Session), Rules = Outcomes.RulesOf(Session),
    };

    private NegotiationFlips NoFlips(NegotiationState state) => new()
    {
        Negotiation = name, Number = state.Number, Version = state.Version, RuleSet = state.RuleSet ?? string.Empty,
        Cause = FlipCause.Facts, At = clock.GetUtcNow(), Outcome = state.Outcome, Stages = [], Rules = [],
    };

    private static string TextOf(Scenario scenario) => JsonPrinter.Print(scenario.Root, indented: false);
}
