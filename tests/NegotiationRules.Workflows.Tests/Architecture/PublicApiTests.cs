using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.Workflows.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.Workflows");
}
