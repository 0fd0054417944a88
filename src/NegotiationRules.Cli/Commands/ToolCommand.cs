using System.CommandLine;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Commands;

/// <summary>A command of the tool.</summary>
internal abstract class ToolCommand : Command
{
    /// <param name="name">What is typed.</param>
    /// <param name="description">For the help.</param>
    /// <param name="errors">When it ends with <see cref="ExitCode.Errors"/>, shown in the help; <see langword="null"/> if it never
    /// does.</param>
    /// <param name="examples">What may follow the name; shown in the help.</param>
    protected ToolCommand(string name, string description, string? errors, params string[] examples)
        : base(name, description)
    {
        Errors = errors;
        Examples = examples;
    }

    public string? Errors { get; }

    public IReadOnlyList<string> Examples { get; }

    /// <summary>Does what the arguments say and answers an <see cref="ExitCode"/>.</summary>
    public abstract int Run(ParseResult arguments, Terminal terminal);
}
