using NegotiationRules.Tests.Architecture;

namespace NegotiationRules.RulesEngine.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() => PublicApi.CheckIsApproved("NegotiationRules.RulesEngine");
}
