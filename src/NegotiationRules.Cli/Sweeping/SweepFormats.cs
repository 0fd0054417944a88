using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>The forms in which a sweep is printed.</summary>
internal static class SweepFormats
{
    /// <summary>What there is, for the help.</summary>
    public const string Help = "How to print: text, json, csv, or html (a page with charts); there is no Parquet";

    private static readonly Dictionary<string, Action<SweepResult, Terminal>> Printers = new(StringComparer.Ordinal)
    {
        ["text"] = SweepText.Print,
        ["json"] = SweepJson.Print,
        ["csv"] = SweepCsv.Print,
        ["html"] = (sweep, terminal) => terminal.Out.Write(sweep.ToHtml()),
    };

    public static IEnumerable<string> Names => Printers.Keys;

    /// <summary>Prints a sweep, to standard output or into a file; if that cannot be written, standard error says why.</summary>
    public static bool TryPrint(SweepResult sweep, string format, string? path, Terminal terminal)
    {
        if (path is null)
        {
            Printers[format](sweep, terminal);
            return true;
        }

        using var memory = new MemoryStream();
        var output = terminal.Into(memory);
        Printers[format](sweep, output);
        output.Out.Flush();
        return PartFiles.TryWrite(path, memory.ToArray(), terminal);
    }
}
