using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>Reads the words of a line back: its numbers, its names, and of whom it speaks.</summary>
internal static partial class PrintedClaim
{
    /// <summary>What the words say otherwise than the claim does.</summary>
    public static IEnumerable<string> Faults(string text, Claim claim, int most) => claim switch
    {
        CountClaim c => CountFaults(text, c.Heads).Concat(NamesThoseMeant(text, c.List, c.Among, c.At)).Concat(PercentFaults(text)),
        WeightClaim c => WeightFaults(text, c).Concat(NamesThoseMeant(text, c.Share.List, c.Share.Among, c.At)).Concat(PercentFaults(text)),
        ElementsClaim c => NameFaults(text, c.Elements, most, mayBeOwn: true),
        LevelClaim c => NameFaults(text, c.LeftOut, most, mayBeOwn: false),
        ExtremeClaim c => NameFaults(text, c.Having, most, mayBeOwn: false),
        StepClaim c => NameFaults(text, [.. c.Taking, .. c.Perhaps], most, mayBeOwn: true),
        ClosestClaim c => NameFaults(text, [c.First, c.Last], most, mayBeOwn: true),
        TooEarlyClaim c => NameFaults(text, [c.Early, c.Before], most, mayBeOwn: false),
        MarginClaim c => text.Contains(':', StringComparison.Ordinal) && MarginWords().Match(text) is { Success: true } m
            && Read(m.Groups[1].Value) != ClaimCheck.Value(c.Margin.Amount) ? [$"the margin is {c.Margin.Words}"] : [],
        TruthClaim { Condition: Composition or AtLeastOf, At: { Outer: not null } at } => !Heading().IsMatch(text)
            || text.Contains(Labels.OwnOf(at), StringComparison.Ordinal) || NamesAnOwner(text, at) ? []
            : ["it does not say of whom it speaks"],
        TruthClaim { Condition: RelationTest { Left.Measure.Kind: MeasureKind.Real } test, Truth: not Truth.Unknown, At: var at } =>
            SideFaults(text, test, at),
        ValueClaim { Value.IsBounded: true, Operand.Measure.Kind: MeasureKind.Exact } c => ValueFaults(text, c),
        OthersClaim c => Others().Match(text) is { Success: true } others
            && (others.Groups[1].Success ? Read(others.Groups[1].Value) : 1) is var said
            && said == PlainReckoning.Elements(c.List, c.At).Known.Count - c.Told.Count ? [] : ["there are not so many others"],
        MoreClaim c => MoreFaults(text, ClaimCheck.AllOf(c) - c.Told),
        MoreOpenClaim c => MoreFaults(text, ClaimCheck.AllOf(c) - c.Told),
        MoreRulesClaim c => MoreFaults(text, RuleReckoning.Decisive(c.Stage).Count - c.Told.Count),
        MoreElementsClaim c => MoreFaults(text, EachReckoning.Count(c.Rule, c.Checked, c.At, c.Outcome) - c.Told),
        ElementOutcomeClaim c => text == $"{Labels.Of(c.At)}: {OutcomeWords.Of(c.Rule, c.Outcome)}" ? [] : ["it names another"],
        ElementsOfRuleClaim c => NameFaults(text, c.Elements, 3, mayBeOwn: true),
        ElementCountsClaim { Counts: [{ Count: 1 } one] } c when text == $"the other is {OutcomeWords.Of(c.Rule, one.Outcome)}" => [],
        ElementCountsClaim c => Regex.Matches(text, "([0-9]+) (is|are) ") is var said
            && said.Select(m => (int)Read(m.Groups[1].Value)).SequenceEqual(c.Counts.Select(count => count.Count)) ? []
            : ["there are other numbers of them"],
        StageClaim c => StageFaults(text, c),
        ScoreClaim c => ScoreFaults(text, c),
        DeadlineClaim { At: var at, AsOf: var day } => ClaimCheck.Walk(day, at) is { IsKnown: true, Date: var date }
            && !text.Contains(date.ToString(), StringComparison.Ordinal) ? [$"it does not say that it is {date}"] : [],
        _ => [],
    };

