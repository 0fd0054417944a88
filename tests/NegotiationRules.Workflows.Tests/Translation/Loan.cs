namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>What the cases of the translation are about.</summary>
internal sealed record Loan
{
    public decimal Amount { get; init; }

    public decimal? Deposit { get; init; }

    public int Months { get; init; }

    public long Account { get; init; }

    public double Rate { get; init; }

    public bool Secured { get; init; }

    public bool? Insured { get; init; }

    public LoanPurpose Purpose { get; init; }

    public LoanPurpose? Former { get; init; }

    public DateTime Requested { get; init; }

    public DateTime? Decided { get; init; }

    public DateOnly Due { get; init; }

    public DateOnly? Paid { get; init; }

    public TimeSpan Notice { get; init; }

    public Guid Number { get; init; }

    public Uri? Site { get; init; }

    public LoanApplicant? Applicant { get; init; }

    public IReadOnlyList<LoanDebt>? Debts { get; init; }

    public IReadOnlyList<string>? Countries { get; init; }

    public IReadOnlyList<int>? Scores { get; init; }
}
