using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using NegotiationRules.Benchmarks.Workload;

// Raw results go where build output goes; a report worth keeping is copied beside its benchmark and committed.
var config = DefaultConfig.Instance.WithArtifactsPath(Path.Combine(".artifacts", "benchmarks"));

BenchmarkSwitcher.FromAssembly(typeof(TenRules).Assembly).Run(args, config);
