using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Advising;

/// <summary>What is found is what trying everything finds: the same sets, at the same cost, with rooms as wide as they can be.</summary>
public class BruteForceTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(20);
    private const int MostScenarios = 3_000;
    private const int MostSteps = 5;

    [Fact]
    public void OnGeneratedRulesAllRemediesAreFoundAndNoOthers()
    {
        var seed = Seed.Of(output);
        var (asked, sets) = (0, 0);
        foreach (var @case in Generated.Cases(seed, Cases).Concat(Generated.Comparisons(seed, Cases, 3)))
        {
            if (@case.Rules.Rules is { } rules && rules.TryEvaluate(@case.Scenario.Scenario, out var verdict, out _))
            {
                foreach (var stage in verdict.Stages.Where(stage => stage.Outcome is StageOutcome.Invalid or StageOutcome.Undetermined))
                {
                    Compare(@case, verdict, stage, ref asked, ref sets);
                }
            }
        }

        output.WriteLine($"{asked} questions, {sets} sets");
        Assert.True(asked > 5 && sets > 0);
    }

    private static void Compare(RulesCase @case, Verdict verdict, StageVerdict stage, ref int asked, ref int sets)
    {
        var random = new Random(@case.Seed);
        var limits = AnalysisLimits.Default with { TableRows = 500, Time = TimeSpan.FromSeconds(1) };
        RemedyQuestion Question(IEnumerable<string> isFixed, IEnumerable<KeyValuePair<string, decimal>> costs) =>
            new(verdict, stage, new StepPlaces(verdict.Evaluated.Rules.Vocabulary.Root, isFixed, costs), null, limits);
        if (RemedyFrame.TryMake(Question([], []), 1, limits) is not { } whole)
        {
            return;
        }

        var all = whole.Steps.Select(PathOf).Distinct().ToArray();
        random.Shuffle(all);

        // What matters, and something that may not.
        var some = whole.Remedies().Concat(whole.Escapes()).Take(2).SelectMany(remedy => remedy.Steps).Select(PathOf).ToList();
        HashSet<string> free = [.. some, .. all.Take(random.Next(1, MostSteps))];
        IEnumerable<string> isFixed = all.Where(path => !free.Any(kept => Begins(kept, path)));
        var question = Question(isFixed, free.Select(path => KeyValuePair.Create(path, (decimal)random.Next(0, 4))));
        if (RemedyFrame.TryMake(question, 1, limits) is not { } frame || AllChoices.CountOf(frame) > MostScenarios)
        {
            return;
        }

        List<FoundRemedy> found = [.. frame.Remedies()];
        found.AddRange(frame.EscapesAmongRemedies);
        List<FoundRemedy> others = [.. frame.Escapes()];
        List<FoundRemedy> escapes = [.. frame.EscapesAmongRemedies, .. others];
        if (frame.Inquiry.Budget.Reached is not null)
        {
            return;
        }

        asked++;
        var every = new AllChoices(question, frame);
        var remedies = every.Remedies();
        CheckSame(remedies, found, $"{@case.Seed} {stage.Name}: remedies\n{@case}");
        var told = found.Where(remedy => !remedy.IsEscape).Select(remedy => remedy.Steps).ToList();

        // One that was found among the remedies may contain one by which nothing need be judged.
        var smallest = escapes.FindAll(
            escape => !escapes.Exists(other => other != escape && other.Steps.All(escape.Steps.Contains)));
        CheckSame(every.Escapes(told), smallest, $"{@case.Seed} {stage.Name}: escapes\n{@case}");
        Assert.Equal(others.ConvertAll(escape => escape.Cost).Order(), others.ConvertAll(escape => escape.Cost));
        foreach (var remedy in found.Concat(others))
        {
            sets++;
            Assert.Equal(remedy.Steps.Sum(step => step.Cost), remedy.Cost);
            CheckRooms(every, remedy, frame, @case);
        }
    }

    private static void CheckSame(
        IReadOnlyList<IReadOnlyList<PossibleStep>> expected, IReadOnlyList<FoundRemedy> found, string what)
    {
        static string Text(IReadOnlyList<PossibleStep> steps) => string.Join(" + ", steps.Select(step => step.Edge.Code + step.Path));
        Assert.True(
            expected.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(
                found.Select(remedy => Text(remedy.Steps)).Order(StringComparer.Ordinal)),
            $"{what}\nexpected {string.Join("; ", expected.Select(Text))}\n"
                + $"found {string.Join("; ", found.Select(remedy => Text(remedy.Steps)))}");
    }

    // All choices within the rooms do; no value could be added to one of them.
    private static void CheckRooms(AllChoices every, FoundRemedy remedy, RemedyFrame frame, RulesCase @case)
    {
        var rooms = remedy.Steps.ToDictionary(
            step => step, step => remedy.RoomOf(step) is { } room ? room.Cells.ToHashSet() : new HashSet<int> { 1 });
        Assert.True(every.AllWithin(rooms, remedy.IsEscape).All(does => does), $"{@case.Seed}: too wide\n{@case}");
        foreach (var step in remedy.Steps.Where(step => step.Part is FrameFact && !step.IsAdded))
        {
            for (var cell = 1; cell < step.Variable.CellCount; cell++)
            {
                if (!rooms[step].Contains(cell))
                {
                    var wider = rooms.ToDictionary(pair => pair.Key, pair => pair.Key == step ? new HashSet<int> { cell } : pair.Value);
                    Assert.True(every.AllWithin(wider, remedy.IsEscape).Any(does => !does), $"{@case.Seed}: too narrow\n{@case}");
                }
            }
        }
    }

    private static string PathOf(PossibleStep step) => (step.List ?? step.Part).Path;

    private static bool Begins(string path, string with) => path.StartsWith(with, StringComparison.Ordinal)
        && (path.Length == with.Length || path[with.Length] is '.' or '[');
}
