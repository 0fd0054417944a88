using NegotiationRules.Cli.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Shows on standard error how far a run has come, if anybody can see it.</summary>
internal static class StreamProgress
{
    private const int LeastBar = 5;
    private const int MostBar = 40;

    // What stands beside the bar: a line that breaks would jump at each step.
    private const int WidthOfNumbers = 65;
    private const int NarrowScreen = 80;

    /// <summary>Does the work, which tells how many bytes it has read and how many lines it has answered.</summary>
    /// <param name="terminal">Where to show it: standard error, unless the answers go to a terminal too.</param>
    /// <param name="length">How many bytes there are to read; <see langword="null"/> if nobody knows.</param>
    /// <param name="work">The work.</param>
    /// <param name="evenBesideAnswers">Whether it is shown where answers go to a terminal too, because they only come at the
    /// end.</param>
    public static void Show(Terminal terminal, long? length, Action<Action<long, long>> work, bool evenBesideAnswers = false)
    {
        if (!terminal.ErrorIsTerminal || (terminal.OutIsTerminal && !evenBesideAnswers))
        {
            work((_, _) => { });
            return;
        }

        var rate = new RateColumn(terminal.Clock, isShort: terminal.Width < NarrowScreen);
        ProgressColumn[] columns = length is null
            ? [new SpinnerColumn(), rate]
            :
            [
                new ProgressBarColumn { Width = Math.Clamp(terminal.Width - WidthOfNumbers, LeastBar, MostBar) },
                new PercentageColumn(), rate, new RemainingTimeColumn(),
            ];
        terminal.ErrorConsole().Progress().AutoClear(true).Columns(columns).Start(context =>
        {
            var task = context.AddTask("scenarios", maxValue: Math.Max(1, length ?? 1));
            task.IsIndeterminate = length is null;
            work((bytes, lines) =>
            {
                rate.Lines = lines;
                task.Value = length is null ? 0 : bytes;
            });
        });
    }

    private sealed class RateColumn(TimeProvider clock, bool isShort) : ProgressColumn
    {
        protected override bool NoWrap => true;

        private readonly long _start = clock.GetTimestamp();
        private long _lines;

        public long Lines
        {
            set => Volatile.Write(ref _lines, value);
        }

        // Drawn on a thread of its own.
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var lines = Volatile.Read(ref _lines);
            var seconds = clock.GetElapsedTime(_start).TotalSeconds;
            var rate = Counts.Number((long)(lines / Math.Max(seconds, 0.001)));
            return new Spectre.Console.Text(
                isShort ? $"{Counts.Number(lines)}, {rate}/s" : $"{Counts.Of(lines, "scenario")}, {rate} a second"
            );
        }
    }
}
