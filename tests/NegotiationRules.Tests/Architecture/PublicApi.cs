using System.Reflection;
using NegotiationRules.Tests.Support;
using PublicApiGenerator;

namespace NegotiationRules.Tests.Architecture;

/// <summary>What users of an assembly see, against what was approved: a change of it is seen in review.</summary>
internal static class PublicApi
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    /// <summary>Compares with <c>tests/PROJECT.Tests/Architecture/PublicApi.approved.txt</c>.</summary>
    public static void CheckIsApproved(string assembly) => Approved.CheckFile(
        Assembly.Load(assembly).GeneratePublicApi(Options),
        Repository.At($"tests/{assembly}.Tests/Architecture/PublicApi.approved.txt"));
}
