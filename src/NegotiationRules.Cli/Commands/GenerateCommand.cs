using System.CommandLine;
using NegotiationRules.Cli.Output;
using NegotiationRules.Generation;
using NegotiationRules.Generation.Facts;
using NegotiationRules.Generation.Options;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate generate</c>: rules as source code.</summary>
internal sealed class GenerateCommand : ToolCommand
{
    private readonly Argument<string> _language = new Argument<string>("LANGUAGE")
    {
        HelpName = "LANGUAGE",
        Description = "What to write: csharp",
    }.OnlyOneOf("csharp");

    private readonly RuleSetArguments _rules = new();

    private readonly Option<string?> _namespace = new("--namespace")
    {
        HelpName = "NAME",
        Description = "The namespace of what is written [default: the name of the rules]",
    };

    private readonly Option<bool> _standalone = new("--standalone")
    {
        Description = "Write C# 9 for netstandard2.1 that needs nothing of this library where it runs: for Unity, IL2CPP, Mono",
    };

    private readonly Option<bool> _allKnown = new("--all-known")
    {
        Description = "No fact is ever unknown and every list is complete: what is written asks less, and is quicker",
    };

    private readonly Option<string[]> _types = new("--type")
    {
        HelpName = "[PATH=]TYPE",
        Description = "Read objects of this type instead of writing types for the facts; PATH=TYPE names that of an object, an element or "
            + "an enumeration in it (parties.delegates=Talks.Envoy); may be given several times",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly OutputOption _output = new();

    public GenerateCommand()
        : base(
            "generate", "Writes rules out as source code that gives the same outcomes, many times as fast.",
            "the rules have errors, or ask what cannot be written",
            "csharp rules/security-council --namespace Council --output Council.cs",
            "csharp talks.rules.json --standalone --output Assets/TalksRules.cs")
    {
        Add(_language);
        _rules.AddTo(this);
        Add(_namespace);
        Add(_standalone);
        Add(_allKnown);
        Add(_types);
        Add(_output);
        Validators.Add(result =>
        {
            if (result.GetValue(_namespace) is { } space && !CSharpNames.IsName(space))
            {
                result.AddError($"--namespace takes a name of C#, such as Council.Rules, not `{space}`");
            }

            foreach (var fault in OwnTypes.Parse(result.GetValue(_types) ?? []).Faults("--type"))
            {
                result.AddError(fault);
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        if (!_rules.TryLoad(arguments, terminal, () => [], out var source))
        {
            return ExitCode.Errors;
        }

        var rules = source.Rules;
        var generated = CSharpGenerator.Write(rules, new CSharpOptions
        {
            Namespace = arguments.GetValue(_namespace) ?? CSharpNames.Pascal(rules.Name),
            IsStandalone = arguments.GetValue(_standalone),
            AreAllKnown = arguments.GetValue(_allKnown),
            OwnTypes = OwnTypes.Parse(arguments.GetValue(_types) ?? []).ByPath,
        });
        terminal.Report(generated.Diagnostics);
        return generated.Text is { } text && _output.TryWrite(arguments, terminal, (_, _) => text) ? ExitCode.Fine : ExitCode.Errors;
    }
}
