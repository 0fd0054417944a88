using System.CommandLine;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Schemas;
using NegotiationRules.Schemas;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate schema</c>: JSON Schemas, for editors.</summary>
internal sealed class SchemaCommand : ToolCommand
{
    private static readonly Dictionary<string, Func<Vocabulary, JsonObject>> WithFacts = new(StringComparer.Ordinal)
    {
        ["rules"] = RuleSchema.Of,
        ["scenario"] = ScenarioSchema.Of,
        ["tests"] = TestsSchema.Of,
    };

    private readonly Argument<string> _kind = new Argument<string>("KIND")
    {
        HelpName = "KIND",
        Description = "Which files: rules, scenario, tests, vocabulary, analysis or explanation",
    }.OnlyOneOf([.. ShippedSchema.Kinds]);

    private readonly Option<string?> _vocabulary = new("--vocabulary")
    {
        HelpName = "FILE",
        Description = "A .vocabulary.json, or `negotiation`: the editor then completes its facts and the texts they may be",
    };

    private readonly OutputOption _output = new();

    public SchemaCommand()
        : base(
            "schema", "Prints a JSON Schema, for completion in an editor.", "the vocabulary has errors",
            "rules --vocabulary negotiation --output rules.schema.json"
        )
    {
        Add(_kind);
        Add(_vocabulary);
        Add(_output);
        Validators.Add(result =>
        {
            if (result.GetValue(_vocabulary) is not null && result.GetValue(_kind) is { } kind && !WithFacts.ContainsKey(kind))
            {
                result.AddError($"files of kind {kind} hold no facts of a vocabulary: leave --vocabulary out");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var kind = arguments.GetRequiredValue(_kind);
        if (arguments.GetValue(_vocabulary) is not { } file)
        {
            return _output.TryWrite(arguments, terminal, (_, _) => ShippedSchema.Text(kind)) ? ExitCode.Fine : ExitCode.Errors;
        }

        if (!VocabularyArgument.TryLoad(file, terminal, out var vocabulary))
        {
            return ExitCode.Errors;
        }

        return _output.TryWrite(arguments, terminal, (_, _) => SchemaNodes.Print(WithFacts[kind](vocabulary)))
            ? ExitCode.Fine
            : ExitCode.Errors;
    }
}
