using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>What becomes of each keyword of JSON Schema in a vocabulary.</summary>
internal static class VocabularyKeywords
{
    /// <summary>The keywords that are understood, in the order in which people write them.</summary>
    public static IReadOnlyList<KeywordRow> Table { get; } =
    [
        new("type", SchemaKinds.All, "\"object\"",
            "One type, or one and \"null\". Every fact may be unknown, so \"null\" changes nothing."),
        new("properties", SchemaKinds.Object, """{ "mediated": { "type": "boolean" } }""",
            "The facts of an object, by name."),
        new("items", SchemaKinds.List, """{ "$ref": "#/$defs/delegate" }""",
            "The type of the elements of a list."),
        new("maxItems", SchemaKinds.List, "15",
            "How many elements a list has at the most."),
        new("format", SchemaKinds.Text | SchemaKinds.Time | SchemaKinds.Number, "\"date\"",
            "Of text: `date`, `date-time` or `duration` make it one. Other formats are not checked."),
        new("enum", SchemaKinds.Text, """["written", "oral"]""",
            "The texts a fact may be."),
        new("const", SchemaKinds.Text, "\"written\"",
            "The one text a fact may be."),
        new("minimum", SchemaKinds.Number, "0",
            "The least a number can be; an unknown one is no less."),
        new("maximum", SchemaKinds.Number, "100",
            "The most a number can be; an unknown one is no more."),
        new("multipleOf", SchemaKinds.Number, "0.01",
            "Makes a number exact to this step, a power of ten: 0.01."),
        new("default", SchemaKinds.All, "false",
            "What the fact is where it is not stated."),
        new("$ref", SchemaKinds.All, "\"#/$defs/delegate\"",
            "\"negotiation\", the built-in vocabulary, or a type described in this file: \"#/$defs/delegate\"."),
        new("$defs", SchemaKinds.All, """{ "delegate": { "type": "object" } }""",
            "Types that are referred to, by name."),
        new("definitions", SchemaKinds.All, """{ "delegate": { "type": "object" } }""",
            "Types that are referred to, by name."),
        new("allOf", SchemaKinds.All, """[ { "$ref": "negotiation" } ]""",
            "Parts that together describe one object: this is how a vocabulary is extended."),
        new("anyOf", SchemaKinds.All, """[ { "type": "number" }, { "type": "null" } ]""",
            "One type and { \"type\": \"null\" }."),
        new("oneOf", SchemaKinds.All, """[ { "type": "number" }, { "type": "null" } ]""",
            "One type and { \"type\": \"null\" }."),
        new("title", SchemaKinds.All, "\"term\"",
            "What the fact is called."),
        new("description", SchemaKinds.All, "\"How many years the agreement lasts.\"",
            "What the fact means."),
        new("required", SchemaKinds.All, """["name"]""",
            "Accepted, and means nothing: what is missing is unknown."),
        new("additionalProperties", SchemaKinds.Object, "true",
            "true lets a scenario have further facts here, which no rule can see."),
        new("unevaluatedProperties", SchemaKinds.Object, "true",
            "As `additionalProperties`."),
        new("x-label", SchemaKinds.Object, "\"name\"",
            "The property by which explanations call an object; otherwise name, id, or its first text."),
        new("x-completeBy", SchemaKinds.List, "\"allNamed\"",
            "On a list: the boolean beside it that tells whether the list is complete."),
        new("x-key", SchemaKinds.List, "\"id\"",
            "On a list: the property, or the properties together, by which its elements are told apart. No two have "
            + "the same."),
        new("x-fixed", SchemaKinds.All, "true",
            "For advice: true if the fact stays as it is, \"stated\" if it can be found out but not changed. Of an "
            + "object: all in it. Of a list: which elements it has."),
        new("x-cost", SchemaKinds.All, "2",
            "For advice: what a step costs that makes the fact another, or adds an element to the list; 1 if it is "
            + "not said. Of an object: of each fact in it."),
        new("x-controlledBy", SchemaKinds.All, """{ "fact": "party" }""",
            "For advice: who can make the fact another: a party, or the fact that names it, beside this fact or "
            + "around it."),
    ];

    private static readonly Dictionary<string, KeywordRow> Understood = Table.ToDictionary(row => row.Keyword, StringComparer.Ordinal);

    // Notes for people and for other tools: a scenario means the same without them.
    private static readonly HashSet<string> Notes =
    [
        "$schema", "$id", "id", "$comment", "$anchor", "$vocabulary", "examples", "example", "deprecated", "readOnly",
        "writeOnly", "nullable",
    ];

    // They narrow the values there may be; a scenario that breaks them means what it says all the same.
    private static readonly HashSet<string> Narrowing =
    [
        "pattern", "minLength", "maxLength", "minItems", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum",
        "minProperties", "maxProperties", "propertyNames", "contains", "minContains", "maxContains",
        "dependentRequired", "contentEncoding", "contentMediaType", "contentSchema",
    ];

    private static readonly HashSet<string> Refused =
    [
        "not", "if", "then", "else", "prefixItems", "additionalItems", "unevaluatedItems", "patternProperties",
        "dependentSchemas", "dependencies", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor",
    ];

