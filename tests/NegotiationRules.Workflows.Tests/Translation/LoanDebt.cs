namespace NegotiationRules.Workflows.Tests.Translation;

internal sealed record LoanDebt
{
    public int Id { get; init; }

    public decimal Rest { get; init; }

    public int Months { get; init; }

    public int? Rank { get; init; }

    public string? Bank { get; init; }

    public bool Paid { get; init; }

    public DateTime Since { get; init; }

    public LoanPurpose Purpose { get; init; }

    public IReadOnlyList<LoanPayment>? Payments { get; init; }
}
