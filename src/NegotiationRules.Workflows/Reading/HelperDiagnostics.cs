using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What can be wrong with methods of the user's own, and what was assumed of them.</summary>
internal sealed class HelperDiagnostics(DiagnosticBag bag)
{
    private readonly HashSet<string> _told = [];

    /// <param name="at">The call.</param>
    /// <param name="method">The method as it is called.</param>
    /// <param name="meaning">What it is read as, in words.</param>
    /// <param name="arguments">How many arguments it has, with the value that it is called on if there is one.</param>
    public void Assumed(Span at, string method, string meaning, int arguments)
    {
        if (_told.Add(method))
        {
            bag.Warning("NR7271", at, $"`{method}` is read as what methods of that name usually are: {meaning}",
                $"if yours does something else, say what it means: {HelperWords.Said(method, arguments)}");
        }
    }

    public void WrongNumberOfArguments(Span at, string method, int given, int taken) =>
        bag.Error("NR7320", at, $"`{method}` is called with {Count(given)}, and what it is said to mean takes {Count(taken)}",
            $"say what it means for as many as it is called with: {HelperWords.Said(method, given)}");

    public void Empty(Span at, string method) =>
        bag.Error(
            "NR7321", at, $"what `{method}` means is not said",
            $"write an expression, for example {method}=x => x.Level == \"gold\""
        );

    private static string Count(int arguments) => arguments == 1 ? "one argument" : $"{arguments} arguments";
}
