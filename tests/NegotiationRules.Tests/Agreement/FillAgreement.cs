using System.Text.Json;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>What tables that were filled in different ways must have in common, and scenarios to fill them with.</summary>
internal static class FillAgreement
{
    // Wrong values, of the right kind, of facts that no rule reads: all that a reader may pass over in silence.
    private static readonly HashSet<string> OfValues = ["NR4012", "NR4013", "NR4014", "NR4015", "NR4016", "NR4017", "NR4018", "NR4019"];

    public static NegotiationRules.Programs.Program ProgramOf(RuleSet rules) => ProgramCompiler.Compile(rules.Checked);

    /// <summary>The table that the plain way makes of a scenario; <see langword="null"/> if it has faults that no reader may pass
    /// over.</summary>
    public static FactTable? Plain(NegotiationRules.Programs.Program program, Vocabulary vocabulary, ReadOnlySpan<byte> utf8) =>
        Scenario.TryParseJson(utf8, out var scenario, out _) ? Plain(program, vocabulary, scenario) : null;

    /// <summary>The table that the plain way makes of a scenario; <see langword="null"/> if it has faults that no reader may pass
    /// over.</summary>
    public static FactTable? Plain(NegotiationRules.Programs.Program program, Vocabulary vocabulary, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(vocabulary, bag);
        if (bag.ToSorted().Any(d => d.Severity == DiagnosticSeverity.Error && !OfValues.Contains(d.Code)))
        {
            return null;
        }

        var table = new FactTable(program.Layout, program.Texts);
        table.Add(facts);
        return table;
    }

    public static void AssertSame(FactTable expected, FactTable given, string about)
    {
        var (a, b) = (Describe(expected), Describe(given));
        Assert.True(a == b, $"{about}\nexpected:\n{a}\ngiven:\n{b}");
    }

    /// <summary>Everything in a table, as text. Texts that need not be told apart are all alike.</summary>
    public static string Describe(FactTable table)
    {
        var lines = new List<string>();
        foreach (var level in table.Levels)
        {
            lines.Add(
                $"{level.Level.Index} {level.Level.Path}: {level.Count} lists "
                    + $"{string.Join(' ', level.Level.Index == 0 ? [] : level.Offsets.ToArray())} of "
                + $"{string.Join(' ', level.Parents.ToArray())}"
            );
            lines.Add(
                $"  supposed {level.HasSupposed} "
                    + $"{string.Join(' ', Enumerable.Range(0, level.Count).Where(i => Bits.Get(level.Supposed, i)))}"
            );
        }

        foreach (var column in table.Columns)
        {
            lines.Add(
                $"{column.Column.Index} {column.Column.Path} {column.Column.Storage} {column.Count} {column.HasUnknown}: "
                    + $"{string.Join(' ', Enumerable.Range(0, column.Count).Select(i => ValueOf(table, column, i)))}"
            );
        }

        return string.Join('\n', lines);
    }

    /// <summary>How many bytes an action allocates in so many runs in a row, once all it runs is compiled as well as it ever is: before
    /// that, the runtime itself makes some.</summary>
    public static long Garbage(Action action)
    {
        const int MostRounds = 200;
        const int Runs = 20;
        var least = long.MaxValue;
        for (var round = 0; least > 0 && round < MostRounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Runs; i++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Thread.Sleep(10);
        }

        return least;
    }

    /// <summary>The scenarios that ship with the rule sets, without their comments.</summary>
    public static IEnumerable<(string File, RuleSet Rules, byte[] Utf8)> Shipped()
    {
        foreach (
            var folder in Directory
                .GetDirectories(Repository.At("rules"))
                .Where(folder => Directory.Exists(Path.Combine(folder, "scenarios")))
                .Order(StringComparer.Ordinal)
        )
        {
            var rules = RuleSet.Load(folder);
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "scenarios")).Order(StringComparer.Ordinal))
            {
                yield return (file, rules, Uncommented(File.ReadAllBytes(file)));
            }
        }
    }

    /// <summary>The scenarios of the lines that ship with the rule sets.</summary>
    public static IEnumerable<(string File, RuleSet Rules, byte[] Utf8)> Lines()
    {
        foreach (
            var file in Directory.GetFiles(Repository.At("rules"), "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var rules = RuleSet.Load(Path.GetDirectoryName(Path.GetDirectoryName(file))!);
            foreach (var line in File.ReadLines(file))
            {
                using var document = JsonDocument.Parse(line);
                var facts = document.RootElement.TryGetProperty("facts", out var inner) ? inner : document.RootElement;
                yield return (file, rules, System.Text.Encoding.UTF8.GetBytes(facts.GetRawText()));
            }
        }
    }

    private static byte[] Uncommented(byte[] utf8)
    {
        using var document = JsonDocument.Parse(
            utf8,
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement);
    }

    private static string ValueOf(FactTable table, ColumnValues column, int i)
    {
        // What is not known is zero wherever it is kept.
        if (!Bits.Get(column.Known, i))
        {
            return column.Column.Storage switch
            {
                ColumnStorage.Bits => Bits.Get(column.Values, i) ? "?!" : "?",
                ColumnStorage.Ints or ColumnStorage.Codes => column.Ints[i] == 0 ? "?" : "?!",
                ColumnStorage.Longs => column.Longs[i] == 0 ? "?" : "?!",
                ColumnStorage.Reals => column.Reals[i] == 0 ? "?" : "?!",
                ColumnStorage.Days => column.Ints[i] == 0 && column.Lasts[i] == 0 ? "?" : "?!",
                _ => "?",
            };
        }

        return column.Column.Storage switch
        {
            ColumnStorage.Presence => "+",
            ColumnStorage.Bits => Bits.Get(column.Values, i) ? "true" : "false",
            ColumnStorage.Ints => $"{column.Ints[i]}",
            ColumnStorage.Longs => $"{column.Longs[i]}",
            ColumnStorage.Reals => $"{BitConverter.DoubleToInt64Bits(column.Reals[i])}",
            ColumnStorage.Days => $"{column.Ints[i]}-{column.Lasts[i]}",
            _ => column.Ints[i] < table.Texts.Other || column.Column.KeepsTexts ? $"'{table.Texts[column.Ints[i]]}'" : "other",
        };
    }
}
