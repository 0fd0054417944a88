using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Generation.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Generation");
}