    private static IEnumerable<string> MoreFaults(string text, int more) =>
        More().Match(text) is { Success: true } m && Read(m.Groups[1].Value) == more ? [] : [$"there are {more} more"];

    // "talks: undetermined, 3 rules are open and one is pending"
    private static IEnumerable<string> StageFaults(string text, StageClaim claim)
    {
        var said = Regex.Match(text[(text.LastIndexOf(": ", StringComparison.Ordinal) + 2)..], claim.Outcome switch
        {
            StageOutcome.Invalid => "^invalid, (?<some>one|[0-9]+) (rule stands|rules stand) in the way$",
            StageOutcome.Undetermined =>
                "^undetermined, ((?<some>one|[0-9]+) (rule|rules) (is|are) open( and )?)?"
                    + "((?<pending>one|[0-9]+) (rule |rules )?(is|are) pending)?"
                    + "(, and (nothing can settle|no values were found that settle) .*)?$",
            StageOutcome.NotApplicable => "^not applicable$",
            _ => "^valid(, with (?<some>one|[0-9]+) warnings?|, as nothing is required)?$",
        });
        var (some, pending) = (Number("some"), Number("pending"));
        return said.Success && (some, pending) == (claim.Decisive - claim.Pending, claim.Pending) ? []
            : [$"it reads as {some} and {pending} pending"];

        int Number(string group) => said.Groups[group] is { Success: true, Value: var number }
            ? number == "one" ? 1 : int.Parse(number, CultureInfo.InvariantCulture) : 0;
    }

    // "score 0.50: 1 of 2 preferred rules satisfied"
    private static IEnumerable<string> ScoreFaults(string text, ScoreClaim claim)
    {
        var rules = RuleReckoning.Preferred(claim);
        var isByWeight = rules.Exists(rule => !rule.Weight.Equals(1));
        var (met, all) = isByWeight ? (rules.Where(rule => rule.IsMet).Sum(rule => rule.Weight), rules.Sum(rule => rule.Weight))
            : (rules.Count(rule => rule.IsMet), rules.Count);
        return Score().Match(text) is { Success: true } said && said.Groups[1].Value == claim.Score.ToString()
            && said.Groups[4].Success == isByWeight
            && ((double)Read(said.Groups[2].Value), (double)Read(said.Groups[3].Value)) == (met, all)
            ? [] : [$"{met} of {all} are met"];
    }

    // "2 of the 7 states … and 1 more may", "none of the 2 known …", "all 3 …", "both …", "the only …", "there are 3 …"
    private static IEnumerable<string> CountFaults(string text, Heads heads)
    {
        if (heads.All == 0)
        {
            return NoneAtAll().IsMatch(text) ? [] : ["there are none"];
        }

        var (met, all) = OfAll().Match(text) is { Success: true } of
            ? (of.Groups[1].Value == "none" ? 0 : (int)Read(of.Groups[1].Value), (int)Read(of.Groups[2].Value))
            : Only().IsMatch(text) ? (heads.Meeting, 1)
            : All().Match(text) is { Success: true } every ? EveryOf(every.Groups[1].Success ? (int)Read(every.Groups[1].Value) : 2)
            : (-1, -1);
        var maybe = Maybe().Matches(text) is [.., var last] ? (int)Read(last.Groups[1].Value) : Only().IsMatch(text)
            && text.StartsWith("it is open whether ", StringComparison.Ordinal) ? 1 : 0;
        var outside = Outside().Match(text) is { Success: true } open ? (int)Read(open.Groups[1].Value) : 0;
        return (met, all, maybe, outside) == (heads.Meeting, heads.All, heads.Maybe, heads.Outside) ? []
            : [$"it reads as {(met, all, maybe, outside)}"];

        static (int, int) EveryOf(int all) => (all, all);
    }

