using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class StartTests : IDisposable
{
    private const string Misspelt =
        """
        {
          "name": "talks", "stages": ["talks"],
          "rules": [{ "id": "a", "require": { "agreement.termYear": 1, "talks.mediatd": true } }]
        }
        """;

    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFaultyRuleFileStopsTheStartWithItsWholeReport()
    {
        var path = _folder.Write("talks.rules.json", Misspelt);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.OfTalksAsync(path));

        var report = Assert.Throws<RuleFileException>(() => RuleSet.Load(path)).Message;
        Assert.Equal(2, report.Split("help:").Length - 1);
        Assert.Equal($"The rule set `talks` cannot be used:\n{report}", fault.Message);
    }

    [Fact]
    public async Task AllFaultyRuleSetsAreReportedAtOnce()
    {
        var path = _folder.Write("talks.rules.json", Misspelt);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => Application.StartAsync(services =>
            services.AddNegotiationRules("talks", path).AddNegotiationRules("none", _folder.At("none.rules.json"))));

        Assert.Contains("`talks` cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.Contains("`none` cannot be used", fault.Message, StringComparison.Ordinal);
        Assert.Contains("there is no such file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultyRuleFileDoesNotStopTheStartWhereItShallNot()
    {
        _folder.Write("talks.rules.json", Misspelt);
        await using var application = await Application.OfTalksAsync(_folder.Path, options => options.FaultStopsStart = false);

        var fault = Assert.Throws<InvalidOperationException>(() => application.Sets["talks"]);
        var message = Assert.Single(application.Messages.All);
        Assert.Equal($"The rule set `talks` cannot be used:\n{application.Sets.GetStatus("talks").Fault}", fault.Message);
        Assert.Equal(4, message.Id);
        Assert.EndsWith(application.Sets.GetStatus("talks").Fault!, message.Text, StringComparison.Ordinal);

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.Talks));

        Assert.Equal("10", application.Sets.LeastYears());
        Assert.Null(application.Sets.GetStatus("talks").Fault);
        Assert.Equal(0, application.Sets.GetStatus("talks").Reloads);
    }

    [Fact]
    public async Task OptionsThatMakeNoSenseAlwaysStopTheStart()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => Application.OfTalksAsync(_folder.Path, options =>
        {
            options.FaultStopsStart = false;
            options.PollInterval = TimeSpan.Zero;
            options.Quiet = TimeSpan.FromSeconds(-1);
        }));

        Assert.Equal(
            [
                "`PollInterval` of the rule set `talks` is 00:00:00, but it has to be more than nothing",
                "`Quiet` of the rule set `talks` is -00:00:01, but it cannot be less than nothing",
            ],
            fault.Failures);
    }

    [Fact]
    public async Task WarningsOfTheFilesAreLogged()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks.Replace("10 }", "10, \"unused\": 1 }", StringComparison.Ordinal));
        await using var application = await Application.OfTalksAsync(_folder.Path);

        Assert.Contains(application.Messages.All, one => one.Id == 5 && one.Text.Contains("`unused`", StringComparison.Ordinal));
    }
}
