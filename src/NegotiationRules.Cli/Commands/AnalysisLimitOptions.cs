using System.CommandLine;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--time</c> and <c>--nodes</c>: how much work a question that counts scenarios may be.</summary>
internal sealed class AnalysisLimitOptions
{
    private readonly TimeOption _time = new();

    private readonly Option<long> _nodes = new("--nodes")
    {
        HelpName = "NUMBER",
        Description = "In how many parts may be counted",
        DefaultValueFactory = _ => AnalysisLimits.Default.Nodes,
    };

    public AnalysisLimitOptions() => _nodes.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && !(long.TryParse(token.Value, out var nodes) && nodes > 0))
        {
            result.AddError($"--nodes takes a whole number above 0, not `{token.Value}`");
        }
    });

    public void AddTo(Command command)
    {
        command.Add(_time);
        command.Add(_nodes);
    }

    public AnalysisLimits Of(ParseResult arguments, CancellationToken stop) =>
        _time.LimitsOf(arguments, stop) with { Nodes = arguments.GetValue(_nodes) };
}
