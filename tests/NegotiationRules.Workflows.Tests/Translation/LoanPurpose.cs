namespace NegotiationRules.Workflows.Tests.Translation;

internal enum LoanPurpose
{
    House,
    Car = 5,
    Study,
}
