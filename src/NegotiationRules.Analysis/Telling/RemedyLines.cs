using NegotiationRules.Analysis.Questions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Tells of remedies in lines: those of the same shape in one.</summary>
internal sealed class RemedyLines(FactRecord facts)
{
    private const int MostNamed = 10;
    private const string NotKnown = " (not known so far)";

    private readonly StepItems _items = new(facts);

    /// <summary>The lines, by what the cheapest remedy of each costs.</summary>
    public IReadOnlyList<RemedyLine> Of(IReadOnlyList<FoundRemedy> remedies)
    {
        List<Told> all = [.. remedies.Select(remedy => new Told(remedy, _items.Of(remedy)))];
        List<(int First, RemedyLine Line)> lines = [];
        foreach (var shape in all.GroupBy(told => (told.Shape, told.Found.IsEscape)))
        {
            List<Told> left = [.. shape];
            while (left.Count > 0)
            {
                var group = LargestOf(left);
                lines.Add((all.IndexOf(group.All[0]), Line(group.Common, group.Least, group.All)));
                left.RemoveAll(group.All.Contains);
            }
        }

        return [.. lines.OrderBy(line => line.First).Select(line => line.Line)];
    }

    /// <summary>The line of one remedy.</summary>
    public RemedyLine Of(FoundRemedy remedy) => Of([remedy])[0];

    /// <summary>What one step does.</summary>
    public static string TextOf(StepItem item) => Sentence([item], [], 0);

    // Those that have all but one step in common; or that are all the choices of so many of some.
    private static (IReadOnlyList<StepItem> Common, int Least, IReadOnlyList<Told> All) LargestOf(IReadOnlyList<Told> left)
    {
        var steps = left[0].Items.Count;
        var common = left[0].Items.Where(item => left.All(told => told.Has(item))).ToList();
        if (left.Count > 1 && AreAllChoices(left, common, steps - common.Count))
        {
            return (common, steps - common.Count, left);
        }

        var best = (Common: left[0].Items, Least: 0, All: (IReadOnlyList<Told>)[left[0]]);
        foreach (var item in left[0].Items)
        {
            List<StepItem> others = [.. left[0].Items.Where(other => other != item)];
            List<Told> same = [.. left.Where(told => others.TrueForAll(told.Has) && told.Without(others).Likeness == item.Likeness)];
            if (same.Count > best.All.Count)
            {
                best = (others, 1, same);
            }
        }

        return best;
    }

    private static bool AreAllChoices(IReadOnlyList<Told> all, List<StepItem> common, int chosen)
    {
        var rest = all.SelectMany(told => told.Items).Where(item => !common.Exists(other => other.Path == item.Path)).ToList();
        if (chosen == 0 || rest.DistinctBy(item => item.Likeness).Count() > 1)
        {
            return false;
        }

        var (many, ways) = (rest.DistinctBy(item => item.Path).Count(), 1L);
        for (var i = 0; i < chosen; i++)
        {
            ways = ways * (many - i) / (i + 1);
        }

        return ways == all.Count;
    }

    private static RemedyLine Line(IReadOnlyList<StepItem> common, int chosen, IReadOnlyList<Told> all)
    {
        // In the order in which they stand in the scenario, whichever was found first.
        List<StepItem> choices = chosen == 0 ? [] : [.. all.SelectMany(told => told.Items)
            .Where(item => !common.Any(other => other.Path == item.Path)).DistinctBy(item => item.Path)
            .OrderBy(item => item.Steps[0].Variable.Index)];
        var areOpen = common.Concat(choices).All(item => item.Kind == StepKind.FindOut);
        var sentences = new List<string>();
        foreach (var like in common.Concat(choices).GroupBy(item => item.Likeness))
        {
            List<StepItem> fixedOnes = [.. like.Where(common.Contains)];
            List<StepItem> alternatives = [.. like.Except(fixedOnes)];
            var suffix = !areOpen && like.First().Kind == StepKind.FindOut ? NotKnown : string.Empty;
            sentences.Add($"{Sentence(fixedOnes, alternatives, chosen)}{suffix}");
        }

        var by = common.Concat(choices).Select(item => item.By).OfType<string>().Distinct(StringComparer.Ordinal);
        var text = sentences.Count <= 2 ? string.Join(", and ", sentences)
            : $"{string.Join("; ", sentences.SkipLast(1))}; and {sentences[^1]}";
        return new RemedyLine(text + (areOpen ? NotKnown : string.Empty), [.. by], [.. all.Select(told => told.Found)]);
    }

    // "the votes of Italy and of one of Netherlands, Czechia and Sweden are for"
    private static string Sentence(List<StepItem> all, List<StepItem> choices, int chosen)
    {
        var sentence = all.Concat(choices).First().Sentence;
        if (all.Concat(choices).First().Owner is null)
        {
            return choices.Count == 0 ? AllOf([.. all.Select(item => item.Sentence(string.Empty, false))])
                : Series.Or([.. choices.Select(item => item.Sentence(string.Empty, false))]);
        }

        var names = all.Count == 0 ? string.Empty : NamesOf(all);
        var choice = choices.Count == 0 ? string.Empty
            : chosen == 1 && choices.Count == 2 ? Series.Or([.. choices.Select(item => NamesOf([item]))])
            : $"{(chosen == 1 ? "one" : Numbers.Of(chosen))} of {NamesOf(choices)}";
        var who = choice.Length == 0 ? names : names.Length == 0 ? choice
            : choices.Count == 2 && chosen == 1 ? $"{names} and either {choice}" : $"{names} and {choice}";
        return sentence(who, all.Count + (choices.Count == 0 ? 0 : chosen) > 1);
    }

    // "there is one more consent (and 2 more like it)"
    private static string AllOf(List<string> sentences) => string.Join(", and ", sentences.GroupBy(sentence => sentence).Select(same =>
        same.Count() == 1 ? same.Key : $"{same.Key} (and {Numbers.Of(same.Count() - 1)} more like it)"));

    private static string NamesOf(IReadOnlyList<StepItem> items)
    {
        List<Scope> owners = [.. items.Select(item => item.Owner!).DistinctBy(owner => owner.Path)];
        return Labels.OfAll(owners, MostNamed);
    }

    private sealed record Told(FoundRemedy Found, IReadOnlyList<StepItem> Items)
    {
        public string Shape { get; } = string.Join('\n', Items.Select(item => item.Likeness).Order(StringComparer.Ordinal));

        public bool Has(StepItem item) => Items.Any(own => own.Path == item.Path);

        public StepItem Without(IReadOnlyList<StepItem> others) => Items.First(own => !others.Any(other => other.Path == own.Path));
    }
}
