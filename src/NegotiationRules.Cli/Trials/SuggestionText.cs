using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Trials;

/// <summary>Prints tests that are missing as a tests file, with what there is to say of them in comments.</summary>
internal static class SuggestionText
{
    public static void Print(TestSuggestions suggestions, Terminal terminal)
    {
        var (shown, wanted) = (Counts.Number(suggestions.Shown), Counts.Number(suggestions.Wanted));
        terminal.Out.WriteLine(
            $"// {shown} of {wanted}: so often a test shows that a rule hangs on one of its conditions, which holds or does not.");
        if (suggestions.Tests.Count > 0)
        {
            var more = Counts.Number(suggestions.Wanted - suggestions.NotShown.Count - suggestions.Shown);
            terminal.Out.WriteLine($"// {Counts.Of(suggestions.Tests.Count, "test")} would show {more} more.");
            terminal.Out.WriteLine("// What they expect is what the rules say today: see that it is what they ought to say.");
        }

        foreach (var (place, rule, holds, why) in suggestions.NotShown)
        {
            terminal.Out.WriteLine(OneLine.Of(
                $"// {place}: {(why is null ? "no scenario" : "perhaps a scenario")} shows that `{rule}` hangs on this and it "
                    + $"{(holds ? "holds" : "does not hold")}{(why is null ? string.Empty : $": {why}")}"));
        }

        terminal.Out.WriteLine(suggestions.Text.TrimEnd('\n'));
    }
}
