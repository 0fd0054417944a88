using System.CommandLine;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate explain</c>: why the verdict on one scenario is what it is.</summary>
internal sealed class ExplainCommand : ToolCommand
{
    private static readonly Dictionary<string, Func<VerdictExplanation, TextStyle, int?, string>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = (explanation, style, width) =>
            width is { } columns ? explanation.ToText(style.On, columns) : explanation.ToText(style.On),
        ["markdown"] = (explanation, _, _) => explanation.ToMarkdown(),
        ["html"] = (explanation, _, _) => explanation.ToHtml(),
        ["json"] = (explanation, _, _) => explanation.ToJson(),
        ["mermaid"] = (explanation, _, _) => explanation.ToMermaid(),
    };

    private readonly RuleSetArguments _rules = new();
    private readonly HolderOption _holder = new();

    private readonly Argument<string> _scenario = new("SCENARIO")
    {
        Description = $"A scenario file, or a name in the folder `scenarios` beside the rules; {ScenarioPaths.FromInput}",
    };

    private readonly FormatOption _format = new("How to print: text, markdown, html, json or mermaid", Formats.Keys);

    private readonly Option<bool> _all = new("--all") { Description = "Tell everything, also what did not change the answer" };

    private readonly Option<string?> _language = new("--language")
    {
        HelpName = "LANGUAGE",
        Description = "The language of the reasons, such as en",
    };

    private readonly Option<bool> _noRemedy = new("--no-remedy") { Description = "Leave out what would be enough" };

    private readonly OutputOption _output = new();

    public ExplainCommand()
        : base(
            "explain",
            "Tells why a verdict is what it is, down to the delegate.",
            "the rules or the scenario have errors",
            "rules/security-guarantees postponed",
            "rules/security-guarantees postponed --format html --output postponed.html")
    {
        _rules.AddTo(this);
        Add(_scenario);
        Add(_format);
        Add(_all);
        Add(_language);
        Add(_holder);
        Add(_noRemedy);
        Add(_output);
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var file = ScenarioPaths.Resolve(arguments.GetRequiredValue(_rules.Rules), arguments.GetRequiredValue(_scenario));
        if (
            !_rules.TryLoad(arguments, terminal, () => SampleScenarios.Load([file]), out var rules)
            || !_holder.TryRead(arguments, rules.Rules, terminal, out var holder)
        )
        {
            return ExitCode.Errors;
        }

        if (!ScenarioPaths.TryLoad(arguments.GetRequiredValue(_rules.Rules), file, terminal, out var scenario))
        {
            return ExitCode.Errors;
        }

        if (!rules.TryEvaluate(scenario, out var verdict, out var diagnostics))
        {
            terminal.Report(diagnostics);
            return ExitCode.Errors;
        }

        var language = arguments.GetValue(_language);
        if (language is not null && !rules.Rules.HasLanguage(language, out var help))
        {
            terminal.Report(ToolDiagnostics.NoSuchLanguage(language, help));
        }

        var options = new ExplanationOptions { ShowAll = arguments.GetValue(_all), Language = language };
        verdict = holder is null ? verdict : verdict.For(holder);

        // Of what was translated from a workflow, the author knows other names.
        var explanation = arguments.GetValue(_noRemedy) || rules is not RuleFileSource ? verdict.Explain(options)
            : verdict.ExplainWithRemedies(options);
        var render = Formats[arguments.GetRequiredValue(_format)];
        return _output.TryWrite(arguments, terminal, (style, width) => render(explanation, style, width)) ? ExitCode.Fine : ExitCode.Errors;
    }
}