    private static IEnumerable<string> WeightFaults(string text, WeightClaim claim)
    {
        if (MakeUp().Match(text) is not { Success: true } match)
        {
            return claim.Weights.All.IsZero ? [] : ["it tells no weights"];
        }

        var maybe = MoreMayCome().Match(text) is { Success: true } more ? Read(more.Groups[1].Value) : 0;
        var said = (Read(match.Groups[1].Value), Read(match.Groups[2].Value), maybe);
        var meant = (Round(claim.Weights.Part), Round(claim.Weights.All), Round(claim.Weights.Maybe));
        return said == meant ? [] : [$"it reads as {said}, not {meant}"];

        static decimal Round(Amount amount) => decimal.Round(ClaimCheck.Value(amount), 6);
    }

    // A share in per cent must not stand on the other side of what is asked for than the verdict does: it is rounded, and the bound is not.
    private static IEnumerable<string> PercentFaults(string text)
    {
        if (Percents().Match(text) is not { Success: true } match)
        {
            return [];
        }

        var (part, all) = MakeUp().Match(text) is { Success: true } weights ? (Read(weights.Groups[1].Value), Read(weights.Groups[2].Value))
            : OfAll().Match(text) is { Success: true } heads
                ? (heads.Groups[1].Value == "none" ? 0 : Read(heads.Groups[1].Value), Read(heads.Groups[2].Value))
            : (1, 0);
        var (said, bound) = (Read(match.Groups[1].Value), Read(match.Groups[2].Value));
        return all == 0 || (Math.Sign((part / all) - (bound / 100)) == Math.Sign(said - bound)
            && Math.Abs((100 * part / all) - said) < 0.06m) ? [] : [$"{part} of {all} is not {said} % beside {bound} %"];
    }

    // Whoever is meant, by whatever they have to be, is named before those that are counted.
    private static IEnumerable<string> NamesThoseMeant(string text, ListReference list, Condition? among, Scope at)
    {
        var scenario = at.At(0).Element.Record.Type;
        return among is null
            || (ConditionWording.Of(among, Naming.At(at, scenario).Enter(list)).Verb(many: false) is { } verb
                && text.Contains(verb, StringComparison.Ordinal))
            || text.Contains(OperandWording.RelativeOf(among, Naming.At(at, scenario).Enter(list), many: true).Trim(),
                StringComparison.Ordinal)
            || text.Contains(OperandWording.RelativeOf(among, Naming.At(at, scenario).Enter(list), many: false).Trim(),
                StringComparison.Ordinal)
            ? [] : ["it does not say among whom"];
    }

    // Every element that is named is called what nobody else in its list is called.
    private static IEnumerable<string> NameFaults(string text, IReadOnlyList<Scope> elements, int most, bool mayBeOwn)
    {
        var shown = elements.Count - 1 > most ? elements.Take(most).ToList() : elements;
        foreach (var element in shown)
        {
            var name = mayBeOwn ? Labels.OwnOf(element) : Labels.Of(element);
            if (!text.Contains(name, StringComparison.Ordinal))
            {
                yield return $"{name} is not named";
            }

            if (element.List is { } list && element.Element.Kind == FactKind.Record && element.Outer!.Read(list).List is var all)
            {
                var own = Labels.OwnOf(element);
                var others = Enumerable.Range(0, all.Count).Where(i => i != element.Index).Select(i =>
                    Labels.OwnOf(element.Outer!.Enter(all[i], list, i)));
                if (others.Contains(own, StringComparer.Ordinal))
                {
                    yield return $"two are called {own}";
                }
            }
        }

        if (elements.Count > shown.Count && !text.Contains($"{elements.Count - most} more", StringComparison.Ordinal))
        {
            yield return $"{elements.Count - most} more are not told of";
        }
    }

