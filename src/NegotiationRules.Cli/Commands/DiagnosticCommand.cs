using System.CommandLine;
using NegotiationRules.Cli.Lookup;
using NegotiationRules.Cli.Output;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate diagnostic</c>: what a code in a report means, without looking it up in the documentation.</summary>
internal sealed class DiagnosticCommand : ToolCommand
{
    private readonly Argument<string?> _code = new("CODE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A code from a report, such as NR2001 [default: a list of all]",
    };

    public DiagnosticCommand()
        : base("diagnostic", "Tells what a diagnostic means, with an example and its cure.", errors: null, "NR2001")
    {
        Add(_code);
        _code.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var code }] && DiagnosticPage.Of(Normal(code)) is null)
            {
                result.AddError($"there is no diagnostic `{OneLine.Of(code)}`: `negotiate diagnostic` lists all");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        if (arguments.GetValue(_code) is { } code)
        {
            terminal.Out.Write(DiagnosticPage.Of(Normal(code))!.Text);
            return ExitCode.Fine;
        }

        foreach (var page in DiagnosticPage.All)
        {
            terminal.Out.WriteLine($"{terminal.Style.Bold(page.Code)}  {page.Title}");
        }

        return ExitCode.Fine;
    }

    private static string Normal(string code) => code.ToUpperInvariant();
}
