using System.CommandLine;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--most-steps</c>.</summary>
internal sealed class MostStepsOption : Option<long>
{
    public MostStepsOption()
        : base("--most-steps")
    {
        HelpName = "NUMBER";
        Description = "How many steps the evaluation of one scenario may take";
        DefaultValueFactory = _ => WorkLimits.Default.Steps;
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!long.TryParse(token.Value, out var steps) || steps < 1))
            {
                result.AddError($"--most-steps takes a number of at least 1, not `{token.Value}`");
            }
        });
    }

    /// <summary>The limit that was asked for.</summary>
    public WorkLimits Of(ParseResult arguments) => new() { Steps = arguments.GetValue(this) };

    /// <summary>Whether it was typed.</summary>
    public bool IsGiven(ParseResult arguments) => arguments.GetResult(this) is { Implicit: false };
}
