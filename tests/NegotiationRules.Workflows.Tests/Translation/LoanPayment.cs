namespace NegotiationRules.Workflows.Tests.Translation;

internal sealed record LoanPayment
{
    public decimal Amount { get; init; }

    public DateTime Day { get; init; }

    public bool Late { get; init; }
}
