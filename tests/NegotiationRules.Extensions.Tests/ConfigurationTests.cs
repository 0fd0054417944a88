using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class ConfigurationTests : IDisposable
{
    private const string Parametered =
        """
        {
          "name": "talks", "stages": ["talks"],
          "parameters": {
            "leastTermYears": 10, "mediated": true, "roles": ["military"], "until": { "type": "date", "value": "2022-01-01" }
          },
          "rules": [
            { "id": "long-term", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } },
            { "id": "mediated", "require": { "talks.mediated": { "is": { "parameter": "mediated" } } } },
            { "id": "in-time", "require": { "asOf": { "onOrBefore": { "parameter": "until" } } } },
            { "id": "roles", "require": {
              "some": "parties", "where": { "some": "delegates", "where": { "role": { "in": { "parameter": "roles" } } } } } }
          ]
        }
        """;

    private readonly RuleFolder _folder = new();

    public ConfigurationTests() => _folder.Write("talks.rules.json", Parametered);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ThePathAloneIsEnough()
    {
        await using var application = await Application.ConfiguredAsync(new() { ["talks"] = _folder.Path });

        Assert.Equal(["talks"], application.Sets.Names);
        Assert.Equal("talks", application.Sets["talks"].Name);
    }

    [Fact]
    public async Task TextsBecomeWhatTheParametersAre()
    {
        await using var application = await Application.ConfiguredAsync(new()
        {
            ["talks:Path"] = _folder.Path,
            ["talks:Parameters:leastTermYears"] = "12",
            ["talks:Parameters:MEDIATED"] = "False",
            ["talks:Parameters:roles:0"] = "military",
            ["talks:Parameters:roles:1"] = "diplomat",
            ["talks:Parameters:until"] = "2023-05-01",
        });

        Assert.Equal(
            ["leastTermYears 12", "mediated false", """roles ["military","diplomat"]""", "until \"2023-05-01\""],
            application.Sets["talks"].Parameters.Select(one => $"{one.Name} {one.Value.Replace(" ", "", StringComparison.Ordinal)}"));
    }

    [Theory]
    [InlineData("leastTermYears", "many", "`NegotiationRules:talks:Parameters:leastTermYears` is `many`, but the parameter "
        + "`leastTermYears` is a number")]
    [InlineData("mediated", "yes", "`NegotiationRules:talks:Parameters:mediated` is `yes`, but the parameter `mediated` is "
        + "`true` or `false`")]
    [InlineData("roles", "military", "`NegotiationRules:talks:Parameters:roles` is `military`, but the parameter `roles` is a list: "
        + "give its values under the keys 0, 1 and so on")]
    [InlineData("leastTermYears:0", "12", "`NegotiationRules:talks:Parameters:leastTermYears` has keys below it, but the parameter "
        + "`leastTermYears` is one value, not a list")]
    [InlineData("leastTermYear", "12", "`NegotiationRules:talks:Parameters:leastTermYear`: the rule set `talks` has no parameter "
        + "`leastTermYear`; did you mean `leastTermYears`?")]
    public async Task AValueThatDoesNotFitIsToldWithItsKey(string key, string value, string message)
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.ConfiguredAsync(
            new() { ["talks:Path"] = _folder.Path, [$"talks:Parameters:{key}"] = value }));

        Assert.Equal($"The rule set `talks` cannot be used:\n{message}", fault.Message);
    }

    [Fact]
    public async Task AValueThatTheRulesRefuseIsToldWithItsKey()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.ConfiguredAsync(
            new() { ["talks:Path"] = _folder.Path, ["talks:Parameters:until"] = "tomorrow" }));

        Assert.StartsWith(
            "The rule set `talks` cannot be used:\nwith the parameters in the configuration (`NegotiationRules:talks:Parameters:until`):\n",
            fault.Message, StringComparison.Ordinal);
        Assert.Contains("tomorrow", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AllThatIsWrongWithTheSettingsIsToldWithItsKeys()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => Application.ConfiguredAsync(new()
        {
            ["talks:Path"] = _folder.Path,
            ["talks:Relode"] = "true",
            ["talks:Poll"] = "sometimes",
            ["talks:Quiet"] = "3",
            ["others:Parameters:a"] = "1",
        }));

        Assert.Equal(
            [
                "`NegotiationRules:others` names no rule file: give its path, as the value or as `NegotiationRules:others:Path`",
                "`NegotiationRules:talks:Poll` is `sometimes`, but it takes `true` or `false`",
                "`NegotiationRules:talks:Quiet` is `3`, but it takes a time such as `00:00:02`",
                "`NegotiationRules:talks:Relode` is no setting of a rule set; did you mean `Reload`?",
            ],
            fault.Failures);
    }

    [Fact]
    public void ASectionThatListsNothingIsAFault()
    {
        var configuration = new ConfigurationManager();

        var fault = Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddNegotiationRules(configuration.GetSection("NegotiationRule")));

        Assert.StartsWith(
            "The configuration `NegotiationRule` lists no rule set: write the name of each with its path, "
                + "such as \"talks\": \"rules/talks\".",
            fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParameterThatChangesInTheConfigurationIsInForce()
    {
        await using var application = await Application.ConfiguredAsync(
            new() { ["talks:Path"] = _folder.Path, ["talks:Quiet"] = "00:00:00.02", ["talks:Parameters:leastTermYears"] = "12" });
        var configuration = (IConfigurationRoot)application.Services.GetRequiredService<IConfiguration>();

        await application.Sets.UntilOthersAsync("talks", () => Set("NegotiationRules:talks:Parameters:leastTermYears", "15"));
        Assert.Equal("15", application.Sets["talks"].Parameters[0].Value);

        Set("NegotiationRules:talks:Parameters:leastTermYears", "many");
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is not null);
        Assert.Equal("15", application.Sets["talks"].Parameters[0].Value);

        Set("NegotiationRules:talks:Relode", "true");
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault!.Contains("Relode", StringComparison.Ordinal));
        Assert.Equal("15", application.Sets["talks"].Parameters[0].Value);

        void Set(string key, string value)
        {
            configuration[key] = value;
            configuration.Reload();
        }
    }
}
