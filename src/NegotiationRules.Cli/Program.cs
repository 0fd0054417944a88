using NegotiationRules.Cli;

using var stop = new CancellationTokenSource();

// The first Ctrl+C lets the command finish what it has begun; a second one ends the process.
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
};

return NegotiateTool.Run(args, Terminal.OfThisProcess(stop.Token));
