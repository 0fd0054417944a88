using System.CommandLine;
using NegotiationRules.Cli.Checking;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate check</c>: everything that is wrong with files, with its place and a cure.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private static readonly Dictionary<string, ICheckFormat> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = new TextFormat(),
        ["json"] = new JsonFormat(),
        ["sarif"] = new SarifFormat(),
        ["github"] = new GitHubFormat(),
    };

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Rule, scenario, tests and vocabulary files, or folders of such",
    };

    private readonly Option<string> _format = new Option<string>("--format")
    {
        HelpName = "FORMAT",
        Description = "How to print: text, json, sarif (for code scanners) or github (annotations in a pull request)",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong([.. Formats.Keys]);

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "NAME",
        Description = "Files and folders to pass over inside folders, such as `broken` or `old-*`; may be given several times",
    };

    private readonly Option<string?> _vocabulary = new("--vocabulary") { HelpName = "FILE", Description = "The facts that scenario files may state" };

    private readonly Option<string?> _rules = new("--rules")
    {
        HelpName = "RULES",
        Description = "The rules whose vocabulary scenario files use [default: those in the scenario's folder, or in the one above]",
    };

    private readonly Option<bool> _program = new("--program")
    {
        Description = "Where all is well, also print the steps by which many scenarios are evaluated at once: what is read, and what each rule costs",
    };

    private readonly RootOption _root = new();

    public CheckCommand()
        : base("check", "Lists all that is wrong with files, with place and cure.", "rules/security-guarantees", "--format sarif rules > negotiate.sarif")
    {
        Add(_paths);
        Add(_format);
        Add(_exclude);
        Add(_vocabulary);
        Add(_rules);
        Add(_program);
        Add(_root);
        Validators.Add(result =>
        {
            if (result.GetValue(_vocabulary) is not null && result.GetValue(_rules) is not null)
            {
                result.AddError("--vocabulary and --rules both name the facts: give one of them");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        if (!TryFindVocabulary(arguments, terminal, out var vocabulary))
        {
            return ExitCode.Errors;
        }

        var finder = new FileFinder(Enum.GetValues<FileKind>(), arguments.GetValue(_exclude) ?? []);
        var files = finder.Find(arguments.GetRequiredValue(_paths));
        var root = arguments.GetValue(_root);
        var checkedFiles = new FileChecker(new VocabularyFinder(vocabulary, root), root).Check(files);
        var report = checkedFiles with { Findings = [.. finder.Findings, .. checkedFiles.Findings] };
        Formats[arguments.GetRequiredValue(_format)].Print(report, terminal);
        return report.Errors > 0 || (arguments.GetValue(_program) && !TryPrintPrograms(arguments, terminal)) ? ExitCode.Errors : ExitCode.Fine;
    }

    private bool TryPrintPrograms(ParseResult arguments, Terminal terminal)
    {
        var all = true;
        foreach (var path in arguments.GetRequiredValue(_paths))
        {
            if (RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out var diagnostics))
            {
                terminal.Out.Write($"\n{rules}\n\n{rules.DescribeProgram()}");
            }
            else
            {
                terminal.Report(diagnostics);
                all = false;
            }
        }

        return all;
    }

    private bool TryFindVocabulary(ParseResult arguments, Terminal terminal, out Vocabulary? vocabulary)
    {
        vocabulary = null;
        if (arguments.GetValue(_vocabulary) is { } file)
        {
            return VocabularyArgument.TryLoad(file, terminal, out vocabulary);
        }

        if (arguments.GetValue(_rules) is not { } path)
        {
            return true;
        }

        if (RuleSet.TryLoad(path, new RuleSetOptions { Root = arguments.GetValue(_root) }, out var rules, out var diagnostics))
        {
            vocabulary = rules.Vocabulary;
            return true;
        }

        terminal.Report(diagnostics);
        return false;
    }
}
