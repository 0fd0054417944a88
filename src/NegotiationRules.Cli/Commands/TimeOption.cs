using System.CommandLine;
using System.Globalization;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--time</c>: how long a question may take.</summary>
internal sealed class TimeOption : Option<double>
{
    private const double MostSeconds = 1_000_000;

    public TimeOption(string description = "How long each scenario may take; what is not found out by then is listed")
        : base("--time")
    {
        HelpName = "SECONDS";
        Description = description;
        DefaultValueFactory = _ => AnalysisLimits.Default.Time.TotalSeconds;
        Validators.Add(result =>
        {
            if (result.Tokens is [var token]
                && !(double.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds))
            {
                result.AddError($"--time takes a number of seconds above 0, not `{token.Value}`");
            }
        });
    }

    /// <summary>The limit that was asked for.</summary>
    public AnalysisLimits LimitsOf(ParseResult arguments, CancellationToken stop) =>
        new() { Time = TimeSpan.FromSeconds(arguments.GetValue(this)), CancellationToken = stop };
}
