using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Arrow.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Arrow");
}
