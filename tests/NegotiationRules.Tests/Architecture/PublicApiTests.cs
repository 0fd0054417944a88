using System.Reflection;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Architecture;

public sealed class PublicApiTests
{
    [Fact]
    public void ThePublicApiIsTheApprovedOne() =>
        Approved.CheckFile(
            ApiPrinter.Print(Assembly.Load("NegotiationRules")),
            Repository.At("tests/NegotiationRules.Tests/Architecture/PublicApi.approved.txt"));
}
