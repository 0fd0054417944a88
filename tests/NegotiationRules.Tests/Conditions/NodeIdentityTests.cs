using System.Reflection;
using NegotiationRules.Conditions;

namespace NegotiationRules.Tests.Conditions;

/// <summary>Conditions and operands are compared and hashed by what they are, not by what they are made of: that would walk over every way
/// through the graph.</summary>
public sealed class NodeIdentityTests
{
    public static TheoryData<Type> Nodes => [.. typeof(Condition).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(Condition)) || type.IsSubclassOf(typeof(Operand))))];

    [Theory]
    [MemberData(nameof(Nodes))]
    public void ANodeIsItselfAndNothingElse(Type node)
    {
        foreach (
            var method in node.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                .Where(m => m.Name is nameof(Equals) or nameof(GetHashCode))
        )
        {
            Assert.Equal(typeof(object), method.DeclaringType);
        }
    }

    [Fact]
    public void AllNodesAreLookedAt() => Assert.True(Nodes.Count >= 20);
}
