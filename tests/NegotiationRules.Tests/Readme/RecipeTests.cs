using System.Text.Json;
using System.Text.RegularExpressions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Readme;

/// <summary>Each recipe of the page of the language is checked without a word, and comes out as it should on facts of its own: once so,
/// once otherwise, once open or not yet due.</summary>
public sealed partial class RecipeTests
{
    private static readonly JsonElement File =
        JsonDocument.Parse(System.IO.File.ReadAllText(Repository.At("tests/NegotiationRules.Tests/Cases/recipes.json"))).RootElement;

    private static readonly Vocabulary Facts = Vocabulary.Parse(File.GetProperty("vocabulary").GetRawText());

    // The condition, or the rule, by the words in front of it.
    private static readonly Dictionary<string, string> Recipes = ReadRecipes();

    public static TheoryData<string> Titles { get; } = [.. Recipes.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void EachRecipeHasCasesAndNoOtherHas() => Assert.Equal(
        Recipes.Keys.Order(StringComparer.Ordinal),
        File.GetProperty("recipes").EnumerateObject().Select(recipe => recipe.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Titles))]
    public void ItComesOutAsItShould(string title)
    {
        var written = Recipes[title];
        var rule = written.Contains("\"require\"", StringComparison.Ordinal) ? written : $$"""{ "id": "it", "require": {{written}} }""";
        var rules = RuleSet.Parse(
            $$"""{ "name": "recipe", "stages": ["stage"], "rules": [{{rule}}] }""", new RuleSetOptions { Vocabulary = Facts });
        Assert.Empty(rules.Warnings);

        var reached = new HashSet<string>(StringComparer.Ordinal);
        foreach (var @case in File.GetProperty("recipes").GetProperty(title).EnumerateArray())
        {
            var facts = @case.GetProperty("facts").GetRawText();
            var outcome = rules.Evaluate(Scenario.Parse(facts)).Rules.Single().Outcome.ToString();
            var expected = @case.GetProperty("expect").GetString()!;
            Assert.True(string.Equals(expected, outcome, StringComparison.OrdinalIgnoreCase), $"{outcome}, not {expected}: {facts}");
            reached.Add(expected);
        }

        Assert.True(reached.Count >= 3, $"only {string.Join(", ", reached)}");
    }

    private static Dictionary<string, string> ReadRecipes()
    {
        var page = ToolTranscript.RepositoryFile("rules/README.md");
        var recipes = Recipe().Matches(page[page.IndexOf("## 8. Recipes\n", StringComparison.Ordinal)..]);
        return recipes.ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value, StringComparer.Ordinal);
    }

    [GeneratedRegex("^\\*\\*(.+?)\\*\\*.*?\n```jsonc\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Recipe();
}
