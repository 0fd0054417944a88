using System.Runtime.InteropServices;
using NegotiationRules.Cli;

using var stop = new CancellationTokenSource();

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
