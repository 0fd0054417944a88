using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Conditions in words. What describes and what explains both speak by it.</summary>
/// <remarks>A condition that is to be denied is worded as its opposite, so that negations never pile up.</remarks>
internal static partial class ConditionWording
{
    private static readonly HashSet<string> AfterIs = new(StringComparer.Ordinal)
        { "a", "an", "against", "among", "between", "for", "from", "in", "on", "one", "under", "within", "without" };

    /// <summary>What the condition says of the element that <paramref name="at"/> names.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="at">The names in reach.</param>
    /// <param name="holds">Whether to say that it holds, or that it does not.</param>
    public static Phrase Of(Condition condition, Naming at, bool holds = true) => condition switch
    {
        Negation n => Of(n.Part, at, !holds),
        Composition { Kind: CompositionKind.None } none => Compose(none.Parts, at, isAll: holds, partsHold: !holds),
        Composition c => Compose(c.Parts, at, (c.Kind == CompositionKind.All) == holds, holds),
        ConditionChoice c => new Clause(
            $"if {Sentence(c.If, at)}, then {Sentence(c.Then, at, holds)}, and otherwise {Sentence(c.Else, at, holds)}"),
        AtLeastOf a => OfAtLeast(a, at, holds),
        KnownTest k => OfKnown(k, at, holds),
        SettledTest s => new Clause($"{OperandWording.Of(s.Operand, at)} is {(holds ? string.Empty : "not ")}{HowKnown(s.Operand)}"),
        RelationTest r => OfRelation(r, at, holds ? r.Relation : r.Relation.Inverse()),
        TextTest t => OfTextFact(t.Left, VerbOf(t, at, holds), at),
        PatternTest p => OfTextFact(p.Left, VerbOf(p, at, holds), at),
        Quantified q => OfQuantified(q, at, holds),
        ShareTest s => OfShare(s, at, holds),
        ShareOfTwo s => OfShare(s, at, holds ? s.Relation : s.Relation.Inverse()),
        InOrder o => OfOrder(o, at, holds),
        Reachable r => OfReachable(r, at, holds),
        Membership m => OfMembership(m, at, holds),
        Between b => OfBetween(b, at, holds),
        Containment c => OfContainment(c, at, holds),
        NamedCondition n => OfNamed(n, at, holds),
        StageCondition s => new Reference("stage", $"“{s.Stage}”", "applies", holds),
        RuleReference r => new Reference("rule", r.Title is { } title ? $"“{ValueWords.Shorten(title)}”" : r.Id, "is met", holds),
        _ => throw new InvalidOperationException($"no words for {condition.GetType().Name}"),
    };

    /// <summary>The whole sentence about the element, or about the scenario.</summary>
    public static string Sentence(Condition condition, Naming at, bool holds = true)
    {
        var phrase = Of(condition, at, holds);
        return at.IsAny ? phrase.Of("it") : phrase.OfNamed(at.Name);
    }

    private static Phrase Compose(IReadOnlyList<Condition> parts, Naming at, bool isAll, bool partsHold) =>
        parts.Count == 1 ? Of(parts[0], at, partsHold) : new Joined([.. parts.Select(part => Of(part, at, partsHold))], isAll);

    private static Clause OfAtLeast(AtLeastOf condition, Naming at, bool holds)
    {
        var parts = string.Join("; ", condition.Parts.Select(part => Sentence(part, at)));
        return new Clause(
            $"{(holds ? "at least" : "fewer than")} {condition.Number} of these {(condition.Number == 1 ? "holds" : "hold")}: {parts}"
        );
    }

    // "is “in force”", "is not “a diplomat”", "meets “90 days ago”": whatever the author's words are, they stand as they are.
    private static Phrase OfNamed(NamedCondition condition, Naming at, bool holds)
    {
        if (at.Depth == 0)
        {
            return new Reference(string.Empty, $"“{condition.Name}”", "holds", holds);
        }

        var name = condition.Name.StartsWith("is ", StringComparison.Ordinal) ? condition.Name[3..] : condition.Name;
        var isAfterIs = name != condition.Name || AfterIs.Contains(name.Split(' ')[0]);
        return new Predicate(isAfterIs && !name.StartsWith("not ", StringComparison.Ordinal)
            ? $"is {(holds ? string.Empty : "not ")}“{name}”"
            : $"{(holds ? "meets" : "does not meet")} “{condition.Name}”");
    }

    // Of a date it may be known in which month it is, of what is worked out within which bounds it lies.
    private static string HowKnown(Operand operand) =>
        operand is FactOperand { Measure.Kind: not MeasureKind.Day } or Constant ? "known" : "exactly known";

    private static Phrase OfKnown(KnownTest test, Naming at, bool holds)
    {
        var isKnown = test.Expected == holds;
        return test.Fact.Type is not (RecordType or ListType) && IsOwn(test.Fact, at) && test.Fact.Slots.Length > 0
            && !IsAskedWhether(test.Fact, at)
            ? PropertyWords.Of(test.Fact, at).HasKnown(isKnown)
            : new Clause(IsKnown(test.Fact, at, isKnown, HowMuch(isKnown)))
            {
                WordsOfThem = IsOwn(test.Fact, at) && at.IsAny && test.Fact.Slots.Length > 0 ? AreKnown(test.Fact, at, isKnown) : null,
            };
    }

    // Of a list, or an object, it is asked whether anything is known.
    private static string HowMuch(bool isKnown) => isKnown ? " at least in part" : " even in part";

    private static string AreKnown(FactReference fact, Naming at, bool isKnown)
    {
        var (words, not) = (PropertyWords.Of(fact, at), isKnown ? string.Empty : "not ");
        return IsAskedWhether(fact, at) ? $"it is {not}known whether {words.Flag(true).OfNamed("they", many: true)}"
            : $"{words.OwnOfMany} {at.VerbOf(fact)} {not}known{HowMuch(isKnown)}";
    }

    /// <summary>"the rank of Mingus is known", "it is known whether CN is present", "the delegates of US are known in part"</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="at">The names in reach.</param>
    /// <param name="isKnown">Whether it is.</param>
    /// <param name="howMuch">Of an object or a list, how much of it.</param>
    public static string IsKnown(FactReference fact, Naming at, bool isKnown, string howMuch = "")
    {
        var not = isKnown ? string.Empty : "not ";
        return IsAskedWhether(fact, at) ? $"it is {not}known {Question(fact, at)}"
            : $"{at.NameOf(fact)} {at.VerbOf(fact)} {not}known{(fact.Type is RecordType or ListType ? howMuch : string.Empty)}";
    }

    // Facts of the element that is spoken of can be told as what it has; of the scenario itself nothing "has" anything.
    private static bool IsOwn(FactReference fact, Naming at) => at.Depth > 0 && fact.Depth == at.Depth;
}
