namespace NegotiationRules.Facts;

/// <summary>What becomes of each keyword of JSON Schema in a vocabulary.</summary>
internal static class VocabularyKeywords
{
    private static readonly HashSet<string> Understood =
    [
        "type", "properties", "items", "maxItems", "format", "enum", "const", "minimum", "maximum", "multipleOf",
        "default", "$ref", "$defs", "definitions", "allOf", "anyOf", "oneOf", "title", "description", "required",
        "additionalProperties", "unevaluatedProperties", "x-label", "x-completeBy",
        "x-key", "x-fixed", "x-cost", "x-controlledBy",
    ];

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
        meant = Text.Spelling.Nearest(keyword, Understood.Where(k => k.StartsWith("x-", StringComparison.Ordinal) == isExtension));
        return isExtension && meant is null ? KeywordUse.Ignored : KeywordUse.Unknown;
    }

    private static KeywordUse KnownUseOf(string keyword) =>
        Understood.Contains(keyword) ? KeywordUse.Understood
        : Notes.Contains(keyword) ? KeywordUse.Ignored
        : Narrowing.Contains(keyword) ? KeywordUse.NotChecked
        : Refused.Contains(keyword) ? KeywordUse.Refused
        : KeywordUse.Unknown;
}
