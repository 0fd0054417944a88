using System.CommandLine;
using System.Text;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Formatting;
using NegotiationRules.Cli.Output;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate format</c>: files laid out alike, their comments kept.</summary>
internal sealed class FormatCommand : ToolCommand
{
    // As other tools have it.
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Files that hold JSON of ours, or folders of such; `-` for standard input, which goes to standard output",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Change nothing; name the files that would be laid out otherwise, and fail if there are any",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "NAME",
        Description = "Files and folders to pass over inside folders, such as `broken` or `old-*`; may be given several times",
    };

    public FormatCommand()
        : base(
            "format", "Lays files out alike, and keeps their comments.",
            "a file is not JSON or cannot be written, or --check found one to be laid out", "rules/four-empires", "rules --check")
    {
        Add(_paths);
        Add(_check);
        Add(_exclude);
        Validators.Add(result =>
        {
            if (result.GetValue(_paths) is { Length: > 1 } paths && paths.Contains(StandardInput))
            {
                result.AddError("`-` stands alone: what is read from standard input goes to standard output");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var paths = arguments.GetRequiredValue(_paths);
        if (paths is [StandardInput])
        {
            return LayOutInput(arguments.GetValue(_check), terminal);
        }

        var finder = new FileFinder(Enum.GetValues<FileKind>(), arguments.GetValue(_exclude) ?? []);
        var files = finder.Find(paths);
        terminal.Report(finder.Findings);
        var (changed, failed) = (0, finder.Findings.Count);
        foreach (var (_, path) in files)
        {
            terminal.Stop.ThrowIfCancellationRequested();
            var isAlike = IsAlike(path, arguments.GetValue(_check), terminal);
            changed += isAlike == false ? 1 : 0;
            failed += isAlike is null ? 1 : 0;
        }

        var isCheck = arguments.GetValue(_check);
        var done = isCheck ? "would be laid out otherwise" : "laid out anew";
        terminal.Out.WriteLine($"{Counts.Of(files.Count, "file")}, {(changed == 0 ? "all laid out alike" : $"{changed} {done}")}");
        return failed > 0 || (isCheck && changed > 0) ? ExitCode.Errors : ExitCode.Fine;
    }

    private static int LayOutInput(bool isCheck, Terminal terminal)
    {
        if (Utf8Text.ReadToEnd(terminal.Input, ReadingLimits.Default) is not { } bytes
            || LayOut("<stdin>", bytes, terminal) is not { } both)
        {
            return ExitCode.Errors;
        }

        if (!isCheck)
        {
            terminal.Out.Write(both.After);
        }

        return isCheck && both.Before != both.After ? ExitCode.Errors : ExitCode.Fine;
    }

    // Nothing, with a report, of what is no JSON.
    private static bool? IsAlike(string path, bool isCheck, Terminal terminal)
    {
        if (Utf8Text.ReadFile(path, ReadingLimits.Default, out var fault) is not { } bytes)
        {
            terminal.Report(ToolDiagnostics.CannotRead(path, fault!));
            return null;
        }

        if (LayOut(path, bytes, terminal) is not { } both)
        {
            return null;
        }

        if (both.Before == both.After)
        {
            return true;
        }

        terminal.Out.WriteLine(OneLine.Of(path));
        try
        {
            if (!isCheck)
            {
                File.WriteAllText(path, both.After);
            }

            return false;
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            terminal.Report(ToolDiagnostics.CannotWrite(path, OneLine.Of(why.Message)));
            return null;
        }
    }

    private static (string Before, string After)? LayOut(string name, byte[] bytes, Terminal terminal)
    {
        if (Utf8Text.Decode(bytes) is not { } text)
        {
            terminal.Report(ToolDiagnostics.CannotRead(name, Utf8Text.NotUtf8));
            return null;
        }

        var (source, bag) = (new SourceText(name, text), new DiagnosticBag());
        if (JsonReader.Read(source, ReadingLimits.Default, bag) is not null && !bag.HasErrors)
        {
            return (text, JsonLayout.Of(source.Text));
        }

        terminal.Report(bag.ToSorted());
        return null;
    }
}
