using System.Collections.Immutable;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>The values that a fact may have, as the condition that says so and in words: "on or before 2022-01-31".</summary>
internal static class RoomWords
{
    private const int MostListed = 7;

    private static readonly Naming AnyScenario = Naming.Root(new RecordType([]));

    /// <summary>The condition that the fact has one of them.</summary>
    public static Condition Condition(FactReference fact, Room room)
    {
        if (room.IsAny)
        {
            return new KnownTest(default, fact, expected: true);
        }

        var item = new FactOperand(default, Measure.Of(fact.Type)!.Value, fact);
        if (room.IsOrdered)
        {
            ImmutableArray<Condition> parts = [.. Parts(item, room)];
            return parts.Length == 1 ? parts[0] : new Composition(default, CompositionKind.Any, parts);
        }

        List<Operand> values = [.. Told(room, out var areOthers).Select(value => ConstantOf(fact, value))];
        return values.Count == 1 ? new RelationTest(default, item, areOthers ? Relation.NotEqual : Relation.Equal, values[0])
            : new Membership(
                default, new RelationTest(default, item, Relation.Equal, values[0]), item, areOthers, new Values([.. values], null));
    }

    /// <summary>What follows "is": "on or before 2022-01-31", "neither postponed nor cancelled", "known".</summary>
    public static string Tail(FactReference fact, Room room, Naming at) => Condition(fact, room) switch
    {
        KnownTest => "known",
        Composition several => Series.Or([.. several.Parts.Select(part => Tail(part, at))]),
        var condition => Tail(condition, at),
    } + (room.IsWhole || room.Cells.Length > 1 ? string.Empty : ", for example");

    private static string Tail(Condition condition, Naming at) => condition switch
    {
        Membership { IsNegated: true } test => ConditionWording.NoneOf(test.Values, at),
        Membership test => ConditionWording.AnyOf(test.Values, at),
        Between test => $"between {OperandWording.Of(test.Low, at)} and {OperandWording.Of(test.High, at)}",
        RelationTest { Relation: Relation.NotEqual } test => $"other than {OperandWording.Of(test.Right, at)}",
        RelationTest test => ConditionWording.Tail(test.Relation, test.Right, at),
        _ => throw new InvalidOperationException($"no words for {condition.GetType().Name}"),
    };

    /// <summary>The same of a fact by itself.</summary>
    public static string OfFact(Room room) => Tail(new FactReference(0, [], room.Fact.Type, room.Fact.Key), room, AnyScenario);

    // What stands for all other texts is no value that anybody would say; of a few words, the shorter list is told, but not only that the
    // fact may be anything but what it is.
    private static IEnumerable<FactValue> Told(Room room, out bool areOthers)
    {
        areOthers = room.IsWhole && room.Fact.Type is TextType { Values: var words }
            && (words is null ? room.Values.Any(IsOther) : room.Others.Count() < room.Cells.Length && room.Others.Any()
                && !(room.Others.Take(2).ToList() is [var only] && only.IsSame(room.Fact.Cells[0]) && room.Cells.Length <= MostListed));
        return areOthers ? room.Others.Where(value => !IsOther(value)) : room.Values;
    }

    private static bool IsOther(FactValue value) => value.Kind == FactKind.Text && value.Text.Length > 0 && value.Text.All(c => c == '…');

    private static IEnumerable<Condition> Parts(FactOperand item, Room room)
    {
        List<(FactValue? Least, FactValue? Most)> stretches = [.. room.Stretches()];
        if (stretches is [{ Least: null, Most: { } before }, { Least: { } after, Most: null }]
            && StepsOf(after) - StepsOf(before) is { } gap && gap == 2)
        {
            yield return new RelationTest(default, item, Relation.NotEqual, ConstantOf(item.Fact, Between(before, item.Fact.Type)));
            yield break;
        }

        foreach (var (least, most) in stretches)
        {
            yield return Part(item, least, most);
        }
    }

    private static Condition Part(FactOperand item, FactValue? least, FactValue? most) => (least, most) switch
    {
        ({ } low, { } high) when low.IsSame(high) => Compare(item, Relation.Equal, low),
        ({ } low, { } high) => new Between(
            default, Compare(item, Relation.GreaterOrEqual, low), item, ConstantOf(item.Fact, low), ConstantOf(item.Fact, high)),
        (null, { } high) => Compare(item, Relation.LessOrEqual, high),
        ({ } low, null) => Compare(item, Relation.GreaterOrEqual, low),
        _ => new KnownTest(default, item.Fact, expected: true),
    };

    private static RelationTest Compare(FactOperand item, Relation relation, FactValue value) =>
        new(default, item, relation, ConstantOf(item.Fact, value));

    private static Int128? StepsOf(FactValue value) => value.Kind switch
    {
        FactKind.Exact => value.Steps,
        FactKind.Date => value.Date.First,
        _ => null,
    };

    private static FactValue Between(FactValue before, FactType type) => type is DateType
        ? FactValue.Of(new PartialDate(before.Date.First + 1, before.Date.First + 1)) : FactValue.OfSteps(before.Steps + 1);

    private static Constant ConstantOf(FactReference fact, FactValue value) => new(default, Measure.Of(fact.Type)!.Value, value, null);
}
