using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationRules;

namespace Samples;

/// <summary>Judges the scenarios in a folder, and again when their verdict is another: because they have changed, or the rules.</summary>
internal sealed partial class Judge(IRuleSets sets, IConfiguration configuration, IHostEnvironment host, ILogger<Judge> logger)
    : BackgroundService
{
    private readonly Dictionary<string, string> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var inbox = Path.Combine(host.ContentRootPath, configuration["Inbox"] ?? "inbox");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        do
        {
            foreach (var file in Directory.GetFiles(inbox, "*.scenario.json"))
            {
                var verdict = JudgeFile(file);
                if (_told.GetValueOrDefault(file) != verdict)
                {
                    _told[file] = verdict;
                    LogVerdict(Path.GetFileName(file), verdict);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // A scenario with a fault is somebody's mistake, and no reason to stop.
    private string JudgeFile(string file)
    {
        try
        {
            return sets.Evaluate("talks", Scenario.Load(file)).Explain().ToString();
        }
        catch (ScenarioException fault)
        {
            return fault.Message;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Scenario}\n{Verdict}")]
    private partial void LogVerdict(string scenario, string verdict);
}
