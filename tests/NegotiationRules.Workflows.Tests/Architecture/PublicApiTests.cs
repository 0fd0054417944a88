using System.Reflection;
using NegotiationRules.Tests.Architecture;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() =>
        Approved.CheckFile(
            ApiPrinter.Print(Assembly.Load("NegotiationRules.Workflows")),
            Repository.At("tests/NegotiationRules.Workflows.Tests/Architecture/PublicApi.approved.txt"));
}
