using System.Buffers;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.Timelines;

/// <summary>For programs: a line of JSON for each scenario, with the name of the file as id.</summary>
internal sealed class TimelineLines(ToldOfTimeline what, Terminal terminal) : ITimelinePrinter
{
    public void Print(string file, Timeline timeline)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, JsonOutput.OneLine))
        {
            json.WriteStartObject();
            json.WriteString("id", FileKinds.NameOf(file));
            json.WriteString("fact", timeline.Fact);
            WriteDays(json, timeline.From, timeline.To);
            WriteVerdict(json, "first", ToldOfTimeline.TryGet(() => timeline.First));
            json.WriteObjects("changes", what.Changes(timeline), change => Write(json, change));
            WriteVerdict(json, "last", ToldOfTimeline.TryGet(() => timeline.Last));
            json.WriteObjects("notDecided", what.Gaps(timeline), gap => Write(json, gap));
            json.WriteEndObject();
        }

        terminal.Out.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, TimelineChange change)
    {
        json.WriteString("day", DayOf(change.Day));
        json.WriteString("stage", change.Stage);
        switch (change)
        {
            case RuleChange rule:
                json.WriteString("rule", rule.Rule.Id);
                if (rule.Element is not null)
                {
                    json.WriteString("element", rule.Element);
                    json.WriteString("path", rule.ElementPath);
                }

                json.WriteString("before", Words.Of(rule.Before));
                json.WriteString("after", Words.Of(rule.After));
                break;
            case StageChange stage:
                json.WriteString("before", Words.Of(stage.Before));
                json.WriteString("after", Words.Of(stage.After));
                break;
        }

        json.WriteTexts("because", change.Because);
        json.WriteTexts("facts", change.Facts);
    }

    private static void Write(Utf8JsonWriter json, TimelineGap gap)
    {
        WriteDays(json, gap.First, gap.Last);
        json.WriteString("stage", gap.Stage);
        if (gap.Rule is { } rule)
        {
            json.WriteString("rule", rule.Id);
        }

        json.WriteString("reason", gap.Reason);
    }

    // Of what is unknown, the facts that would settle it.
    private void WriteVerdict(Utf8JsonWriter json, string name, Verdict? verdict)
    {
        if (verdict is null)
        {
            json.WriteNull(name);
            return;
        }

        var rules = verdict.Rules.Where(rule => what.Tells(rule.Rule)).ToList();
        json.WriteStartObject(name);
        WriteEach(json, "stages", what.Stages.Select(verdict.Stage), stage => json.WriteString(stage.Name, Words.Of(stage.Outcome)));
        WriteEach(json, "rules", rules, rule => json.WriteString(rule.Rule.Id, Words.Of(rule.Outcome)));
        WriteEach(json, "unsettled", rules.Where(rule => rule.Outcome == RuleOutcome.Unknown), rule =>
            json.WriteTexts(rule.Rule.Id, rule.Unsettled));
        json.WriteEndObject();
    }

    private static void WriteDays(Utf8JsonWriter json, DateOnly from, DateOnly to)
    {
        json.WriteString("from", DayOf(from));
        json.WriteString("to", DayOf(to));
    }

    private static void WriteEach<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartObject(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndObject();
    }

    private static string DayOf(DateOnly day) => $"{day:yyyy-MM-dd}";
}
