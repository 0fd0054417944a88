using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>--scenarios</c> with <c>--facts</c> and <c>--id</c>: many scenarios, one a line.</summary>
internal sealed class StreamOptions
{
    private const string StandardInput = "-";

    private readonly Option<string?> _facts = PointerOption(
        "--facts",
        "Where in a line or row the scenario stands, as a JSON Pointer such as /facts [default: the whole line]"
    );

    private readonly Option<string?> _id = PointerOption(
        "--id",
        "Where in a line or row its name stands, such as /id [default: the number of the line]"
    );

    public Option<string?> Lines { get; } = new("--scenarios")
    {
        HelpName = "FILE",
        Description = "Any number of scenarios, one JSON object a line (- for standard input), or the rows of a .parquet, .arrow or .csv "
            + "file; answered in order, with one JSON line each, or a row in an --output of these kinds",
    };

    // By default as quick as can be.
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Look at the values of facts that no rule reads too; without it, only at their names and kinds",
    };

    public void AddTo(Command command)
    {
        command.Add(Lines);
        command.Add(_facts);
        command.Add(_id);
        command.Add(_strict);
        command.Validators.Add(result =>
        {
            foreach (
                var option in new[] { _facts, _id }.Where(option => result.GetValue(Lines) is null && result.GetValue(option) is not null)
            )
            {
                result.AddError($"{option.Name} says where to look in the lines of --scenarios: name those too");
            }

            if (result.GetValue(Lines) is null && result.GetValue(_strict))
            {
                result.AddError(
                    "--strict says how to look at the lines of --scenarios: name those too; scenarios in files are always looked at whole"
                );
            }
        });
    }

    public Envelope Envelope(ParseResult arguments) =>
        new(Pointer(arguments.GetValue(_facts) ?? string.Empty), arguments.GetValue(_id) is { } id ? Pointer(id) : null);

    /// <summary>Whether all facts are looked at, not only those that rules read.</summary>
    public bool IsStrict(ParseResult arguments) => arguments.GetValue(_strict);

    /// <summary>Opens the lines; if that cannot be done, standard error says why.</summary>
    public static bool TryOpen(string path, Terminal terminal, [NotNullWhen(true)] out Stream? lines)
    {
        try
        {
            lines =
                path == StandardInput
                    ? terminal.Input
                    : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            terminal.Report(
                Directory.Exists(path) ? ToolDiagnostics.CannotRead(path, "it is a folder", "name a file in it")
                : File.Exists(path) ? ToolDiagnostics.CannotRead(path, OneLine.Of(fault.Message))
                : ToolDiagnostics.NoSuchPath(path));
            lines = null;
            return false;
        }
    }

    private static Option<string?> PointerOption(string name, string description)
    {
        var option = new Option<string?>(name) { HelpName = "POINTER", Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && JsonPointer.TryParse(text, out _) is null)
            {
                var help = text is [] or ['/', ..]
                    ? "write `~0` for `~` and `~1` for `/`"
                    : "it starts with `/`, or is empty for the whole line";
                result.AddError($"{name}: `{text}` is no JSON Pointer: {help}");
            }
        });
        return option;
    }

    // The validators have seen it.
    private static JsonPointer Pointer(string text) =>
        JsonPointer.TryParse(text, out var fault) ?? throw new InvalidOperationException(fault);
}
