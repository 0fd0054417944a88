namespace NegotiationRules.Cli.Streaming;

/// <summary>Looks at the first lines of a stream without taking them from it, to infer from them what inputs are.</summary>
internal static class StreamSamples
{
    private const int MostLines = 100;

    // One line may be longer than all samples need to be; then nothing is inferred from it.
    private const int MostBytes = 16 * 1024 * 1024;

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>The scenarios in the first lines: in a hundred, if the input can be read again from its start; else in those that come at
    /// once, for whoever asks line by line waits for an answer before the next.</summary>
    /// <param name="input">The lines; afterwards a stream that begins with the first of them as before.</param>
    /// <param name="envelope">Where in a line the scenario stands.</param>
    /// <param name="stop">Stops the waiting for a first line.</param>
    public static IReadOnlyList<Scenario> Peek(ref Stream input, Envelope envelope, CancellationToken stop)
    {
        var start = input.CanSeek ? input.Position : 0;
        var read = ReadAsync(input, stop).GetAwaiter().GetResult();
        if (input.CanSeek)
        {
            input.Position = start;
        }
        else
        {
            input = new PeekedStream(read, input);
        }

        return Scenarios(read, envelope);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream input, CancellationToken stop)
    {
        var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var lines = 0;
        while (read.Length < MostBytes && lines < (input.CanSeek ? MostLines : 1))
        {
            var count = await input.ReadAsync(buffer, stop).AsTask().WaitAsync(stop).ConfigureAwait(false);
            if (count == 0)
            {
                break;
            }

            read.Write(buffer, 0, count);
            lines += buffer.AsSpan(0, count).Count((byte)'\n');
        }

        return read.GetBuffer().AsMemory(0, (int)read.Length);
    }

    // The last line may have been read in part; then it is no JSON and no sample, as any that is not.
    private static List<Scenario> Scenarios(ReadOnlyMemory<byte> text, Envelope envelope)
    {
        var samples = new List<Scenario>();
        var rest = text.Span.StartsWith(Mark) ? text[Mark.Length..] : text;
        for (var number = 1; number <= MostLines && !rest.IsEmpty; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = OpenedLine.Open(new ScenarioLine(number, end < 0 ? rest : rest[..end]), envelope);
            rest = end < 0 ? default : rest[(end + 1)..];
            if (line.Fault is null && Scenario.TryParseJson(line.Facts.Span, out var sample, out _, $"line {number}"))
            {
                samples.Add(sample);
            }
        }

        return samples;
    }
}
