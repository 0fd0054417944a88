using System.Globalization;
using System.Text;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The ten rules as a rule set, and larger sets of the same rules with other constants.</summary>
public static class TenRules
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Workload");

    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder, "ten-rules.rules.json"));

    public static Vocabulary Vocabulary { get; } = Vocabulary.Load(Path.Combine(Folder, "situation.vocabulary.json"));

    public static RuleSetOptions Options { get; } = new() { Vocabulary = Vocabulary };

    public static RuleSet Load() => RuleSet.Parse(Text, Options);

    /// <summary>A bit for each rule that is satisfied, in the order of the rule file: what <see cref="HandWritten.Evaluate"/>
    /// gives.</summary>
    public static int BitsOf(Verdict verdict)
    {
        var bits = 0;
        for (var i = 0; i < verdict.Rules.Count; i++)
        {
            bits |= verdict.Rules[i].Outcome == RuleOutcome.Satisfied ? 1 << i : 0;
        }

        return bits;
    }

    /// <summary>The text of a rule file with so many rules: the ten, over and over, each time with other thresholds, days and
    /// words.</summary>
    public static string Generate(int rules)
    {
        var text = new StringBuilder("{ \"name\": \"generated\", \"stages\": [\"talks\"], \"rules\": [\n");
        for (var i = 0; i < rules; i++)
        {
            text.Append(i == 0 ? "  " : ",\n  ")
                .Append(CultureInfo.InvariantCulture, $"{{ \"id\": \"rule-{i}\", \"require\": {Condition(i % 10, i / 10)} }}");
        }

        return text.Append("\n] }\n").ToString();
    }

    private static string Condition(int form, int n) =>
        form switch
        {
            0 =>
                $$"""
                    { "every": "Parties",
                        "satisfy": { "some": "Delegates", "where": { "Role": "{{Role(n)}}", "Rank": { "atLeast": {{n % 7}} } } } }
                    """,
            1 =>
                $$"""
                    { "some": "Parties",
                        "where": { "some": "Delegates", "where": { "Role": "{{Role(n + 1)}}", "Rank": { "atMost": {{n % 9}} } } } }
                    """,
            2 => """{ "Agreement.Written": true, "Agreement.LegallyBinding": true }""",
            3 => $$"""{ "Agreement.TermYears": { "atLeast": {{n % 50}} } }""",
            4 => $$"""{ "any": [ { "Agreement.DraftPublished": true }, { "Agreement.TermYears": { "lessThan": {{n % 31}} } } ] }""",
            5 => $$"""{ "Talks.AnnouncedParticipants": true, "Trust": { "moreThan": {{n % 90}} } }""",
            6 => $$"""{ "Talks.StartDate": { "onOrAfter": "2022-{{(n % 12) + 1:00}}-{{(n % 28) + 1:00}}" } }""",
            7 => $$"""{ "Talks.Venue": { "in": ["Geneva", "Venue {{n % 100}}"] } }""",
            8 => $$"""{ "any": [ { "Conduct.NewSanctions": false }, { "Talks.Mediated": true, "Trust": { "atLeast": {{n % 100}} } } ] }""",
            _ =>
                $$"""
                    { "Conduct.ArmsDeliveries": { "atMost": {{n % 20}} },
                        "Agreement.Guarantees": { "contains": "guarantee-{{n % 40}}" } }
                    """,
        };

    private static string Role(int n) => (n % 4) switch { 0 => "military", 1 => "diplomat", 2 => "legal", _ => "economic" };
}
