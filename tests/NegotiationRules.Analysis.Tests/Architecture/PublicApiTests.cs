using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Analysis.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Analysis");
}
