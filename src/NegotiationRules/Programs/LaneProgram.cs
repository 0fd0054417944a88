using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <summary>A program for one scenario and many rules: rules of one shape lie side by side in lanes and are worked out together.</summary>
/// <remarks>
/// Every element of a level has a record of words. The result of an operation is so many bits in it as there are lanes, one lane being a
/// rule or a part of one; what is the same for all lanes of a group is worked out once, as one lane that fills its word. Each record is
/// there twice: what is certain, then what is possible. What goes over lists, but for quantifiers that many rules have alike, and all
/// quantities are steps of a program of its own, <see cref="Lists"/>, whose results are taken over. Immutable.
/// </remarks>
internal sealed class LaneProgram
{
    /// <summary>The largest quantity that is reckoned with: sums and differences of two such numbers still fit.</summary>
    public const long Largest = long.MaxValue / 4;

    public required FactLayout Layout { get; init; }

    public required string[] Texts { get; init; }

    /// <summary>The steps that a machine takes before the operations, over the one scenario.</summary>
    public required Program Lists { get; init; }

    /// <summary>Those of its steps that are taken over as truths of the scenario.</summary>
    public required int[] GivenBits { get; init; }

    /// <summary>Those that are taken over as truths of elements, or whose quantities are compared.</summary>
    public required int[] GivenElements { get; init; }

    /// <summary>In an order in which every operation comes after those it needs, those of a kind together.</summary>
    public required LaneOp[] Ops { get; init; }

    /// <summary>The tests of facts of the scenario itself: they are the first operations, and their results the first bits of its
    /// record.</summary>
    public required LaneRun[] Staging { get; init; }

    /// <summary>All that follows.</summary>
    public required LaneRun[] Runs { get; init; }

    /// <summary>Between what each of those facts is tested to lie.</summary>
    public required LaneRange[] Ranges { get; init; }

    public required LaneBank[] Banks { get; init; }

    /// <summary>Of every match the operands that are turned round.</summary>
    public required ulong[] Flips { get; init; }

    /// <summary>Of every match its operands.</summary>
    public required ulong[] Matches { get; init; }

    public required LaneOperand[] Operands { get; init; }

    /// <summary>Constants, and lists of codes.</summary>
    public required int[] Ints { get; init; }

    public required long[] Longs { get; init; }

    public required double[] Reals { get; init; }

    /// <summary>Words of lanes: what unknown facts make of tests, which lanes name a code, which are required.</summary>
    public required ulong[] Masks { get; init; }

    /// <summary>The steps behind the operations that need to know more than an operation says.</summary>
    public required Step[] Steps { get; init; }

    /// <summary>For each level, how many words a record of one plane has.</summary>
    public required int[] WordsOf { get; init; }

    public required LaneGroup[] Groups { get; init; }

    public required LaneRule[] Rules { get; init; }

    /// <summary>The lanes of all groups: how many different rules there are.</summary>
    public required int Outcomes { get; init; }

    /// <summary>Sorted by stage.</summary>
    public required LaneStage[] Required { get; init; }

    /// <summary>Of each stage that does not always apply, where it says whether it does, as if that were a rule.</summary>
    public required LaneRule?[] Stages { get; init; }

    /// <summary>The levels whose elements operations go over.</summary>
    public required int[] GoesOver { get; init; }

    /// <summary>The columns, beside those of the scenario itself, of which an unknown value may leave something open.</summary>
    public required int[] Deciding { get; init; }

    /// <summary>Whether nothing stays open once all facts are known and nothing is open that is taken over.</summary>
    public required bool IsDecidedByFacts { get; init; }

    /// <summary>Whether something is left to the tree walk in every scenario.</summary>
    public required bool HasWalks { get; init; }

    /// <summary>What depends on what, for changed facts.</summary>
    public required LaneUses Uses { get; init; }

    /// <summary>The most words that any operation has.</summary>
    public int MostWords => Ops.Select(op => op.Words).DefaultIfEmpty(1).Max();

    /// <summary>The most operands that any operation counts.</summary>
    public int MostCounted => Ops.Where(op => op.Kind == LaneOpKind.AtLeast).Select(op => (int)op.Low).DefaultIfEmpty().Max();
}
