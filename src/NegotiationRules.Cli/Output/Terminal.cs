using System.Text;
using Microsoft.Win32.SafeHandles;
using Spectre.Console;

namespace NegotiationRules.Cli.Output;

/// <summary>The streams of one run, and what they are connected to.</summary>
internal sealed class Terminal
{
    // Wide enough for most lines, narrow enough to read, where nobody tells the width.
    private const int UsualWidth = 100;

    public required Stream Input { get; init; }

    /// <summary>For bytes. What was written to <see cref="Out"/> must be flushed before.</summary>
    public required Stream Output { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours are wanted where there is a terminal.</summary>
    public bool Colour { get; init; }

    public int Width { get; init; } = UsualWidth;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public CancellationToken Stop { get; init; }

    public TextStyle Style => new(Colour && OutIsTerminal);

    public TextStyle ErrorStyle => new(Colour && ErrorIsTerminal);

    public static Terminal OfThisProcess(CancellationToken stop)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected))
        {
            Console.OutputEncoding = utf8;
        }

        var output = OpenOutput();
        return new Terminal
        {
            Input = Console.OpenStandardInput(),
            Output = output,
            Out = new StreamWriter(output, utf8, leaveOpen: true) { NewLine = "\n" },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true },
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Colour = WantsColour(),
            Width = Console.IsOutputRedirected && Console.IsErrorRedirected ? UsualWidth : WidthOfWindow(),
            Stop = stop,
        };
    }

    /// <summary>The same, but what would go to standard output goes to a file.</summary>
    public Terminal Into(Stream file) => new()
    {
        Input = Input,
        Output = file,
        Out = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" },
        Error = Error,
        ErrorIsTerminal = ErrorIsTerminal,
        Colour = Colour,
        Width = Width,
        Clock = Clock,
        Stop = Stop,
    };

    /// <summary>For progress.</summary>
    public IAnsiConsole ErrorConsole() => ConsoleOn(Error, ErrorIsTerminal);

    public void PrintTable(Table table) => Print(table, Out, OutIsTerminal);

    public void PrintErrorTable(Table table) => Print(table, Error, ErrorIsTerminal);

    /// <summary>Prints what is wrong to standard error, after all that was printed before.</summary>
    public void Report(params IEnumerable<Finding> findings)
    {
        Out.Flush();
        foreach (var finding in findings)
        {
            Error.WriteLine(finding.Paint(ErrorStyle, ErrorIsTerminal ? Width : null));
        }
    }

    /// <summary>The same for diagnostics of the library.</summary>
    public void Report(IEnumerable<Diagnostic> diagnostics) => Report(diagnostics.Select(Finding.Of));

    // The console's own stream does not tell when the reader of a pipe has gone, and a run over endless input would never end. Files are
    // left to it: it writes where whoever shares the file has stopped.
    private static Stream OpenOutput()
    {
        if (Console.IsOutputRedirected && !OperatingSystem.IsWindows())
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }

    // https://no-color.org: set and not empty. A "dumb" terminal shows escapes as they are.
    private static bool WantsColour() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") != "dumb"
        // Asking switches colours on in the consoles of Windows that can show them.
        && (!OperatingSystem.IsWindows() || AnsiConsole.Profile.Capabilities.Ansi);

    private static int WidthOfWindow()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    // After one empty line, whatever the border draws above and below.
    private void Print(Table table, TextWriter writer, bool isTerminal)
    {
        using var text = new StringWriter();
        ConsoleOn(text, isTerminal).Write(table);
        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0);
        writer.WriteLine();
        foreach (var line in lines)
        {
            writer.WriteLine(line);
        }
    }

    private IAnsiConsole ConsoleOn(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isTerminal && Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
