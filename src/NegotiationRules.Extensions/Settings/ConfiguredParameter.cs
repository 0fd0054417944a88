using Microsoft.Extensions.Configuration;

namespace NegotiationRules.Extensions.Settings;

/// <summary>A parameter's value as configuration has it: a text, or a list of texts.</summary>
/// <param name="Key">The whole key of the configuration.</param>
/// <param name="Name">The name, as the key spells it.</param>
/// <param name="Text">The text; <see langword="null"/> if it is a list.</param>
/// <param name="Items">What is below it, in order.</param>
internal sealed record ConfiguredParameter(string Key, string Name, string? Text, IReadOnlyList<ConfiguredParameter> Items)
{
    public static ConfiguredParameter Of(IConfigurationSection section) =>
        new(section.Path, section.Key, section.Value, [.. section.GetChildren().Select(Of)]);
}
