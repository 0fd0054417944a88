using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>The same as <see cref="ScenarioJsonConverter"/>, for Newtonsoft's serializer.</summary>
/// <remarks>That reads a number with decimals as a <see cref="double"/> unless its settings say otherwise: of more than 17 digits some are
/// lost then.</remarks>
internal sealed class ScenarioNewtonsoftConverter : NewtonsoftTreeConverter<Scenario>
{
    protected override JsonValue TreeOf(Scenario value) => value.Root;

    protected override Scenario Read(string json)
    {
        try
        {
            return Scenario.Parse(json);
        }
        catch (ScenarioException fault)
        {
            throw new FormatException(fault.Message, fault);
        }
    }
}
