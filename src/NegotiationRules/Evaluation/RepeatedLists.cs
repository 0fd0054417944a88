using System.Numerics;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Goes over lists that are gone over again and again, inside other lists: what their elements say is laid out once, and many are
/// compared at a time.</summary>
/// <remarks>
/// Only where all that is read is known: the rest is for the tree walk, element by element, and so is the first time, which may be the
/// last. For one walk over the facts of one scenario, which do not change meanwhile.
/// </remarks>
internal sealed class RepeatedLists(VectorWidth width)
{
    // Fewer elements are looked at one by one as quickly.
    private const int FewElements = 8;

    // So many are compared before it is asked whether one of them decides.
    private const int Block = 512;

    // So many are compared in the time of a step.
    private const int ElementsInAStep = 8;

    private Dictionary<object, Entry>? _entries;

    /// <summary>Works out a quantifier, unless it is one for the tree walk.</summary>
    public bool TryQuantify(Quantified condition, Scope scope, out Truth truth)
    {
        truth = Truth.Unknown;
        if (Find(condition, condition.List, condition.Where, condition.Satisfy, scope) is not { Test: { } test, Elements: var elements })
        {
            return false;
        }

        var around = Elements.Around(condition.List, scope);
        if (Count(test, elements, condition.List, around, isOneEnough: true) is not { } found)
        {
            return false;
        }

        // Whether there are further elements is unknown, but what is around them may already rule out that one of them counts.
        truth = found > 0 ? Truth.True
            : IsWhole(elements, condition.List) ? Truth.False
            : TreeWalk.Meets(condition, around.Suppose()).And(Truth.Unknown);
        truth = condition.Kind == QuantifierKind.Some ? truth : truth.Not();
        return true;
    }

    /// <summary>Counts the elements that meet a condition, unless that is for the tree walk.</summary>
    public bool TryCount(CountOperand operand, Scope scope, out int number)
    {
        number = 0;
        if (
            Find(operand, operand.List, operand.Where, null, scope) is not { Test: { } test, Elements: var elements }
            || !IsWhole(elements, operand.List)
            || Count(test, elements, operand.List, Elements.Around(operand.List, scope), isOneEnough: false) is not { } found
        )
        {
            return false;
        }

        number = found;
        return true;
    }

    private static bool IsWhole(FactList elements, ListReference list) =>
        elements.IsComplete || ((ListType)list.Levels[0].Type).MaxItems == elements.Count;

    // A list that is gone over once for each element of another one that it is no part of.
    private Entry? Find(object key, ListReference list, Condition? where, Condition? satisfy, Scope scope)
    {
        if (list is not { Selection: null, Levels: [var level] } || (where ?? satisfy) is null)
        {
            return null;
        }

        var around = Elements.Around(list, scope);
        if (around.Depth <= level.Depth || around.Read(level) is not { IsKnown: true, List: { Count: >= FewElements } elements })
        {
            return null;
        }

        _entries ??= new Dictionary<object, Entry>(ReferenceEqualityComparer.Instance);
        if (!_entries.TryGetValue(key, out var entry) || entry.Elements != elements)
        {
            _entries[key] = new Entry(elements);
            return null;
        }

        if (!entry.IsLaidOut)
        {
            entry.IsLaidOut = true;
            entry.Test = LayOut(elements, level, around, where, satisfy);
        }

        return entry;
    }

    private ElementTest? LayOut(FactList elements, FactReference level, Scope around, Condition? where, Condition? satisfy) =>
        Unless(() => new ElementTestBuilder(elements, level, around, width).Build(where, satisfy));

    // The tree walk may never come to what is beyond measure.
    private static T? Unless<T>(Func<T?> isBeyond)
    {
        try
        {
            return isBeyond();
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    private static int? Count(ElementTest test, FactList elements, ListReference list, Scope around, bool isOneEnough)
    {
        switch (Unless(() => test.Prepare(around.Enter(elements[0], list.Levels[0]))))
        {
            case ElementAnswer.None:
                return 0;
            case ElementAnswer.All:
                return elements.Count;
            case ElementAnswer.ForTheTreeWalk:
                return null;
        }

        Span<ulong> marks = stackalloc ulong[Block / 64];
        var found = 0;
        for (var from = 0; from < elements.Count && (found == 0 || !isOneEnough); from += Block)
        {
            var count = Math.Min(Block, elements.Count - from);
            test.Mark(from, count, marks);
            var first = 0;
            if (isOneEnough && Bits.Any(marks, count))
            {
                while (marks[first >> 6] == 0)
                {
                    first += 64;
                }

                (found, count) = (1, first + BitOperations.TrailingZeroCount(marks[first >> 6]) + 1);
            }
            else
            {
                found += Bits.Count(marks, count);
            }

            around.Steps.Take(1 + (count / ElementsInAStep));
        }

        return found;
    }

    private sealed class Entry(FactList elements)
    {
        public FactList Elements { get; } = elements;

        public bool IsLaidOut { get; set; }

        public ElementTest? Test { get; set; }
    }
}
