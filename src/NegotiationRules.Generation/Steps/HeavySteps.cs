using NegotiationRules.Programs;

namespace NegotiationRules.Generation.Steps;

/// <summary>Which steps take more to work out than looking at facts.</summary>
internal sealed class HeavySteps(Program program)
{
    private readonly bool?[] _isHeavy = new bool?[program.Steps.Length];

    /// <summary>Whether working a step out takes more than looking at a fact.</summary>
    public bool IsHeavy(int step) => _isHeavy[step] ??= program.Steps[step] is
        SomeOf or CountOf or AggregateOf or ShareOf or OrderOf or ShiftDays or ShiftByNumber or ShiftInstants or MoveDays or PartOf
            or Calculate or ExtremeOf or Choose or TestText
        || (program.Steps[step] is not Spread && program.Steps[step].Arguments.Any(IsHeavy));
}
