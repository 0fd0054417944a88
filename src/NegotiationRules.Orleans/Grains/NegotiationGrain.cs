using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NegotiationRules.Orleans.Following;
using NegotiationRules.Orleans.Storing;
using NegotiationRules.Orleans.Telling;
using Orleans;
using Orleans.Runtime;

namespace NegotiationRules.Orleans.Grains;

/// <summary>A negotiation as a grain: each step is stored before it counts, and told after it was stored.</summary>
[GrainType("negotiationrules.negotiation")]
internal sealed class NegotiationGrain : Grain, INegotiation, IRuleFollower, IRemindable, IDisposable
{
    private const string Untold = "negotiation-rules-untold";

    private readonly IPersistentState<NegotiationState> _stored;
    private readonly LiveNegotiation _live;
    private readonly Teller _teller;
    private readonly RuleFollowers _followers;
    private readonly NegotiationOptions _options;
    private readonly ILogger _logger;
    private bool _isReminded;

    public NegotiationGrain(
        IPersistentStateFactory states, IRuleSets sets, RecentSessions recent, RuleFollowers followers,
        IEnumerable<INegotiationHandler> handlers, IOptions<NegotiationOptions> options, TimeProvider clock,
        ILogger<NegotiationGrain> logger)
    {
        _options = options.Value;
        _logger = logger;
        _followers = followers;
        _stored = states.Create<NegotiationState>(GrainContext, new StateConfiguration(_options.StorageName));
        _live = new LiveNegotiation(Name, sets, recent, clock);
        _teller = new Teller(Name, [.. handlers], _options, logger);
    }

    private string Name => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (_stored.State.Schema > NegotiationState.CurrentSchema)
        {
            throw new InvalidOperationException(
                $"The negotiation '{Name}' was stored by a newer version of NegotiationRules.Orleans (schema {_stored.State.Schema}, this "
                    + $"one reads up to {NegotiationState.CurrentSchema}): update this silo.");
        }

