namespace NegotiationRules.Analysis.Tests.HowMuch;

/// <summary>Small rule sets over facts with few values and with many, made at random.</summary>
internal sealed class Situation
{
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "open": { "type": "boolean" },
            "signed": { "type": "boolean" },
            "form": { "enum": ["treaty", "declaration", "letter"] },
            "years": { "type": "integer", "minimum": 0, "maximum": 200 },
            "months": { "type": "integer", "minimum": 0, "maximum": 90 },
            "rounds": { "type": "integer", "minimum": 1, "maximum": 5 },
            "parties": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "id": { "type": "string" },
                  "agrees": { "type": "boolean" },
                  "votes": { "type": "integer", "minimum": 0, "maximum": 3 }
                }
              }
            }
          }
        }
        """);

    private static readonly (string Path, object[] Values)[] All =
    [
        ("open", [true, false]), ("signed", [true, false]), ("form", ["treaty", "declaration", "letter"]),
        ("years", [.. Enumerable.Range(0, 201).Cast<object>()]), ("months", [.. Enumerable.Range(0, 91).Cast<object>()]),
        ("rounds", [1, 2, 3, 4, 5]),
        ("parties[0].agrees", [true, false]), ("parties[1].agrees", [true, false]), ("parties[0].votes", [0, 1, 2, 3]),
        ("parties[1].votes", [0, 1, 2, 3]),
    ];

    private readonly Random _random;
    private readonly string _text;

    public Situation(Random random, int most)
    {
        _random = random;
        var stage = random.Next(3) == 0 ? $$"""{ "name": "talks", "when": {{Condition(0)}} }""" : "\"talks\"";
        _text = $$"""
            { "name": "situation", "stages": [{{stage}}],
              "rules": [
                { "id": "a", "require": {{Condition(2)}} },
                { "id": "b", {{(random.Next(2) == 0 ? $"\"when\": {Condition(0)}," : string.Empty)}} "require": {{Condition(1)}} },
                { "id": "c", "strength": "expected", "require": {{Condition(0)}} } ] }
            """;
        Rules = RuleSet.Parse(_text, new RuleSetOptions { Vocabulary = Facts });
        Given = Scenario.Parse("""{ "parties": [{ "id": "A" }, { "id": "B" }] }""");
        var product = 1;
        var choices = new List<Choice>();
        foreach (var (path, values) in All.OrderBy(_ => random.Next()))
        {
            if (random.Next(3) > 0 && product * values.Length <= most)
            {
                product *= values.Length;
                choices.Add(new Choice(path, [.. values.Select(value => (value, 1))]));
            }
            else if (random.Next(4) > 0)
            {
                Given = Given.With(path, values[random.Next(values.Length)]);
            }
        }

        Choices = choices;
    }

    public RuleSet Rules { get; }

    public Scenario Given { get; }

    /// <summary>The facts that may have any value.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public override string ToString() => $"{_text}\n{Given}\nfree: {string.Join(' ', Choices.Select(choice => choice.Path))}";

    private string Condition(int depth) => (depth == 0 ? _random.Next(11) : _random.Next(14)) switch
    {
        0 => """{ "open": true }""",
        1 => """{ "signed": false }""",
        2 => """{ "form": { "in": ["treaty", "letter"] } }""",
        3 => $$"""{ "years": { "atLeast": {{_random.Next(201)}} } }""",
        4 => $$"""{ "years": { "between": [{{_random.Next(100)}}, {{_random.Next(100, 190)}}] } }""",
        5 => """{ "months": { "lessThan": { "fact": "years" } } }""",
        6 => $$"""{ "months": { "isNot": {{_random.Next(91)}} } }""",
        7 => """{ "rounds": { "moreThan": 2 } }""",
        8 => """{ "every": "parties", "satisfy": { "agrees": true } }""",
        9 => $$"""{ "sum": "parties.votes", "where": { "agrees": true }, "atLeast": {{_random.Next(7)}} }""",
        10 => """{ "form": { "known": true } }""",
        11 => $$"""{ "not": {{Condition(depth - 1)}} }""",
        12 => $$"""{ "any": [{{Condition(depth - 1)}}, {{Condition(depth - 1)}}] }""",
        _ => $$"""{ "all": [{{Condition(depth - 1)}}, {{Condition(depth - 1)}}] }""",
    };
}
