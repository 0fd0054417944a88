using System.CommandLine;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--sample</c> and <c>--seed</c>: whether a share that cannot be counted is estimated, and from what.</summary>
internal sealed class SamplingOptions
{
    private readonly Option<int?> _number = new("--sample")
    {
        HelpName = "NUMBER",
        Description = "Where it cannot be counted within the limits, estimate it from so many scenarios drawn at random "
            + "[default: no estimate]",
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        HelpName = "NUMBER",
        Description = "From what they are drawn: for the same number the same ones, everywhere [default: 1]",
    };

    public void AddTo(Command command)
    {
        command.Add(_number);
        command.Add(_seed);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_number)?.Tokens is [var number] && !(int.TryParse(number.Value, out var samples) && samples > 0))
            {
                result.AddError($"--sample takes a whole number above 0, not `{number.Value}`");
            }
            else if (result.GetResult(_seed) is not null && result.GetResult(_number) is null)
            {
                result.AddError("--seed is for --sample: give both, or leave it out");
            }
        });
    }

    /// <summary>The options with what was typed.</summary>
    public ShareOptions In(ShareOptions options, ParseResult arguments) => options with
    {
        Samples = arguments.GetValue(_number) ?? 0,
        Seed = arguments.GetValue(_seed) ?? options.Seed,
    };
}
