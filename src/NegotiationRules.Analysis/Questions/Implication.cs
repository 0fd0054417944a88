using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Tells whether one condition is never truer than another because of how both are made: "at least 15" than "at least 14", "some
/// that are military and professional" than "some that are military".</summary>
/// <remarks>
/// False comes before unknown, and unknown before true. So where the one is true the other is, and where the other is false the one is:
/// whatever the facts are, whatever is known of them, and however long the lists are. A "no" only means that it cannot be seen at a glance.
/// Not safe to share between threads.
/// </remarks>
/// <param name="same">Tells what means the same.</param>
internal sealed class Implication(SameMeaning same)
{
    private readonly Dictionary<(Said One, Said Other), bool> _known = [];

    /// <summary>Whether it is so of conditions that are read in the same place; what is left out is always true.</summary>
    public bool Holds(Condition? one, Condition? other) => other is null || (one is not null && Holds(Said.Of(one), Said.Of(other)));

    private bool Holds(Said one, Said other)
    {
        if (!_known.TryGetValue((one, other), out var holds))
        {
            _known[(one, other)] = holds = (one.IsDenied == other.IsDenied && same.Are(one.Condition, other.Condition))
                || ByParts(one, other) || (one.IsDenied == other.IsDenied && Alike(one, other)) || ByRelation(one, other);
        }

        return holds;
    }

    // "Any" on the left and "all" on the right lose nothing; of "all" on the left and "any" on the right one part has to do.
    private bool ByParts(Said one, Said other) => (one.Parts, other.Parts) switch
    {
        ({ IsAll: false } left, _) => left.Parts.All(part => Holds(part, other)),
        (_, { IsAll: true } right) => right.Parts.All(part => Holds(one, part)),
        (var left, var right) => left?.Parts.Any(part => Holds(part, other)) == true
            || right?.Parts.Any(part => Holds(one, part)) == true,
    };

    // Conditions of one form, of which each part goes one way. What is denied goes the other.
    private bool Alike(Said one, Said other)
    {
        var (weaker, stronger) = one.IsDenied ? (other.Condition, one.Condition) : (one.Condition, other.Condition);
        return (weaker, stronger) switch
        {
            (Quantified a, Quantified b) => a.Kind == b.Kind && same.AreLists(a.List, b.List) && HaveSameSelections(a, b) && a.Kind switch
            {
                QuantifierKind.Some => Holds(a.Where, b.Where),
                QuantifierKind.No => Holds(b.Where, a.Where),
                _ => Holds(b.Where, a.Where) && Holds(a.Satisfy, b.Satisfy),
            },
            (AtLeastOf a, AtLeastOf b) => a.Number >= b.Number && a.Parts.Length == b.Parts.Length
                && a.Parts.Zip(b.Parts).All(pair => Holds(pair.First, pair.Second)),
            (ConditionChoice a, ConditionChoice b) => same.Are(a.If, b.If) && Holds(a.Then, b.Then) && Holds(a.Else, b.Else),
            (RuleReference a, RuleReference b) => Holds(a.Meaning, b.Meaning),
            _ => false,
        };
    }

    private bool ByRelation(Said one, Said other) => (one.Condition, other.Condition) switch
    {
        (RelationTest a, RelationTest b) => ConstantRelations.Order(a.Left, a.Right, b.Right) is { } order
            && ConstantRelations.Implies(one.Of(a.Relation), other.Of(b.Relation), order)
            && AreInOrder(a.Left, b.Left, one.Of(a.Relation)),
        (ShareTest a, ShareTest b) => ConstantRelations.Order(a.Bound, b.Bound) is { } order
            && ConstantRelations.Implies(one.Of(a.Relation), other.Of(b.Relation), order)
            && same.AreLists(a.List, b.List) && HaveSameSelections(a, b) && same.Are(a.Weight, b.Weight) && same.Are(a.Among, b.Among)
            && same.Are(a.Where, b.Where) && same.Are(a.IfNone, b.IfNone),
        (ShareOfTwo a, ShareOfTwo b) => ConstantRelations.Order(a.Bound, b.Bound) is { } order
            && ConstantRelations.Implies(one.Of(a.Relation), other.Of(b.Relation), order)
            && same.Are(a.Part, b.Part) && same.Are(a.Whole, b.Whole) && same.Are(a.IfNone, b.IfNone),
        _ => false,
    };

    // What is compared is the same, or a number of elements of which the one has no more, or no fewer, than the other.
    private bool AreInOrder(Operand one, Operand other, Relation relation)
    {
        if (same.Are(one, other))
        {
            return true;
        }

        return SameMeaning.Meant(one) is CountOperand a && SameMeaning.Meant(other) is CountOperand b
            && same.AreLists(a.List, b.List) && HaveSameSelections(a, b) && relation switch
            {
                Relation.Greater or Relation.GreaterOrEqual => Holds(a.Where, b.Where),
                Relation.Less or Relation.LessOrEqual => Holds(b.Where, a.Where),
                _ => false,
            };
    }

    private bool HaveSameSelections(Node one, Node other)
    {
        var (ofOne, ofOther) = (one.List!.Children, other.List!.Children);
        return ofOne.Length == ofOther.Length && ofOne.Zip(ofOther).All(pair => same.Are(pair.First.Node, pair.Second.Node));
    }

    /// <summary>A condition, or that it does not hold.</summary>
    private readonly record struct Said(Condition Condition, bool IsDenied)
    {
        public static Said Of(Condition condition, bool isDenied = false)
        {
            while (true)
            {
                switch (SameMeaning.Meant(condition))
                {
                    case Negation negation:
                        (condition, isDenied) = (negation.Part, !isDenied);
                        break;
                    case var meant:
                        return new Said((Condition)meant, isDenied);
                }
            }
        }

        /// <summary>What it is put together of, by "all" or by "any"; <see langword="null"/> if it is one.</summary>
        public (bool IsAll, ImmutableArray<Said> Parts)? Parts
        {
            get
            {
                if (Condition is not Composition { Kind: var kind } composition)
                {
                    return null;
                }

                var isDenied = IsDenied ^ kind == CompositionKind.None;
                return (kind == CompositionKind.Any == IsDenied, [.. composition.Parts.Select(part => Of(part, isDenied))]);
            }
        }

        public Relation Of(Relation relation) => IsDenied ? relation.Inverse() : relation;
    }
}