        _live.Take(_stored.State);
        _teller.Tell(_stored.State.Untold);
        Join();
        await FollowAsync();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        Leave();
        await _teller.StopAsync(cancellationToken);
        await StoreToldAsync();
    }

    public void Dispose() => _teller.Dispose();

    public async Task<NegotiationStatus> OpenAsync(string ruleSet, Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        ArgumentNullException.ThrowIfNull(scenario);
        if (!_live.IsOpen)
        {
            await TakeAsync(() => _live.Open(ruleSet, scenario));
            Join();
            return Status();
        }

        var status = await GetAsync();
        return _live.State.RuleSet == ruleSet && _live.HasFactsOf(scenario) ? status : throw new InvalidOperationException(
            $"The negotiation '{Name}' is open already, by the rule set '{_live.State.RuleSet}': change its facts, give it another rule "
                + "set, or close it first.");
    }

    public async Task<NegotiationFlips> ChangeAsync(NegotiationChange[] changes, long? ifVersion = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await FollowIfPossibleAsync();
        if (ifVersion is { } version && version != _live.State.Version)
        {
            throw new InvalidOperationException(
                $"The negotiation '{Name}' is of version {_live.State.Version}, not {version}: somebody changed it meanwhile. Get it, and "
                    + "decide again.");
        }

        return await TakeAsync(() => _live.Change(changes));
    }

    public async Task<NegotiationFlips> UseRuleSetAsync(string ruleSet)
    {
        ArgumentNullException.ThrowIfNull(ruleSet);
        await FollowIfPossibleAsync();
        Leave();
        try
        {
            return await TakeAsync(() => _live.UseRuleSet(ruleSet));
        }
        finally
        {
            Join();
        }
    }

    public async Task<NegotiationStatus> GetAsync()
    {
        await FollowIfPossibleAsync();
        return Status();
    }

    public async Task<VerdictReport> EvaluateAsync()
    {
        await FollowIfOpenAsync();
        return _live.ToVerdict().ToReport();
    }

    public async Task<string> ExplainAsync(ExplanationForm form = ExplanationForm.Text)
    {
        await FollowIfOpenAsync();
        var explanation = _live.ToVerdict().Explain();
        return form switch
        {
            ExplanationForm.Text => explanation.ToText(),
            ExplanationForm.Markdown => explanation.ToMarkdown(),
            ExplanationForm.Html => explanation.ToHtml(),
            ExplanationForm.Json => explanation.ToJson(),
            ExplanationForm.Mermaid => explanation.ToMermaid(),
        };
    }

    public async Task CloseAsync()
    {
        if (!_live.IsOpen)
        {
            return;
        }

        Leave();
        await StoreAsync(new NegotiationState { Untold = _teller.Untold });
        _live.Take(_stored.State);
        if (_stored.State.Untold.Length == 0)
        {
            await _stored.ClearStateAsync();
        }
    }

    public async Task FollowAsync()
    {
        if (_live.IsOpen)
        {
            await FollowIfPossibleAsync();
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _isReminded = true;
        if (_teller.Untold.Length > 0)
        {
            return;
        }

        await StoreToldAsync();
        if (_stored.State.Untold.Length == 0 && await this.GetReminder(Untold) is { } reminder)
        {
            _isReminded = false;
            await this.UnregisterReminder(reminder);
        }
    }

    // Other rules may be in force since the last call.
    private async Task FollowIfOpenAsync()
    {
        if (!_live.IsOpen)
        {
            throw new InvalidOperationException(
                $"The negotiation '{Name}' is not open: call OpenAsync with the name of a rule set and the facts to begin with.");
        }

        if (_live.IsBehind)
        {
            await TakeAsync(_live.Follow);
        }
    }

    // Facts that the rules in force cannot be asked of can be looked at and mended.
    private async Task FollowIfPossibleAsync()
    {
        var before = _live.Fault;
        try
        {
            await FollowIfOpenAsync();
        }
        catch (Exception e) when (e == _live.Fault)
        {
            if (e.Message != before?.Message)
            {
                _logger.CannotFollow(Name, _live.State.RuleSet, LiveNegotiation.FindingsOf(e));
            }
        }
    }

    private async Task<NegotiationFlips> TakeAsync(Func<NegotiationStep> workOut)
    {
        try
        {
            var step = workOut();
            NegotiationFlips[] told = step.Flips.IsEmpty || !_teller.HasHandlers ? [] : [step.Flips];
            if (told.Length > 0)
            {
                await BeRemindedAsync();
            }

            if (step.IsOther)
            {
                await StoreAsync(step.State with { Untold = [.. _teller.Untold, .. told] });
            }

            _live.Take(step);
            _teller.Tell(told);
            return step.Flips;
        }
        catch (Exception e) when (e != _live.Fault)
        {
            _live.Forget();
            throw;
        }
    }

    // Before it is stored that there is something to tell: whatever happens from then on, somebody looks after it.
    private async Task BeRemindedAsync()
    {
        if (_options.UseReminders && !_isReminded)
        {
            await this.RegisterOrUpdateReminder(Untold, _options.ReminderPeriod, _options.ReminderPeriod);
            _isReminded = true;
        }
    }

    // Whether the storage has it if this fails, nobody knows; what is read when the grain is next in memory is true.
    private async Task StoreAsync(NegotiationState state)
    {
        var before = _stored.State;
        _stored.State = state;
        try
        {
            await _stored.WriteStateAsync();
        }
        catch
        {
            _stored.State = before;
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task StoreToldAsync()
    {
        var untold = _teller.Untold;
        if (_stored.State.Untold.Length == untold.Length)
        {
            return;
        }

        try
        {
            if (_live.IsOpen || untold.Length > 0)
            {
                await StoreAsync(_stored.State with { Untold = untold });
            }
            else
            {
                await _stored.ClearStateAsync();
            }
        }
        catch (Exception e)
        {
            _logger.CannotStoreTold(e, Name);
        }
    }

    private NegotiationStatus Status() => new()
    {
        RuleSet = _live.State.RuleSet!,
        Scenario = Scenario.Parse(_live.State.Facts),
        Version = _live.State.Version,
        Number = _live.State.Number,
        Outcome = _live.State.Outcome,
        Stages = _live.State.Stages,
        Rules = _live.State.Rules,
        Fault = _live.Fault?.Message,
    };

    private void Join()
    {
        if (_live.State.RuleSet is { } ruleSet)
        {
            _followers.Join(ruleSet, Name);
        }
    }

    private void Leave()
    {
        if (_live.State.RuleSet is { } ruleSet)
        {
            _followers.Leave(ruleSet, Name);
        }
    }
}
