using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--vocabulary</c>, <c>--missing-is-null</c> and <c>--helper</c>: how workflow files are read.</summary>
internal sealed class WorkflowReadingOptions
{
    private const string InferredFrom = "inferred from its expressions and from scenarios";

    public Option<string?> Vocabulary { get; } = new("--vocabulary")
    {
        HelpName = "FILE",
        Description = $"Of a workflow file: the facts of its inputs [default: {InferredFrom}]",
    };

    public Option<bool> MissingIsNull { get; } = new("--missing-is-null")
    {
        Description = "Of a workflow file: what a scenario does not say is null, as in RulesEngine, instead of unknown",
    };

    public Option<string[]> Helper { get; } =
        new("--helper")
        {
            HelpName = "METHOD=MEANING",
            Description =
                "Of a workflow file: what a method of your own means, as an expression: \"VipUtils.IsVip=c => c.Level == 2\"; may be "
                    + "given several times",
        };

    public WorkflowReadingOptions() => Helper.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) <= 0))
        {
            result.AddError($"--helper takes METHOD=MEANING, such as \"VipUtils.IsVip=c => c.Level == 2\", not `{token.Value}`");
        }
    });

    public void AddTo(Command command)
    {
        command.Add(Vocabulary);
        command.Add(MissingIsNull);
        command.Add(Helper);
    }

    /// <summary>How to read; what is wrong with the vocabulary goes to standard error.</summary>
    public bool TryRead(ParseResult arguments, Terminal terminal, [NotNullWhen(true)] out WorkflowReading? reading)
    {
        Vocabulary? vocabulary = null;
        reading = arguments.GetValue(Vocabulary) is not { } file || VocabularyArgument.TryLoad(file, terminal, out vocabulary)
            ? new WorkflowReading(vocabulary, arguments.GetValue(MissingIsNull), [.. (arguments.GetValue(Helper) ?? []).Select(Split)])
            : null;
        return reading is not null;
    }

    /// <summary>Those that are given, as they are typed.</summary>
    public IEnumerable<string> Given(ParseResult arguments)
    {
        if (arguments.GetValue(Vocabulary) is not null)
        {
            yield return Vocabulary.Name;
        }

        if (arguments.GetValue(MissingIsNull))
        {
            yield return MissingIsNull.Name;
        }

        if (arguments.GetValue(Helper) is { Length: > 0 })
        {
            yield return Helper.Name;
        }
    }

    private static (string Name, string Meaning) Split(string helper) =>
        helper.IndexOf('=', StringComparison.Ordinal) is var equals ? (helper[..equals].Trim(), helper[(equals + 1)..]) : default;
}
