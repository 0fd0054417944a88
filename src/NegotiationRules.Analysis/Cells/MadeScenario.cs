using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>The scenario that was made last of a frame. The next one is mostly much like it, so only what lies on the way to a variable
/// that is in another cell is made anew; the rest of it is the same objects, which nobody changes.</summary>
internal sealed class MadeScenario
{
    private readonly Part _root;

    // By the number of the variable, what is made otherwise where that is in another cell; null for variables of no part.
    private readonly List<Part?> _madeOf = [];
    private readonly List<int> _cells = [];

    public MadeScenario(FrameRecord root) => _root = Add(root, null);

    /// <summary>The scenario in which each variable, by its number, is in a cell.</summary>
    public FactRecord With(IReadOnlyList<int> cells)
    {
        for (var variable = 0; variable < _madeOf.Count; variable++)
        {
            if (_madeOf[variable] is { } part && _cells[variable] != cells[variable])
            {
                _cells[variable] = cells[variable];
                part.Forget();
            }
        }

        return Value(_root).Record;
    }

    private Part Add(FramePart part, Part? around)
    {
        var added = new Part(part, around);
        switch (part)
        {
            case FrameFact { Variable: { } variable }:
                Expect(variable, added);
                break;
            case FrameRecord record:
                added.Inner = [.. record.Parts.Select(inner => Add(inner, added))];
                break;
            case FrameList list:
                Expect(list.Completion, added);
                foreach (var element in list.Elements)
                {
                    Expect(element.Presence, added);
                }

                added.Inner = [.. list.Elements.Select(element => Add(element.Content, added))];
                break;
        }

        return added;
    }

    private void Expect(Variable? variable, Part part)
    {
        if (variable is not { Index: var index })
        {
            return;
        }

        while (_madeOf.Count <= index)
        {
            _madeOf.Add(null);
            _cells.Add(0);
        }

        _madeOf[index] = part;
    }

    private FactValue Value(Part part)
    {
        if (!part.IsMade)
        {
            (part.Value, part.IsStated) = Make(part);
            part.IsMade = true;
        }

        return part.Value;
    }

    private (FactValue Value, bool IsStated) Make(Part part) => part.Of switch
    {
        FrameFact { Variable: { } variable } fact when _cells[variable.Index] is var cell =>
            (cell == Frame.Unknown ? default : fact.Cells[cell], cell != 0),
        FrameFact fact => (fact.Cells[0], false),
        FrameList list => Make(list, part.Inner),
        _ => Make((FrameRecord)part.Of, part.Inner),
    };

    // An object of which nothing was stated is there as soon as something of it is.
    private (FactValue Value, bool IsStated) Make(FrameRecord record, Part[] parts)
    {
        var values = Array.ConvertAll(parts, Value);
        var isStated = Array.Exists(parts, part => part.IsStated);
        var isThere = record.IsKnown || isStated;
        return (isThere ? FactValue.Of(new FactRecord(record.Type, values, null)) : FactRecord.Absent(record.Type), isStated);
    }

    private (FactValue Value, bool IsStated) Make(FrameList list, Part[] parts)
    {
        var isCompleted = list.Completion is { } completion && _cells[completion.Index] == 1;
        var isComplete = list.Completion is null || isCompleted;
        var (elements, isAdded) = (new List<FactValue>(parts.Length), false);
        for (var i = 0; i < parts.Length; i++)
        {
            if (Frame.IsThere(list.Elements[i], _cells))
            {
                elements.Add(Value(parts[i]));
                isAdded |= list.Elements[i].Presence is not null;
            }
        }

        return (list.IsKnown || isComplete || elements.Count > 0 ? FactValue.Of(new FactList([.. elements], isComplete)) : default,
            isCompleted || isAdded);
    }

    /// <summary>A part with what was made of it.</summary>
    private sealed class Part(FramePart of, Part? around)
    {
        public FramePart Of { get; } = of;

        public Part[] Inner { get; set; } = [];

        public bool IsMade { get; set; }

        public FactValue Value { get; set; }

        /// <summary>Whether something is stated in it that was not in the scenario that the frame is around.</summary>
        public bool IsStated { get; set; }

        public void Forget()
        {
            for (var part = this; part is { IsMade: true }; part = part.Around)
            {
                part.IsMade = false;
            }
        }

        private Part? Around { get; } = around;
    }
}
