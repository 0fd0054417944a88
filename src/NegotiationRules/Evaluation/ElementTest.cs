using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Evaluation;

/// <summary>What can be said of the elements of a list once what is around them is known.</summary>
internal enum ElementAnswer
{
    /// <summary>Something is not known, or too large: they are to be looked at one by one.</summary>
    ForTheTreeWalk,

    /// <summary>It is so for none of them.</summary>
    None,

    /// <summary>It is so for all of them.</summary>
    All,

    /// <summary>It depends on the element.</summary>
    ByElement,
}

/// <summary>A condition on the elements of a list that are laid out side by side.</summary>
internal abstract class ElementTest
{
    /// <summary>Reads what is around the elements.</summary>
    /// <param name="element">Any one of them: nothing of it is read.</param>
    public abstract ElementAnswer Prepare(Scope element);

    /// <summary>Marks those for which it is so, a bit for each; only after the answer was that it depends on the element.</summary>
    /// <param name="from">The first to look at, a multiple of 64.</param>
    /// <param name="count">How many.</param>
    /// <param name="marks">A word for 64; what is in bits beyond the last is never looked at.</param>
    public abstract void Mark(int from, int count, Span<ulong> marks);
}

/// <summary>What reads nothing of the elements.</summary>
internal sealed class AroundElements(Condition condition) : ElementTest
{
    public override ElementAnswer Prepare(Scope element) => TreeWalk.Evaluate(condition, element) switch
    {
        Truth.True => ElementAnswer.All,
        Truth.False => ElementAnswer.None,
        _ => ElementAnswer.ForTheTreeWalk,
    };

    public override void Mark(int from, int count, Span<ulong> marks) =>
        throw new InvalidOperationException("it does not depend on the element");
}

/// <summary>What reads nothing but the elements, worked out before.</summary>
internal sealed class WithinElements(ulong[] holds) : ElementTest
{
    public override ElementAnswer Prepare(Scope element) => ElementAnswer.ByElement;

    public override void Mark(int from, int count, Span<ulong> marks) => holds.AsSpan(from >> 6, Bits.Words(count)).CopyTo(marks);
}

internal sealed class ElementNegation(ElementTest part) : ElementTest
{
    public override ElementAnswer Prepare(Scope element) => part.Prepare(element) switch
    {
        ElementAnswer.None => ElementAnswer.All,
        ElementAnswer.All => ElementAnswer.None,
        var answer => answer,
    };

    public override void Mark(int from, int count, Span<ulong> marks)
    {
        part.Mark(from, count, marks);
        foreach (ref var word in marks[..Bits.Words(count)])
        {
            word = ~word;
        }
    }
}

/// <summary>All of some tests, or any of them.</summary>
internal sealed class ElementJunction(ElementTest[] parts, bool isAll) : ElementTest
{
    private readonly List<ElementTest> _open = new(parts.Length);

    // One that decides for all elements is enough; what comes before it and is not known may not be.
    public override ElementAnswer Prepare(Scope element)
    {
        var (decisive, answer) = isAll ? (ElementAnswer.None, ElementAnswer.All) : (ElementAnswer.All, ElementAnswer.None);
        _open.Clear();
        foreach (var part in parts)
        {
            switch (part.Prepare(element))
            {
                case ElementAnswer.ForTheTreeWalk:
                    return ElementAnswer.ForTheTreeWalk;
                case ElementAnswer.ByElement:
                    _open.Add(part);
                    break;
                case var said when said == decisive:
                    return decisive;
            }
        }

        return _open.Count > 0 ? ElementAnswer.ByElement : answer;
    }

    public override void Mark(int from, int count, Span<ulong> marks)
    {
        marks = marks[..Bits.Words(count)];
        _open[0].Mark(from, count, marks);
        Span<ulong> others = stackalloc ulong[marks.Length];
        for (var i = 1; i < _open.Count; i++)
        {
            _open[i].Mark(from, count, others);
            for (var word = 0; word < marks.Length; word++)
            {
                marks[word] = isAll ? marks[word] & others[word] : marks[word] | others[word];
            }
        }
    }
}

/// <summary>Whether texts of the elements are the same as one around them.</summary>
internal sealed class ElementTexts(string[] texts, Operand around, bool isSame) : ElementTest
{
    private string? _text;

    public override ElementAnswer Prepare(Scope element) =>
        (_text = TreeWalk.ReadText(around, element)) is null ? ElementAnswer.ForTheTreeWalk : ElementAnswer.ByElement;

    public override void Mark(int from, int count, Span<ulong> marks)
    {
        marks[..Bits.Words(count)].Clear();
        for (var i = 0; i < count; i++)
        {
            if (string.Equals(texts[from + i], _text, StringComparison.Ordinal) == isSame)
            {
                Bits.Set(marks, i);
            }
        }
    }
}
