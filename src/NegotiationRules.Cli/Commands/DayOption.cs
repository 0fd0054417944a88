using System.CommandLine;
using System.CommandLine.Parsing;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary>A day, or a month or a year, of which the first day or the last is meant.</summary>
internal sealed class DayOption : Option<string?>
{
    public DayOption(string name, string description)
        : base(name)
    {
        HelpName = "DAY";
        Description = description;
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !PartialDate.TryParse(token.Value, out _))
            {
                result.AddError($"{name} takes a day, a month or a year, such as 2022-01-31, 2022-01 or 2022, not `{token.Value}`");
            }
        });
    }

    /// <summary>What was typed, if it is one.</summary>
    public PartialDate? DaysIn(CommandResult result) =>
        result.GetValue(this) is { } text && PartialDate.TryParse(text, out var days) ? days : null;
}
