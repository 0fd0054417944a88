using System.Globalization;
using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>Treaties entered into force on the days that are on record, and a timeline tells these days.</summary>
public sealed class RecordedTreatiesTests(ITestOutputHelper output)
{
    private const string Stage = "entry-into-force";
    private static readonly DateOnly First = new(1945, 1, 1);
    private static readonly DateOnly Last = new(2035, 12, 31);
    private static readonly RuleSet Rules = RuleSet.Load(Repository.At("rules/treaty-entry-into-force"));

    // Of each treaty that is in force the last case is the day on which it came to be.
    [Fact]
    public void EachTreatyEntersIntoForceOnTheDayOnRecord()
    {
        var treaties = Lines(Repository.At("rules/treaty-entry-into-force/cases/days.jsonl"))
            .GroupBy(line => (string)line["facts"]!["treaty"]!).Select(lines => lines.Last()).ToList();
        Assert.Equal(25, treaties.Count);
        foreach (var line in treaties)
        {
            var day = (string)line["expected"]! == "inForce" ? (string)line["facts"]!["asOf"]! : null;
            CheckDay(line, day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"));
        }
    }

    // The whole of the data lies in a folder `shared` beside the repository; where there is none, this says so and passes.
    [Fact]
    public void AllDaysOnRecordComeOutAsTheyWere()
    {
        var path = Repository.At("../shared/data/treaty-entry-into-force.jsonl");
        if (!File.Exists(path))
        {
            output.WriteLine($"not run: there is no {path}");
            return;
        }

        var lines = Lines(path).ToList();
        Assert.Equal(527, lines.Count);
        foreach (var line in lines)
        {
            var day = DateOnly.ParseExact((string)line["facts"]!["asOf"]!, "yyyy-MM-dd");
            var outcome = Timeline(line).StageOn(Stage, day);
            Assert.True((outcome == StageOutcome.Valid) == ((string)line["expected"]! == "inForce"), $"{line["id"]}: {outcome}");
        }

        // What is on record for the two that were not in force came to be by consents that are not among these data.
        var dates = 0;
        foreach (var line in lines.GroupBy(line => (string)line["facts"]!["treaty"]!).Select(of => of.Last()))
        {
            if ((string)line["expected"]! == "inForce")
            {
                CheckDay(line, DateOnly.ParseExact((string)line["recordedEntryIntoForce"]!, "yyyy-MM-dd"));
                dates++;
            }
        }

        Assert.Equal(22, dates);
    }

    // Another State consented on the same day, and emits nothing that counts.
    [Fact]
    public void TheKyotoProtocolHangsOnTheConsentsOfIcelandAndRussia()
    {
        var scenario = Scenario.Load(Repository.At("rules/treaty-entry-into-force/scenarios/kyoto-eve.scenario.json"));
        var changes = Rules.Timeline(scenario).Changes.OfType<RuleChange>().ToDictionary(change => change.Rule.Id);

        Assert.Equal(
            ["the day 90 days after the date of Iceland (2002-05-23) has come"], changes["kyoto-parties"].Because);
        Assert.Equal(
            ["the day 90 days after the date of Russian Federation (2004-11-18) has come"], changes["kyoto-emissions"].Because);
        Assert.Equal(
            ["Iceland", "Russian Federation"],
            new[] { "kyoto-parties", "kyoto-emissions" }.Select(rule => Assert.Single(changes[rule].Facts))
                .Select(path => (string)JsonNode.Parse(scenario.ToString())!["consents"]![PlaceIn(path)]!["party"]!));
    }

    // Of "consents[127].date" the number.
    private static int PlaceIn(string path) =>
        int.Parse(path[9..path.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture);

    private static IEnumerable<JsonNode> Lines(string path) => File.ReadLines(path).Select(line => JsonNode.Parse(line)!);

    private static Timeline Timeline(JsonNode line) => Rules.Timeline(Scenario.Parse(line["facts"]!.ToJsonString()), First, Last);

    // The day, and that it hangs on consents (or on a day that the treaty itself names): with each of them a day later, so is the treaty.
    private static void CheckDay(JsonNode line, DateOnly? day)
    {
        var changes = Timeline(line).Changes.OfType<StageChange>().ToList();
        if (day is null)
        {
            Assert.Empty(changes);
            return;
        }

        var change = Assert.Single(changes);
        Assert.Equal((day, StageOutcome.Valid), (change.Day, change.After));
        Assert.All(change.Facts, path => Assert.Matches(@"^consents\[\d+\]\.", path));
        var dates = change.Facts.Where(path => path.EndsWith(".date", StringComparison.Ordinal)).ToList();
        if (dates.Count == 0)
        {
            Assert.Contains((string)line["facts"]!["treaty"]!, (string[])["kigali", "26-3"]);
            return;
        }

        var later = line.DeepClone();
        foreach (var consent in dates.Select(path => later["facts"]!["consents"]![PlaceIn(path)]!))
        {
            consent["date"] = $"{DateOnly.ParseExact((string)consent["date"]!, "yyyy-MM-dd").AddYears(1):yyyy-MM-dd}";
        }

        Assert.All(Timeline(later).Changes.OfType<StageChange>(), other => Assert.True(other.Day > day, $"{line["id"]}: {other}"));
    }
}
