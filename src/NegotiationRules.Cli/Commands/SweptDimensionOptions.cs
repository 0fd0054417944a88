using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sweeping;
using NegotiationRules.Facts;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--vary</c> and <c>--distribution</c>, beside <c>--set</c> with several values: what varies.</summary>
internal sealed class SweptDimensionOptions
{
    private readonly Option<string[]> _vary = new("--vary")
    {
        HelpName = "PATH=VALUES",
        Description = "A fact that varies: a list (true,false,null: null is not known), or a range of numbers or days with a step "
            + "(5..20/5, 2022-01-01..2022-03-31/7); without =VALUES all that it may be, if it is true or false or one of some texts; "
            + "may be given several times",
    };

    private readonly Option<string?> _distribution = new("--distribution")
    {
        HelpName = "FILE",
        Description = "A file that says how often values of facts and parameters are drawn, see rules/SWEEPS.md",
    };

    public void AddTo(Command command)
    {
        command.Add(_vary);
        command.Add(_distribution);
    }

    /// <summary>All that varies; if it cannot be read, standard error says why.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="settings">The parameters with several values, and these.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="dimensions">What varies.</param>
    public bool TryRead(
        ParseResult arguments, IEnumerable<(string Name, string Values)> settings, RuleSet rules, Terminal terminal,
        [NotNullWhen(true)] out IReadOnlyList<SweepDimension>? dimensions)
    {
        dimensions = null;
        var read = new List<SweepDimension>();
        foreach (var (name, text) in settings)
        {
            if (Values(text, terminal) is not { } values)
            {
                return false;
            }

            read.Add(SweepDimension.OfParameter(name, values.Select(value => value ?? "null")));
        }

        foreach (var text in arguments.GetValue(_vary) ?? [])
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var path = equals < 0 ? text : text[..equals];
            if ((equals < 0 ? All(path, rules.Vocabulary, terminal) : Values(text[(equals + 1)..], terminal)) is not { } values)
            {
                return false;
            }

            read.Add(SweepDimension.OfFact(path, values));
        }

        if (arguments.GetValue(_distribution) is { } file)
        {
            if (DistributionFileReader.Read(file, rules, terminal) is not { } drawn)
            {
                return false;
            }

            read.AddRange(drawn);
        }

        dimensions = read;
        return true;
    }

    private static IReadOnlyList<object?>? Values(string text, Terminal terminal)
    {
        var values = SweptValuesText.Read(text, out var fault);
        if (values is null)
        {
            UsageFaults.ReportFault(
                fault!, "write a list, such as true,false, or a range, such as 5..20/5 or 2022-01-01..2022-03-31", terminal);
        }

        return values;
    }

    // Of a path with the numbers of elements, the fact is that of the path without.
    private static IReadOnlyList<object?>? All(string path, Vocabulary vocabulary, Terminal terminal)
    {
        var plain = string.Concat(path.Split('[').Select((part, i) => i == 0 ? part : part[(part.IndexOf(']') + 1)..]));
        IReadOnlyList<object?>? all = FactByPath.Find(vocabulary, plain)?.Fact.Type switch
        {
            BooleanType => [true, false],
            TextType { Values: { } texts } => texts,
            _ => null,
        };
        if (all is null)
        {
            UsageFaults.ReportFault(
                $"`{path}` is no fact of which the vocabulary says all values",
                FactByPath.Find(vocabulary, plain) is null && FactByPath.Nearest(plain, vocabulary) is { } meant
                    ? $"did you mean `{meant}`?" : $"say which: --vary \"{path}=VALUE,VALUE\"", terminal);
        }

        return all;
    }
}
