using System.Runtime.InteropServices;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

using var stop = new CancellationTokenSource();

// What was begun may take long: an evaluation cannot be asked to stop. Nobody who wants a process to end waits longer than this.
var patience = TimeSpan.FromSeconds(2);
using var breaksOff = new Timer(_ => Environment.Exit(ExitCode.Interrupted));
using var asked = stop.Token.Register(() => breaksOff.Change(patience, Timeout.InfiniteTimeSpan));

// The first Ctrl+C lets the command finish what it has begun; a second one ends the process.
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

// Whoever runs builds ends a process so; what was read is answered then too.
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
{
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
});

return NegotiateTool.Run(args, Terminal.OfThisProcess(stop.Token));
