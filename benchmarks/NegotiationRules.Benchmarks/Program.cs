using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using NegotiationRules.Benchmarks;
using NegotiationRules.Benchmarks.Workload;

if (args is ["growth"])
{
    new GrowthOfCost(Console.Out).Write();
    return;
}

// Raw results go where build output goes; a report worth keeping is copied beside its benchmark and committed.
// A busy machine takes longer to build than the two minutes that are waited otherwise.
var config = DefaultConfig.Instance
    .WithArtifactsPath(Path.Combine(".artifacts", "benchmarks"))
    .WithBuildTimeout(TimeSpan.FromMinutes(15))
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60));

BenchmarkSwitcher.FromAssembly(typeof(TenRules).Assembly).Run(args, config);
