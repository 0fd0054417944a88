namespace NegotiationRules.Workflows.Tests.Translation;

internal sealed record LoanApplicant
{
    public string? Name { get; init; }

    public string? NameAtBirth { get; init; }

    public string? Country { get; init; }

    public int Age { get; init; }

    public int? Children { get; init; }

    public decimal Income { get; init; }

    public LoanApplicant? Partner { get; init; }
}
