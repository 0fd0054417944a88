namespace NegotiationRules.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules");
}
