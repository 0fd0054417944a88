using System.CommandLine;
using System.Net.Sockets;
using NegotiationRules.Cli.Files;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Serving;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Commands;

/// <summary><c>negotiate serve</c>: the page, over a folder of this machine.</summary>
internal sealed class ServeCommand : ToolCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "The folder whose files the page opens and saves" };

    private readonly Option<int> _port = new("--port")
    {
        HelpName = "PORT",
        Description = "The port to listen on; any free one if left out",
    };

    private readonly Option<string?> _page = new("--page")
    {
        HelpName = "FOLDER",
        Description = "A page that was published, instead of the one that comes with the tool",
    };

    private readonly Option<bool> _inFrame = new("--in-frame")
    {
        Description = "Lets the page of an editor show this one in a frame; nobody else knows its address",
    };

    public ServeCommand()
        : base(
            "serve",
            "Opens a folder in a page of the browser: rules, scenarios and verdicts side by side.",
            "the folder is not there, the tool was built without the page, or the port is taken",
            "rules/security-guarantees",
            "my-rules --port 8080")
    {
        Add(_folder);
        Add(_port);
        Add(_page);
        Add(_inFrame);
        Validators.Add(result =>
        {
            if (result.GetValue(_port) is < 0 or > 65535)
            {
                result.AddError("--port takes a number from 1 to 65535");
            }
        });
    }

    public override int Run(ParseResult arguments, Terminal terminal)
    {
        var folder = arguments.GetRequiredValue(_folder);
        var pages = arguments.GetValue(_page);
        foreach (var path in new[] { folder, pages }.OfType<string>().Where(path => !Directory.Exists(path)))
        {
            terminal.Report(ToolDiagnostics.NoSuchPath(path));
            return ExitCode.Errors;
        }

        var page = pages is null ? ServedPage.OfTool() : ServedPage.OfFolder(pages);
        if (!page.IsThere)
        {
            terminal.Report(ToolDiagnostics.NoPage(pages));
            return ExitCode.Errors;
        }

        var port = arguments.GetValue(_port);
        try
        {
            var served = new ServedFolder(Path.GetFullPath(folder));
            using var server = new PageServer(served, page, port, mayBeFramed: arguments.GetValue(_inFrame));
            terminal.Out.WriteLine($"{OneLine.Of(folder)} is open at {server.Address}");
            TellLeftOut(served.Look().LeftOut, terminal);
            terminal.Out.WriteLine("Nobody but you has this address. Ctrl+C ends it.");
            terminal.Out.Flush();
            server.RunAsync(terminal.Stop).GetAwaiter().GetResult();
            return ExitCode.Fine;
        }
        catch (SocketException taken)
        {
            terminal.Report(ToolDiagnostics.NoPort(port, taken.Message));
            return ExitCode.Errors;
        }
    }

    private static void TellLeftOut(IReadOnlyCollection<LeftOutFile> leftOut, Terminal terminal)
    {
        if (leftOut.Count > 0)
        {
            terminal.Out.WriteLine("Left out are:");
        }

        foreach (var line in LeftOutFile.Tell(leftOut))
        {
            terminal.Out.WriteLine($"  {line}");
        }
    }
}
