using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Extensions.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Extensions");
}
