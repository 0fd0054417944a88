using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NegotiationRules.Cli.Sweeping;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--sample</c>, <c>--seed</c> and <c>--method</c>: how many scenarios are drawn, and how.</summary>
internal sealed class SweepSampleOptions
{
    private readonly Option<string?> _number = new("--sample")
    {
        HelpName = "NUMBER",
        Description = "Draw so many scenarios (1e6 is a million) [default: every combination once]",
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        HelpName = "NUMBER",
        Description = "From what they are drawn: for the same number the same ones, everywhere [default: 1]",
    };

    private readonly Option<string?> _method = new Option<string?>("--method")
    {
        HelpName = "METHOD",
        Description = "How they are drawn: latin-hypercube, sobol or random [default: latin-hypercube]",
    }.OnlyOneOf([.. SweepNames.Methods.Keys]);

    public void AddTo(Command command)
    {
        command.Add(_number);
        command.Add(_seed);
        command.Add(_method);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_number)?.Tokens is [var number] && Number(number.Value) is null)
            {
                result.AddError($"--sample takes a whole number above 0, such as 1000000 or 1e6, not `{number.Value}`");
            }
            else if (result.GetResult(_number) is null)
            {
                foreach (var option in (Option[])[_seed, _method])
                {
                    if (result.GetResult(option) is not null)
                    {
                        result.AddError($"{option.Name} is for --sample: give both, or leave it out");
                    }
                }
            }
        });
    }

    /// <summary>The options with what was typed.</summary>
    public SweepOptions In(SweepOptions options, ParseResult arguments) => options with
    {
        Samples = Number(arguments.GetValue(_number)) ?? 0,
        Seed = arguments.GetValue(_seed) ?? options.Seed,
        Method = arguments.GetValue(_method) is { } method ? SweepNames.Methods[method] : options.Method,
    };

    private static long? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= long.MaxValue && decimal.Truncate(number) == number
            ? (long)number : null;
}
