using System.Globalization;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Fuzz;

/// <summary>What is twice as long takes no more than about twice the memory to convert, in either direction.</summary>
/// <remarks>Not what is twice as deep, once it is deep: its lines are moved in further and further, up to the depth that is read.</remarks>
public sealed class ConversionGrowthTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse(
        """
        { "properties": { "n": { "type": "integer" }, "flag": { "type": "boolean" }, "t": { "type": "string" },
          "list": { "items": { "properties": { "x": { "type": "integer" } } } } } }
        """
    );

    public static TheoryData<string, int> Expressions => new()
    {
        { "terms of and", 300 },
        { "terms of or", 300 },
        { "choices", 40 },
        { "Where after Where", 10 },
        { "Any inside Any", 8 },
        { "values", 500 },
        { "rules", 200 },
    };

    public static TheoryData<string, int> Rules => new()
    {
        { "rules", 200 },
        { "parts", 300 },
        { "values", 500 },
        { "names that use one another twice", 10 },
        { "some inside some", 8 },
    };

    [Theory]
    [MemberData(nameof(Expressions))]
    public void WorkflowsBecomeRules(string form, int number) =>
        Growth.IsAtMost(
            2.6,
            number,
            2 * number,
            size => WorkflowOf(form, size),
            text => Assert.NotEmpty(WorkflowFile.Parse(text).Workflows[0].ToRuleFile("v.vocabulary.json"))
        );

    [Theory]
    [MemberData(nameof(Rules))]
    public void RulesBecomeWorkflows(string form, int number) =>
        Growth.IsAtMost(
            2.6,
            number,
            2 * number,
            size => RuleSet.Parse(RulesOf(form, size), new RuleSetOptions { Vocabulary = Facts }),
            rules => Assert.NotEmpty(WorkflowWriter.Write(rules).Json)
        );

    private static string WorkflowOf(string form, int number) =>
        form switch
        {
            "terms of and" => OneRule(Joined(number, " && ", i => $"input1.n > {i}")),
            "terms of or" => OneRule(Joined(number, " || ", i => $"input1.n == {i}")),
            "choices" => OneRule($"{Joined(number, " ", i => $"input1.n == {i} ? true :")} false"),
            "Where after Where" => OneRule($"input1.list{Joined(number, "", i => $".Where(x => x.x > {i})")}.Count() > 3"),
            "Any inside Any" => OneRule(
                $"{Joined(number, "", i => $"input1.list.Any(a{i} => ")}a0.x == 5{new string(')', number)}"
            ),
            "values" => OneRule($"new[] {{ {Joined(number, ", ", i => $"{i}")} }}.Contains(input1.n)"),
            _ => Workflow(Joined(number, ", ", i => Rule($"r{i}", $"input1.n > {i}"))),
        };

    private static string OneRule(string expression) => Workflow(Rule("r", expression));

    private static string Rule(string name, string expression) => $$"""{ "RuleName": "{{name}}", "Expression": "{{expression}}" }""";

    private static string Workflow(string rules) => $$"""{ "WorkflowName": "w", "Rules": [ {{rules}} ] }""";

    private static string RulesOf(string form, int number)
    {
        var (conditions, rules) = form switch
        {
            "rules" => ("", Joined(number, ", ", i => Require($"r{i}", $$"""{ "n": {{i}} }"""))),
            "parts" => ("", Require("r", $$"""{ "any": [ {{Joined(number, ", ", i => $$"""{ "n": {{i}} }""")}} ] }""")),
            "values" => ("", Require("r", $$"""{ "t": { "in": [ {{Joined(number, ", ", i => $"\"v{i}\"")}} ] } }""")),
            "some inside some" => (
                "",
                Require(
                    "r",
                    Joined(number, "", i => $$"""{ "some": "list", "as": "a{{i}}", "where": """)
                        + """{ "a0.x": 5 }"""
                        + Joined(number, "", _ => " }")
                )
            ),
            _ => (
                $$""" "c0": { "flag": true }, {{Joined(number, ", ", Named)}} """,
                Require("r", $$"""{ "condition": "c{{number}}" }""")
            ),
        };
        return $$"""{ "name": "a", "stages": ["s"], "conditions": { {{conditions}} }, "rules": [ {{rules}} ] }""";
    }

    private static string Named(int i) =>
        $$""" "c{{i + 1}}": { "all": [ { "condition": "c{{i}}" }, { "not": { "condition": "c{{i}}" } } ] }""";

    private static string Require(string id, string condition) => $$"""{ "id": "{{id}}", "require": {{condition}} }""";

    private static string Joined(int number, string separator, Func<int, string> text) =>
        string.Join(separator, Enumerable.Range(0, number).Select(i => string.Create(CultureInfo.InvariantCulture, $"{text(i)}")));
}
