using DynamicExpresso;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks.Peers;

/// <summary>The ten rules as C# expressions that DynamicExpresso compiles.</summary>
internal static class DynamicExpressoRules
{
    private static readonly string[] Expressions =
    [
        """s.Parties.All(p => p.Delegates.Any(d => d.Role == "military"))""",
        """s.Parties.All(p => p.Delegates.Any(d => d.Role == "diplomat"))""",
        "s.Agreement.Written && s.Agreement.LegallyBinding",
        "s.Agreement.TermYears >= 10",
        "s.Agreement.DraftPublished",
        "s.Talks.AnnouncedParticipants",
        "s.Talks.StartDate >= new DateOnly(2022, 1, 1) && s.Talks.StartDate <= new DateOnly(2022, 1, 31)",
        "venues.Contains(s.Talks.Venue)",
        "!s.Conduct.NewSanctions || (s.Talks.Mediated && s.Trust >= 50)",
        """s.Conduct.ArmsDeliveries <= 3 && s.Agreement.Guarantees.Contains("no-first-deployment")""",
    ];

    public static Func<Situation, bool>[] Compile()
    {
        var interpreter = new Interpreter(InterpreterOptions.Default | InterpreterOptions.LambdaExpressions)
            .Reference(typeof(DateOnly))
            .SetVariable("venues", new HashSet<string> { "Geneva", "Vienna", "Helsinki", "Brussels", "New York" });
        return [.. Expressions.Select(e => interpreter.ParseAsDelegate<Func<Situation, bool>>(e, "s"))];
    }
}
