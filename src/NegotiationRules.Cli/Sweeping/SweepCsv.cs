using System.Globalization;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Sweeping;

/// <summary>For spreadsheets and scripts: a line for each figure (RFC 4180, but with line feeds alone).</summary>
internal static class SweepCsv
{
    public static void Print(SweepResult sweep, Terminal terminal)
    {
        Write(terminal, "what", "stage", "name", "value", "count", "scenarios", "part", "low", "high");
        foreach (var stage in sweep.Stages)
        {
            foreach (var outcome in SweepNames.OfStages)
            {
                Write(terminal, "stage", stage.Name, string.Empty, SweepNames.Of(outcome), stage.Of(outcome));
            }

            foreach (var rule in stage.Blocking)
            {
                Write(terminal, "blocks-alone", stage.Name, rule.Id, string.Empty, rule.BlocksAlone);
                Write(terminal, "blocks", stage.Name, rule.Id, string.Empty, rule.Blocks);
            }

            for (var place = 0; place < sweep.Dimensions.Count; place++)
            {
                var dimension = sweep.Dimensions[place];
                Write(terminal, "sensitivity", stage.Name, dimension.Name, string.Empty, string.Empty, string.Empty,
                    Of(stage.SensitivityTo(place)), string.Empty, string.Empty);
                for (var of = 0; of < dimension.Classes.Count; of++)
                {
                    if (stage.ValidWith(place, of) is { Scenarios: > 0 } share)
                    {
                        Write(terminal, "valid-by-value", stage.Name, dimension.Name, dimension.Classes[of], share);
                    }
                }
            }
        }

        foreach (var rule in sweep.Rules)
        {
            foreach (var outcome in SweepNames.OfRules)
            {
                Write(terminal, "rule", rule.Stage, rule.Id, SweepNames.Of(outcome), rule.Of(outcome));
            }
        }
    }

    private static void Write(Terminal terminal, string what, string stage, string name, string value, SweptShare share) => Write(
        terminal, what, stage, name, value, share.Count.ToString(CultureInfo.InvariantCulture),
        share.Scenarios.ToString(CultureInfo.InvariantCulture), Of(share.Part), Of(share.Low), Of(share.High));

    private static void Write(Terminal terminal, params string[] cells) =>
        terminal.Out.Write(string.Join(',', cells.Select(Quoted)) + "\n");

    private static string Of(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    // What a spreadsheet would take for a formula is text with an apostrophe before it.
    private static string Quoted(string cell)
    {
        var text = cell.Length > 0 && cell[0] is '=' or '+' or '@' or '\t' ? $"'{cell}" : cell;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
