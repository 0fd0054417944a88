using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Tests.Agreement.Pairings;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>What generated rules are written with: names, literals, and the parameters that all of them have.</summary>
internal static class GeneratedSyntax
{
    /// <summary>Parameters that conditions refer to, by name.</summary>
    public static readonly IReadOnlyDictionary<string, JsonValue> Parameters = new Dictionary<string, JsonValue>(StringComparer.Ordinal)
    {
        ["two"] = Digits("2"),
        ["tenth"] = Digits("0.1"),
        ["many"] = Digits("1000000"),
        ["flag"] = new JsonBoolean(default, true),
        ["alpha"] = new JsonText(default, "alpha"),
        ["day"] = new JsonText(default, "2022-01-31"),
        ["month"] = new JsonText(default, "2022-02"),
        ["year"] = new JsonText(default, "2022"),
        ["moment"] = new JsonText(default, "2022-01-10T09:00:00Z"),
        ["term"] = new JsonText(default, "P3M"),
        ["half"] = new JsonText(default, "1/2"),
        ["flags"] = new JsonArray(default, [new JsonBoolean(default, true), new JsonBoolean(default, false)]),
        ["whole numbers"] = new JsonArray(default, [Digits("0"), Digits("1"), Digits("3")]),
        ["decimals"] = new JsonArray(default, [Digits("0.25"), Digits("2"), Digits("1.5")]),
        ["texts"] = new JsonArray(default, [new JsonText(default, "alpha"), new JsonText(default, "gamma")]),
        ["holidays"] = new JsonArray(default, [new JsonText(default, "2022-01-10"), new JsonText(default, "2022-02-28")]),
        ["days"] = new JsonArray(default, [new JsonText(default, "2022-01"), new JsonText(default, "2022-02-28")]),
        ["moments"] = new JsonArray(
            default, [new JsonText(default, "2022-01-10T09:00:00Z"), new JsonText(default, "2022-02-28T00:00:00Z")]),
        ["terms"] = new JsonArray(default, [new JsonText(default, "P1M"), new JsonText(default, "P30D")]),
    };

    /// <summary>What the objects of a parameter are, as every generated vocabulary defines it.</summary>
    public const string Entry = """
        { "type": "object", "properties": { "what": { "type": "string" }, "worth": { "type": "integer", "minimum": 0 },
          "due": { "type": "string", "format": "date" }, "done": { "type": "boolean" },
          "shares": { "type": "array", "items": { "properties": { "part": { "type": "number", "multipleOf": 0.01 } } } } } }
        """;

    /// <summary>The same, as <c>of</c> of a parameter names it.</summary>
    public const string OfEntry = "#/$defs/entry";

    /// <summary>A list of objects: some facts are not stated, some dates are partly known.</summary>
    public const string Ledger = """
        [ { "what": "alpha", "worth": 2, "due": "2022-01-31", "done": true, "shares": [ { "part": 0.25 }, { "part": 1.5 } ] },
          { "what": "gamma", "due": "2022-02", "done": false },
          { "worth": 1, "due": "2022-01-10", "shares": [] } ]
        """;

    public static readonly (string Name, FactType Element)[] ListParameters =
    [
        ("ledger", Vocabulary.Parse(Entry).Root), ("ledger", Vocabulary.Parse(Entry).Root),
        ("flags", new BooleanType()), ("whole numbers", new ExactType(0)), ("decimals", new ExactType(2)), ("texts", new TextType()),
        ("holidays", new DateType()), ("moments", new DateTimeType()), ("terms", new DurationType()),
    ];

    public static bool IsPlain(ConditionSyntax condition) => condition switch
    {
        FactTestsSyntax tests => tests.Tests.All(IsPlain),
        FactTestSyntax test => test.Comparisons.All(c => c.Operand is LiteralSyntax),
        CompositionSyntax composition => composition.Conditions.All(IsPlain),
        NotSyntax not => IsPlain(not.Condition),
        _ => false,
    };

    public static FactTestSyntax Test(string path, ComparisonSyntax comparison) => new(default, Name(path), [comparison], false);

    // A fact that goes by the name of a form cannot stand alone as a key; no generated fact does.
    public static bool CanBeKey(string path) => !ConditionForms.Keywords.Contains(path);

    public static Name Name(string text) => new(text, default);

    public static ParameterOperandSyntax Parameter(string name) => new(default, Name(name));

    public static LiteralSyntax Literal(int number) => new(default, Digits(number.ToString(CultureInfo.InvariantCulture)));

    public static LiteralSyntax Literal(bool value) => new(default, new JsonBoolean(default, value));

    public static JsonNumber Digits(string digits) => new(default, digits);
}
