using NegotiationRules.Extensions.Settings;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>A rule set as it is between two readings: replaced as a whole, so that rules and options go together.</summary>
/// <param name="Rules">The rules in force; <see langword="null"/> if none could ever be used.</param>
/// <param name="TracesFacts">Whether traces tell facts.</param>
/// <param name="Latest">What was read last.</param>
/// <param name="Status">What is told of it.</param>
internal sealed record RuleSetState(RuleSet? Rules, bool TracesFacts, RuleSetReading Latest, RuleSetStatus Status)
{
    public static RuleSetState First(string name, RuleSetReading reading) => new(
        reading.Rules,
        reading.Options?.TraceFacts == true,
        reading,
        new RuleSetStatus
        {
            Name = name,
            Since = reading.Rules is null ? null : DateTimeOffset.UtcNow,
            Fault = reading.Fault,
            Diagnostics = reading.Diagnostics,
        });

    /// <summary>The rules that were read are in force.</summary>
    public RuleSetState ReplacedBy(RuleSetReading reading)
    {
        var first = First(Status.Name, reading);
        return first with { Status = first.Status with { Reloads = Status.Reloads + (Rules is null ? 0 : 1) } };
    }

    /// <summary>What was read cannot be used. Where the options make no sense, files do not matter until these do.</summary>
    public RuleSetState KeptIn(RuleSetReading reading) => this with
    {
        Latest = reading.Options is null ? Latest with { Files = new() } : reading,
        Status = Status with { Fault = reading.Fault, Diagnostics = reading.Diagnostics },
    };

    /// <summary>The rules in force.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public RuleSet InForce() => Rules ?? throw new InvalidOperationException(
        $"The rule set `{Status.Name}` cannot be used:\n{Status.Fault}", Latest.Exception);
}
