using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace NegotiationRules.Cli.ModelContext;

/// <summary>A command of ours as a tool for an assistant.</summary>
/// <param name="Name">The command.</param>
/// <param name="Title">What people see.</param>
/// <param name="Description">What it does, and when to use it.</param>
/// <param name="Parameters">What it is given.</param>
internal sealed record AssistantTool(string Name, string Title, string Description, IReadOnlyList<AssistantTool.Parameter> Parameters)
{
    private static readonly Parameter Rules = new(
        "rules", "string", "A .rules.json file, or a folder that holds one, by its path within the root folder", IsRequired: true);

    private static readonly Parameter Scenario = new(
        "scenario", "string", "A .scenario.json file by its path, or a name in the folder `scenarios` beside the rules; this or `facts`");

    private static readonly Parameter Facts = new(
        "facts", "object", "The facts of the scenario themselves, as a scenario file has them; what is left out is unknown, not false");

    private static readonly Parameter Values = new(
        "set", "object", "Other values for parameters of the rules, such as { \"leastTermYears\": 15 }");

    private static readonly Parameter Format = new("format", "string", "How to answer: text (default) or json", Words: ["text", "json"]);

    public static readonly IReadOnlyList<AssistantTool> All =
    [
        new("check", "Check files", "Lists all that is wrong with rule, scenario, tests and vocabulary files, with place and cure.",
            [new("path", "string", "A file or a folder, by its path within the root folder", IsRequired: true)]),
        new("evaluate", "Evaluate a scenario",
            "Gives the verdict of rules on a scenario: the outcome of each stage (valid, invalid, undetermined), what blocks it and why, "
                + "and what is not known. Ask this instead of working a verdict out.",
            [Rules, Scenario, Facts, Values, Format]),
        new("explain", "Explain a verdict", "Tells why a verdict is what it is, down to the element that decides.",
            [Rules, Scenario, Facts, Values, new("all", "boolean", "Tell everything, also what did not change the answer")]),
        new("advise", "Tell what it would take",
            "Tells the smallest changes to a scenario that make a stage valid, each evaluated, or what to find out first; or why there are "
                + "none.",
            [
                Rules, Scenario, Facts, Values, Format,
                new("stage", "string", "Only this stage"),
                new("by", "string", "Only what this party can do"),
            ]),
        new("describe", "Tell what rules say", "Tells in plain words (Markdown) what rules say.", [Rules, Values]),
    ];

    /// <summary>As the protocol has it.</summary>
    public Tool Declared => new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = JsonDocument.Parse(Schema.ToJsonString()).RootElement,
        Annotations = new ToolAnnotations { ReadOnlyHint = true, IdempotentHint = true, OpenWorldHint = false, DestructiveHint = false },
    };

    private JsonObject Schema => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)parameter.Schema))),
        ["required"] = new JsonArray([.. Parameters.Where(p => p.IsRequired).Select(p => (JsonNode)p.Name)]),
        ["additionalProperties"] = false,
    };

    /// <summary>What a tool is given.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its type in JSON.</param>
    /// <param name="Description">What it means.</param>
    /// <param name="IsRequired">Whether it may not be left out.</param>
    /// <param name="Words">What it can be; <see langword="null"/> for anything of the type.</param>
    internal sealed record Parameter(string Name, string Type, string Description, bool IsRequired = false, string[]? Words = null)
    {
        public JsonObject Schema
        {
            get
            {
                var schema = new JsonObject { ["type"] = Type, ["description"] = Description };
                if (Words is not null)
                {
                    schema["enum"] = new JsonArray([.. Words.Select(word => (JsonNode)word)]);
                }

                return schema;
            }
        }

        /// <summary>What is wrong with a value; <see langword="null"/> if nothing is.</summary>
        public string? FaultOf(JsonElement value)
        {
            var isOfType = Type switch
            {
                "string" => value.ValueKind == JsonValueKind.String,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                _ => value.ValueKind == JsonValueKind.Object,
            };
            return !isOfType ? $"`{Name}` must be {(Type == "object" ? "an" : "a")} {Type}"
                : Words is not null && !Words.Contains(value.GetString()) ? $"`{Name}` must be one of {string.Join(", ", Words)}"
                : null;
        }
    }
}
