using Microsoft.Extensions.Options;

namespace NegotiationRules.Extensions.Settings;

/// <summary>Whether the options of a rule set make sense, before any file is read.</summary>
internal sealed class OptionsCheck(IEnumerable<HostedRegistration> registrations) : IValidateOptions<HostedRuleSetOptions>
{
    public ValidateOptionsResult Validate(string? name, HostedRuleSetOptions options)
    {
        if (!registrations.Any(one => one.Name == name))
        {
            return ValidateOptionsResult.Skip;
        }

        var faults = new List<string>(options.Faults);
        if (options.Path.Length == 0 && faults.Count == 0)
        {
            faults.Add($"the rule set `{name}` has no `{nameof(options.Path)}`: name its rule file, or the folder that holds it");
        }

        if (options.PollInterval <= TimeSpan.Zero)
        {
            faults.Add($"`{nameof(options.PollInterval)}` of the rule set `{name}` is {options.PollInterval}, "
                + "but it has to be more than nothing");
        }

        if (options.Quiet < TimeSpan.Zero)
        {
            faults.Add($"`{nameof(options.Quiet)}` of the rule set `{name}` is {options.Quiet}, but it cannot be less than nothing");
        }

        if (options.FetchTimeout <= TimeSpan.Zero && options.FetchTimeout != Timeout.InfiniteTimeSpan)
        {
            faults.Add($"`{nameof(options.FetchTimeout)}` of the rule set `{name}` is {options.FetchTimeout}, "
                + "but it has to be more than nothing");
        }

        if (options is { Files: not null, AsyncFiles: not null })
        {
            faults.Add($"the rule set `{name}` has both `{nameof(options.Files)}` and `{nameof(options.AsyncFiles)}`: its files are either "
                + "read or fetched");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