    private static readonly string[] KnownFormats = ["date", "date-time", "duration"];

    // The formats of JSON Schema and of OpenAPI that say something about a text or a number without changing its type here.
    private static readonly HashSet<string> OtherFormats =
    [
        "time", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "iri",
        "iri-reference", "uri-template", "uuid", "guid", "json-pointer", "relative-json-pointer", "regex", "int8",
        "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double", "decimal", "byte",
        "binary", "password",
    ];

    public static IReadOnlyList<string> Types { get; } = ["object", "array", "string", "number", "integer", "boolean"];

    /// <summary>What other systems call a type, as it is written here; <see langword="null"/> for a word of none of them.</summary>
    public static string? TypeMeant(string word) => word.ToUpperInvariant() switch
    {
        "INT" or "INT32" or "INT64" or "LONG" or "SHORT" or "WHOLE" => "\"integer\"",
        "BOOL" or "FLAG" or "YESNO" => "\"boolean\"",
        "FLOAT" or "DOUBLE" or "REAL" => "\"number\"",
        "DECIMAL" or "MONEY" or "CURRENCY" => "\"number\", with \"multipleOf\": 0.01",
        "TEXT" or "STR" or "CHAR" or "VARCHAR" => "\"string\"",
        "LIST" or "SET" or "COLLECTION" => "\"array\"",
        "DICT" or "MAP" or "DICTIONARY" or "RECORD" or "CLASS" or "STRUCT" => "\"object\"",
        "DATE" or "DAY" => "\"string\", with \"format\": \"date\"",
        "DATETIME" or "DATE-TIME" or "TIMESTAMP" or "INSTANT" => "\"string\", with \"format\": \"date-time\"",
        "DURATION" or "TIMESPAN" => "\"string\", with \"format\": \"duration\"",
        "ENUM" => "\"enum\": [ … ] in its place",
        _ => null,
    };

    public static IReadOnlyList<string> Formats => KnownFormats;

    /// <summary>A keyword that is understood; <see langword="null"/> of any other.</summary>
    public static KeywordRow? Find(string keyword) => Understood.GetValueOrDefault(keyword);

    /// <summary>What a type can be, as far as its own keywords say it; all that there is if they do not.</summary>
    public static SchemaKinds KindsOf(JsonObject schema) =>
        ((schema.Find("type")?.Value as JsonText)?.Value ?? TypeImpliedBy(schema)) switch
        {
            "object" => SchemaKinds.Object,
            "array" => SchemaKinds.List,
            "boolean" => SchemaKinds.Truth,
            "number" or "integer" => SchemaKinds.Number,
            "string" => schema.Find("format")?.Value is JsonText { Value: var format } && KnownFormats.Contains(format)
                ? SchemaKinds.Time : SchemaKinds.Text,
            _ => SchemaKinds.All,
        };

    /// <summary>What a type is.</summary>
    public static SchemaKinds KindOf(FactType type) => type switch
    {
        RecordType => SchemaKinds.Object,
        ListType => SchemaKinds.List,
        TextType => SchemaKinds.Text,
        DateType or DateTimeType or DurationType => SchemaKinds.Time,
        BooleanType => SchemaKinds.Truth,
        _ => SchemaKinds.Number,
    };

    /// <summary>The type of an object that names none, by what else it says; <see langword="null"/> if it describes none by
    /// itself.</summary>
    public static string? TypeImpliedBy(JsonObject schema) =>
        schema.Find("properties") is not null
            || schema.Find("additionalProperties") is not null
            || schema.Find("unevaluatedProperties") is not null
                ? "object"
            : schema.Find("items") is not null ? "array"
            : schema.Find("enum") is not null || schema.Find("const") is not null || schema.Find("format") is not null ? "string"
            : schema.Find("multipleOf") is not null ? "number"
            : null;

    public static bool IsOtherFormat(string format) => OtherFormats.Contains(format);

    /// <summary>What becomes of a keyword, and the keyword that was probably meant if there is no such keyword.</summary>
    public static KeywordUse UseOf(string keyword, out string? meant)
    {
        meant = null;
        if (KnownUseOf(keyword) is var use && use != KeywordUse.Unknown)
        {
            return use;
        }

        // Keywords of other tools begin with `x-` too; only what looks like a slip of the pen is one.
        var isExtension = keyword.StartsWith("x-", StringComparison.Ordinal);
        meant = Spelling.Nearest(keyword, Understood.Keys.Where(k => k.StartsWith("x-", StringComparison.Ordinal) == isExtension));
        return isExtension && meant is null ? KeywordUse.Ignored : KeywordUse.Unknown;
    }

    private static KeywordUse KnownUseOf(string keyword) =>
        Understood.ContainsKey(keyword) ? KeywordUse.Understood
        : Notes.Contains(keyword) ? KeywordUse.Ignored
        : Narrowing.Contains(keyword) ? KeywordUse.NotChecked
        : Refused.Contains(keyword) ? KeywordUse.Refused
        : KeywordUse.Unknown;
}
