using System.Runtime.InteropServices;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

using var stop = new StopRequests(Console.Error);
using var breaksOff = new Timer(_ => Environment.Exit(ExitCode.Interrupted));
using var asked = stop.Token.Register(() => breaksOff.Change(StopRequests.Patience, Timeout.InfiniteTimeSpan));
Console.CancelKeyPress += (_, pressed) => pressed.Cancel = stop.Take();

// Whoever runs builds ends a process so; what was read is answered then too.
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = stop.Take());

return NegotiateTool.Run(args, Terminal.OfThisProcess(stop.Token));
