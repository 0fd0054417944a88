using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Turns any .NET object into the tree that scenarios are bound from, by its public properties.</summary>
[RequiresUnreferencedCode(ObjectContract.Reflects)]
internal sealed class ObjectTree(PropertyNaming naming, ReadingLimits limits, ScenarioDiagnostics diagnostics)
    : BuiltTree(limits, diagnostics)
{
    protected override JsonValue OfOther(object value)
    {
        var type = value.GetType();
        if (value is Enum)
        {
            return new JsonText(default, EnumTexts.Of(type).TextOf(value));
        }

        return value is Delegate or Type
            ? NotAFact("code")
            : Nested(() => OfPairs(ObjectContract.Of(type, naming).Members.Select(m => (m.Name, m.Read(value)))));
    }
}