    // What was worked out is printed on the side of the bound on which it is.
    private static IEnumerable<string> SideFaults(string text, RelationTest test, Scope at)
    {
        if (Quantities.Real(test.Left, at) is not { IsNothing: false, IsValue: true, Low: { } left }
            || Quantities.Real(test.Right, at) is not { IsNothing: false, IsValue: true, Low: { } right })
        {
            return [];
        }

        var numbers = AnyNumber().Matches(text).Select(m =>
            double.Parse(m.Value.Replace("\u00A0", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToList();
        var near = numbers.FindAll(n => Math.Abs(n - left) <= 0.000001 * Math.Max(1, Math.Abs(left)));
        return near.Count == 0 || near.Exists(n => n.CompareTo(right) == left.CompareTo(right))
            || numbers.Exists(n => near.Exists(m => m.CompareTo(n) == left.CompareTo(right) && Math.Abs(n - right) <= 0.001))
            ? [] : [$"{left} and {right} are not told apart"];
    }

    private static IEnumerable<string> ValueFaults(string text, ValueClaim claim)
    {
        if (PlainReckoning.Number(claim.Operand, claim.At) is not { } value || value == PlainReckoning.Nothing)
        {
            return [];
        }

        var words = value switch
        {
            ({ } low, { } high) when low == high => Write(low),
            ({ } low, { } high) => $"between {Write(low)} and {Write(high)}",
            ({ } low, null) => $"{Write(low)} or more",
            (null, { } high) => $"{Write(high)} or less",
            _ => string.Empty,
        };
        var said = $" {text.Replace("\u00A0", string.Empty, StringComparison.Ordinal)} ";
        return said.Contains($" {words}", StringComparison.Ordinal) || said.Contains($"({words}", StringComparison.Ordinal) ? []
            : [$"it is {words}"];

        static string Write(decimal number) => number.ToString("0.#########", CultureInfo.InvariantCulture);
    }

    private static bool NamesAnOwner(string text, Scope at) =>
        at.Outer is { Outer: not null } outer && (text.Contains(Labels.OwnOf(outer), StringComparison.Ordinal)
            || NamesAnOwner(text, outer));

    private static decimal Read(string number) => decimal.Parse(number.Replace("\u00A0", string.Empty, StringComparison.Ordinal),
        NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("(these are so|of these would|of these alone|these are open, and decide|this is how it stands|conditions? holds?)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^the other (?:one is|([\d\u00A0]+) are) ")]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:and )?([\d\u00A0]+) more(?: rules?| (?:is|are) open, but need not be known to settle this)?$")]
    private static partial Regex More();

    [GeneratedRegex(@"^score ([\d.–]+): (?=.*?([\d.]+) of ([\d.]+))(?:.* rules satisfied|(preferred rules satisfied by weight): .*)$")]
    private static partial Regex Score();

    [GeneratedRegex(@"^(none|[\d\u00A0]+) of the ([\d\u00A0]+) ")]
    private static partial Regex OfAll();

    [GeneratedRegex(@"^(?:both|(?:all|there are|there is|.* has) ([\d\u00A0]+)) ")]
    private static partial Regex All();

    [GeneratedRegex(@"^(it is open whether )?the only ")]
    private static partial Regex Only();

    [GeneratedRegex(@"^(no |there are no |there is no |.* has no |.* is empty)")]
    private static partial Regex NoneAtAll();

    [GeneratedRegex(@" and ([\d\u00A0]+) (?:more )?may(?: count)?(?=[,;]|$)")]
    private static partial Regex Maybe();

    [GeneratedRegex(@"it is open whether ([\d\u00A0]+) (?:more )?counts?\b")]
    private static partial Regex Outside();

    [GeneratedRegex(@"make up ([\d\u00A0.E+-]+) of ([\d\u00A0.E+-]+) in ")]
    private static partial Regex MakeUp();

    [GeneratedRegex(@", and ([\d\u00A0.E+-]+) more may come")]
    private static partial Regex MoreMayCome();

    [GeneratedRegex(@", ([\d.]+) %[;,].*?([\d.]+) %")]
    private static partial Regex Percents();

    [GeneratedRegex(@": ([\d\u00A0.]+) (?:more|too many|too much|days? too (?:early|late))$")]
    private static partial Regex MarginWords();

    [GeneratedRegex(@"(?<![\w.])-?\d[\d\u00A0]*(\.\d+)?(E[+-]?\d+)?")]
    private static partial Regex AnyNumber();
}
