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
            "// Each condition of a rule is to be seen to decide it: once because it holds, and once because it does not.");
        terminal.Out.WriteLine($"// Of {wanted} of these, the tests that there are show {shown}.");
        if (suggestions.Tests.Count > 0)
        {
            var more = Counts.Number(suggestions.Wanted - suggestions.NotShown.Count - suggestions.Shown);
            terminal.Out.WriteLine($"// {Counts.Of(suggestions.Tests.Count, "test")} would show {more} more.");
            terminal.Out.WriteLine("// What they expect is what the rules say today: see that it is what they ought to say.");
        }

        foreach (var (place, rule, holds, why) in suggestions.NotShown)
        {
            var so = holds ? "as if this always held, and not as if it never did" : "as if this never held, and not as if it always did";
            terminal.Out.WriteLine(OneLine.Of($"// {place}: " + (why is null
                ? $"in no scenario does `{rule}` come out {so}"
                : $"it is not decided whether `{rule}` comes out in some scenario {so}: {why.Reason}")));
        }

        terminal.Out.WriteLine(suggestions.Text.TrimEnd('\n'));
    }
}
