using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.AspNetCore.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.AspNetCore");
}
