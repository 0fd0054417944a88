using System.Text;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Tests.Cli;

/// <summary>What a run of the tool is connected to: by default, files and nobody who looks on.</summary>
internal sealed class Screen
{
    public Stream Input { get; init; } = Stream.Null;

    public Stream Output { get; init; } = new MemoryStream();

    public bool IsTerminal { get; init; }

    public bool Colour { get; init; }

    public int Width { get; init; } = 100;

    public CancellationToken Stop { get; init; }

    public ToolRun Run(params string[] args)
    {
        var error = new StringWriter { NewLine = "\n" };
        using var output = new StreamWriter(Output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var code = NegotiateTool.Run(args, new Terminal
        {
            Input = Input,
            Output = Output,
            Out = output,
            Error = error,
            OutIsTerminal = IsTerminal,
            ErrorIsTerminal = IsTerminal,
            Colour = Colour,
            Width = Width,
            Clock = new StandingClock(),
            Stop = Stop,
        });
        return new ToolRun(code, Output is MemoryStream text ? Encoding.UTF8.GetString(text.ToArray()) : string.Empty, error.ToString());
    }

    // Every run takes two seconds, so that what it prints of its speed is the same each time.
    private sealed class StandingClock : TimeProvider
    {
        private long _asked;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => 2 * _asked++;
    }
}
