using System.CommandLine;
using System.Globalization;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Watching;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate watch</c>: checks and tests at every save, as <c>check</c> and <c>test</c> would.</summary>
internal sealed class WatchCommand : ToolCommand
{
    // Sooner than anybody looks up from the keyboard; long enough for an editor that saves in two steps.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Arity = ArgumentArity.OneOrMore,
        Description = "Rule, scenario, tests, vocabulary and workflow files, or folders of such; what they include is watched, too",
    };

    private readonly Option<string[]> _exclude = new("--exclude")
    {
        HelpName = "NAME",
        Description = "Files and folders to pass over inside folders, such as `broken` or `old-*`; may be given several times",
    };

    private readonly RootOption _root = new();

    public WatchCommand()
        : base(
            "watch",
            "Checks and tests at every save, until it is interrupted.",
            "there is nothing to watch",
            "my-rules",
            "rules --exclude broken")
    {
        Add(_paths);
        Add(_exclude);
        Add(_root);
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var finder = new FileFinder(Enum.GetValues<FileKind>(), arguments.GetValue(_exclude) ?? []);
        if (finder.Find(arguments.GetRequiredValue(_paths)).Count == 0)
        {
            terminal.Report(finder.Findings);
            return ExitCode.Errors;
        }

        while (true)
        {
            // What is saved while they are looked at is looked at next.
            var watched = NamedFiles.With(Files(arguments).Select(file => file.Path));
            var seen = FileStamps.Of(watched);
            Look(arguments, terminal);
            terminal.Out.WriteLine(terminal.Style.Dim($"watching {Counts.Of(watched.Count, "file")}; Ctrl+C ends it"));
            terminal.Out.Flush();

            var changed = NextChange(seen, watched, arguments, terminal.Stop);
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(
                $"{terminal.Clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {Spelled(changed)}");
        }
    }

    // By what check and test look at themselves, so that there is one way to do either.
    private void Look(ParseResult arguments, Terminal terminal)
    {
        string[] root = arguments.GetValue(_root) is { } folder ? [_root.Name, folder] : [];
        var exclude = (arguments.GetValue(_exclude) ?? []).SelectMany(name => new[] { _exclude.Name, name });
        if (Run(new CheckCommand(), [.. exclude, .. root, "--", .. arguments.GetRequiredValue(_paths)], terminal) != ExitCode.Fine)
        {
            return;
        }

        var tests = Files(arguments).Where(file => file.Kind == FileKind.Tests).Select(file => file.Path).ToList();
        if (tests.Count > 0)
        {
            Run(new TestCommand(), [.. root, "--", .. tests], terminal);
        }
    }

    private static int Run(ToolCommand command, string[] arguments, Terminal terminal) => command.Run(command.Parse(arguments), terminal);

    // Of rules that are named alone, the tests of the same name belong to them.
    private IReadOnlyList<(FileKind Kind, string Path)> Files(ParseResult arguments)
    {
        var finder = new FileFinder(Enum.GetValues<FileKind>(), arguments.GetValue(_exclude) ?? []);
        var paths = arguments.GetRequiredValue(_paths);
        var tests = paths.Where(path => FileKinds.Of(path) == FileKind.Rules && File.Exists(path))
            .Select(path => path[..^FileKinds.Endings[FileKind.Rules].Length] + FileKinds.Endings[FileKind.Tests])
            .Where(File.Exists);
        return finder.Find([.. paths, .. tests]);
    }

    // Waits until something has changed, and then until nothing does any more.
    private IReadOnlyList<string> NextChange(
        FileStamps before, IReadOnlyCollection<string> watched, ParseResult arguments, CancellationToken stop)
    {
        var last = before;
        while (true)
        {
            stop.WaitHandle.WaitOne(Pause);
            stop.ThrowIfCancellationRequested();
            var now = FileStamps.Of(watched.Union(Files(arguments).Select(file => Path.GetFullPath(file.Path))));
            if (now.ChangedSince(last).Count == 0 && now.ChangedSince(before) is { Count: > 0 } changed)
            {
                return changed;
            }

            last = now;
        }
    }

    private static string Spelled(IReadOnlyList<string> changed) => changed switch
    {
        [var only] => OneLine.Of(Path.GetFileName(only)),
        [var first, ..] => $"{OneLine.Of(Path.GetFileName(first))} and {Counts.Of(changed.Count - 1, "other file")}",
        [] => string.Empty,
    };
}
