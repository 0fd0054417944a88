using Microsoft.Extensions.Configuration;

namespace NegotiationRules.Extensions.Settings;

/// <summary>That a rule set was added under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Section">Its section of the configuration; <see langword="null"/> if it was added in code.</param>
internal sealed record HostedRegistration(string Name, IConfigurationSection? Section);
