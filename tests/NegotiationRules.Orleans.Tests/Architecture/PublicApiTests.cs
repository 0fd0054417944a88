using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Orleans.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Orleans");
}
