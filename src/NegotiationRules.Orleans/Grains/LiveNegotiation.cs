using NegotiationRules.Orleans.Changes;
using NegotiationRules.Orleans.Storing;
using NegotiationRules.Text;

namespace NegotiationRules.Orleans.Grains;

/// <summary>A negotiation in memory: what is stored of it, and a session that is made of that while it is used. A step is worked out first
/// and taken when it was stored; whatever goes wrong before, all is made anew of what is stored.</summary>
internal sealed class LiveNegotiation(string name, IRuleSets sets, RecentSessions recent, TimeProvider clock)
{
    private readonly WeakReference<Session?> _session = new(null);
    private RuleSet? _rules;
    private (RuleSet? Rules, Exception Exception)? _fault;

    public NegotiationState State { get; private set; } = new();

    public bool IsOpen => State.RuleSet is not null;

    /// <summary>Whether it was not evaluated by the rules in force, or cannot be.</summary>
    public bool IsBehind => _rules is null || _rules != InForce();

    /// <summary>Why the rules in force could not be asked when they were last asked.</summary>
    public Exception? Fault => _fault?.Exception;

    /// <summary>Takes what is stored.</summary>
    public void Take(NegotiationState state)
    {
        State = state;
        Forget();
    }

    /// <summary>Takes a step that was stored.</summary>
    public void Take(NegotiationStep step) => State = step.State;

    /// <summary>Forgets what was worked out and not stored.</summary>
    public void Forget()
    {
        _session.SetTarget(null);
        (_rules, _fault) = (null, null);
    }

    public bool HasFactsOf(Scenario scenario) => State.Facts == TextOf(scenario);

    /// <summary>The verdict by the rules that it goes by.</summary>
    public Verdict ToVerdict() => _rules!.Evaluate(Scenario.Parse(State.Facts));

    public NegotiationStep Open(string ruleSet, Scenario scenario)
    {
        var session = Start(sets[ruleSet], scenario);
        var next = Evaluated(State with { RuleSet = ruleSet, Facts = TextOf(scenario), Version = 1 }, session);
        return new NegotiationStep(next, NoFlips(next), IsOther: true);
    }

    /// <summary>What flips because other rules are in force.</summary>
    /// <exception cref="ScenarioException">They cannot be asked of these facts; outcomes are those of before.</exception>
    public NegotiationStep Follow()
    {
        var rules = InForce();
        if (_fault is { } fault && fault.Rules == rules)
        {
            throw fault.Exception;
        }

        try
        {
            return StepTo(State, Start(rules, Scenario.Parse(State.Facts)), FlipCause.Rules);
        }
        catch (ScenarioException e)
        {
            _fault = (rules, e);
            throw;
        }
    }

    public NegotiationStep UseRuleSet(string ruleSet)
    {
        var session = Start(sets[ruleSet], Scenario.Parse(State.Facts));
        return StepTo(State with { RuleSet = ruleSet, Version = State.Version + 1 }, session, FlipCause.Rules);
    }

    public NegotiationStep Change(NegotiationChange[] changes)
    {
        Session session;
        if (IsBehind)
        {
            // Facts that the rules in force cannot be asked of are mended.
            session = Start(InForce(), changes.Aggregate(Scenario.Parse(State.Facts), (facts, change) => change.MakeIn(facts)));
        }
        else
        {
            session = Current();
            foreach (var change in changes)
            {
                change.MakeIn(session);
            }

            session.Evaluate();
        }

        return StepTo(State with { Version = State.Version + 1, Facts = TextOf(session.Scenario) }, session, FlipCause.Facts);
    }

    /// <summary>What is wrong, without the values of facts.</summary>
    public static string FindingsOf(Exception fault) => fault is ScenarioException { Diagnostics: var all }
        ? string.Join(", ", all.Select(one => $"{one.Code} {one.FactPath}".TrimEnd()))
        : fault.Message;

    private RuleSet InForce()
    {
        try
        {
            return sets[State.RuleSet!];
        }
        catch (Exception e)
        {
            _fault = (null, e);
            throw;
        }
    }

    private Session Current()
    {
        if (!_session.TryGetTarget(out var session))
        {
            session = new Session(_rules!, Scenario.Parse(State.Facts));
            _session.SetTarget(session);
        }

        recent.Keep(session);
        return session;
    }

    private Session Start(RuleSet rules, Scenario scenario)
    {
        var session = new Session(rules, scenario);
        _session.SetTarget(session);
        (_rules, _fault) = (rules, null);
        recent.Keep(session);
        return session;
    }

    private NegotiationStep StepTo(NegotiationState next, Session session, FlipCause cause)
    {
        var state = Evaluated(next, session);
        var flips = NoFlips(state) with
        {
            Cause = cause,
            Stages = Outcomes.FlipsOf(State.Stages, state.Stages),
            Rules = Outcomes.FlipsOf(State.Rules, state.Rules),
        };
        return flips.IsEmpty
            ? new NegotiationStep(state with { Stages = State.Stages, Rules = State.Rules }, flips, IsOther: next.Version != State.Version)
            : new NegotiationStep(state with { Number = State.Number + 1 }, flips with { Number = State.Number + 1 }, IsOther: true);
    }

    private static NegotiationState Evaluated(NegotiationState state, Session session) => state with
    {
        Outcome = session.Outcome,
        Stages = Outcomes.StagesOf(session),
        Rules = Outcomes.RulesOf(session),
    };

    private NegotiationFlips NoFlips(NegotiationState state) => new()
    {
        Negotiation = name,
        Number = state.Number,
        Version = state.Version,
        RuleSet = state.RuleSet!,
        Cause = FlipCause.Facts,
        At = clock.GetUtcNow(),
        Outcome = state.Outcome,
        Stages = [],
        Rules = [],
    };

    private static string TextOf(Scenario scenario) => JsonPrinter.Print(scenario.Root, indented: false);
}
