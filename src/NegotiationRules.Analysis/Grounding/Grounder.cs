using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Syntax;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Makes circuits of conditions: what each is in every scenario of a frame.</summary>
/// <remarks>
/// The evaluator stays what says what conditions mean. Only how conditions are put together, quantifiers, counts, sums, shares, least and
/// greatest values have circuits of their own; what is left is tabulated, cell by cell, or found to be opaque.
/// </remarks>
internal sealed class Grounder
{
    // With so few choices there is nothing to gain by looking at the sides one by one.
    private const int FewRows = 64;
    private const string NoText = "";

    private readonly Frame _frame;
    private readonly Circuit _circuit;
    private readonly WorkLimits _work;
    private readonly GroundLimits _limits;
    private readonly CellTables _tables;
    private readonly GroundElements _elements;
    private readonly QuantityGrounder _quantities;
    private readonly ShareGrounder _shares;
    private readonly OrderGrounder _orders;
    private readonly Comparer _comparer;
    private readonly Dictionary<GroundPlace, Dictionary<Condition, Rails>> _made = [];
    private readonly List<Opaque> _opaque = [];

    /// <param name="frame">The scenarios.</param>
    /// <param name="work">How much work may be put into one scenario.</param>
    /// <param name="limits">How much may be tried for one condition.</param>
    /// <param name="tables">What was tabulated before, over the same cells.</param>
    public Grounder(Frame frame, WorkLimits work, GroundLimits limits, CellTables? tables = null)
    {
        (_frame, _circuit, _work, _limits, _tables) = (frame, frame.Circuit, work, limits, tables ?? new CellTables());
        _elements = new GroundElements(_circuit, Of);
        _quantities = new QuantityGrounder(_circuit, work, limits.Rows, _tables, _elements, Of);
        _shares = new ShareGrounder(_circuit, work, limits.Rows, _tables, _elements, _quantities, Of);
        _orders = new OrderGrounder(_circuit, _quantities, _elements, Of);
        _comparer = new Comparer(_circuit);
        Scenario = GroundPlace.Of(frame);
    }

    /// <summary>The facts and lists of which nothing is to be made out: what reads them may be anything, so that what cannot be whatever
    /// that is cannot be at all. None if it is <see langword="null"/>.</summary>
    public Func<FramePart, bool>? IsOpen { get; init; }

    /// <summary>What may be spent on what is made next; <see langword="null"/> for any time.</summary>
    public Budget? Budget { get; set; }

    /// <summary>Where rules are read.</summary>
    public GroundPlace Scenario { get; }

    /// <summary>What had no structure: a model that says otherwise of one of these than the evaluator is none.</summary>
    public IReadOnlyList<Opaque> Opaque => _opaque;

    /// <summary>Where the condition is true, and where false.</summary>
    public Rails Of(Condition condition, GroundPlace place)
    {
        // What reads nothing of the innermost elements is the same for all of them.
        var key = place.At(condition.Reach.Innermost(place.Depth));
        if (!_made.TryGetValue(key, out var here))
        {
            _made.Add(key, here = []);
        }

        if (!here.TryGetValue(condition, out var made))
        {
            // A circuit may take longer to make than what is asked of it.
            if (Budget?.Allows() == false)
            {
                throw new BudgetSpentException();
            }

            here[condition] = made = IsAnything(condition, place) ? Anything() : Make(condition, place);
        }

        return made;
    }

    // What is put together of others is anything where those are.
    private bool IsAnything(Condition condition, GroundPlace place) => IsOpen is not null && condition switch
    {
        Composition or Negation or AtLeastOf or ConditionChoice or RuleReference or Defined => false,
        Quantified quantified when _elements.Of(quantified.List, place) is not null => GoesOverOpen(quantified.List, place),
        KnownTest => Read(condition, place).Parts.Any(part => part is FrameList && IsOpen(part)),
        _ => Read(condition, place).Parts.Any(IsOpen),
    };

    private bool GoesOverOpen(ListReference list, GroundPlace place)
    {
        var reads = new ReadVariables(_elements);
        reads.Add(list, place);
        return reads.Parts.Any(IsOpen!);
    }

    private ReadVariables Read(Condition condition, GroundPlace place)
    {
        var reads = new ReadVariables(_elements);
        reads.Add(condition, place);
        return reads;
    }

    private Rails Anything() => IsOneOf(_circuit.NewVariable(3));

    private Rails IsOneOf(Variable truth) => new(_circuit.Is(truth, 1), _circuit.Is(truth, 2));

    private Rails Make(Condition condition, GroundPlace place) => condition switch
    {
        Composition composition => Compose(composition, place),
        Negation negation => !Of(negation.Part, place),
        AtLeastOf some => AtLeast(some, place),
        ConditionChoice choice => _circuit.Choose(Of(choice.If, place), Of(choice.Then, place), Of(choice.Else, place)),
        RuleReference rule => Of(rule.Meaning, place.At(0)),
        Defined defined => Of(defined.Meaning, place),
        Quantified quantified => Quantify(quantified, place) ?? Look(quantified, place),
        ShareTest share => UnlessTooLarge(() => _shares.Of(share, place)) ?? Look(share, place),
        ShareOfTwo share => Tabulate(share, place, FewRows) ?? UnlessTooLarge(() => _shares.Of(share, place))
            ?? Tabulate(share, place, _limits.Rows) ?? Look(share, place),
        RelationTest relation => Tabulate(relation, place, FewRows) ?? UnlessTooLarge(() => Relate(relation, place))
            ?? Tabulate(relation, place, _limits.Rows) ?? Look(relation, place),
        InOrder order => _orders.Of(order, place) ?? Look(order, place),
        KnownTest known when place.Read(known.Fact) is { } part and not FrameFact => IsKnown(known, part, place),
        _ => Tabulate(condition, place, _limits.Rows) ?? Look(condition, place),
    };

    // Sums are added up in 120 bits; what goes beyond that has no circuit.
    private static Rails? UnlessTooLarge(Func<Rails?> add)
    {
        try
        {
            return add();
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Rails Compose(Composition composition, GroundPlace place)
    {
        var parts = composition.Parts.Select(part => Of(part, place));
        return composition.Kind == CompositionKind.All ? _circuit.All(parts)
            : composition.Kind == CompositionKind.None ? _circuit.All(parts.Select(part => !part))
            : !_circuit.All(parts.Select(part => !part));
    }

    private Rails AtLeast(AtLeastOf condition, GroundPlace place)
    {
        List<Rails> parts = [.. condition.Parts.Select(part => Of(part, place))];
        return new Rails(
            _circuit.AtLeast(parts.Select(part => new Weighted(part.True, 1)), condition.Number),
            !_circuit.AtLeast(parts.Select(part => new Weighted(!part.False, 1)), condition.Number));
    }

    private Rails? Quantify(Quantified condition, GroundPlace place)
    {
        if (_elements.Of(condition.List, place) is not { } elements)
        {
            return null;
        }

        // For every element it holds: there is none that meets `where` and breaks it.
        var isNone = _circuit.All(elements.Select(element => !_circuit.And(element.Exists, Meets(condition, element.Place))));
        return condition.Kind == QuantifierKind.Some ? !isNone : isNone;
    }

    private Rails Meets(Quantified condition, GroundPlace element)
    {
        var where = condition.Where is null ? Rails.Always : Of(condition.Where, element);
        return condition.Kind == QuantifierKind.Every ? _circuit.And(where, !Of(condition.Satisfy!, element)) : where;
    }

    private Rails? Relate(RelationTest test, GroundPlace place)
    {
        // A month or a year as a whole is compared in its own way.
        if (Periods.MayBe(test.Left) || Periods.MayBe(test.Right))
        {
            return null;
        }

        if (test.Left.Measure.Kind == MeasureKind.Text)
        {
            return RelateTexts(test, place);
        }

        var scale = Math.Max(test.Left.Measure.Scale, test.Right.Measure.Scale);
        return _quantities.Of(test.Left, place, scale) is { } left && _quantities.Of(test.Right, place, scale) is { } right
            ? _comparer.Compare(test.Relation, left, right) : null;
    }

    private Rails? RelateTexts(RelationTest test, GroundPlace place)
    {
        if (Texts(test.Left, place) is not { } left || Texts(test.Right, place) is not { } right)
        {
            return null;
        }

        var isKnown = _circuit.And(!left.GetValueOrDefault(NoText, Edge.False), !right.GetValueOrDefault(NoText, Edge.False));
        var isSame = _circuit.Any(left.Where(pair => pair.Key != NoText && right.ContainsKey(pair.Key))
            .Select(pair => _circuit.And(pair.Value, right[pair.Key])));
        var rails = new Rails(isSame, _circuit.And(isKnown, !isSame));
        return test.Relation == Relation.Equal ? rails : !rails;
    }

    // Where the operand is which text, and where it is none.
    private Dictionary<string, Edge>? Texts(Operand operand, GroundPlace place)
    {
        return PlainFacts.Of(operand, place, _work) is { } facts && facts.Rows <= _limits.Rows
            ? facts.Tabulate(_circuit, _tables, 0, Text).ToDictionary() : null;

        string Text(Scope scope) => TreeWalk.ReadText(operand, scope) is { } text ? $"={text}" : NoText;
    }

    private Rails IsKnown(KnownTest test, FramePart part, GroundPlace place)
    {
        if (place.At(test.Fact.Depth).IsSupposed)
        {
            return Rails.Unknown;
        }

        var isKnown = IsStated(part);
        var rails = new Rails(isKnown, !isKnown);
        return test.Expected ? rails : !rails;
    }

    private Edge IsStated(FramePart part) => part switch
    {
        FrameFact { Variable: { } variable } fact => _circuit.Leaf(
            variable, CellSet.Where(variable.CellCount, cell => cell > 0 || fact.Cells[0].IsKnown)),
        FrameFact fact => fact.Cells[0].IsKnown ? Edge.True : Edge.False,
        FrameRecord record => record.IsKnown ? Edge.True : _circuit.Any(record.Parts.Select(IsStated)),
        FrameList { IsKnown: true } => Edge.True,
        FrameList list => _circuit.Any(
        [
            list.Completion is { CellCount: > 1 } completion ? _circuit.Is(completion, 1) : Edge.False,
            .. list.Elements.Select(element => element.Presence is { } presence ? _circuit.Is(presence, 1) : Edge.True),
        ]),
        _ => Edge.False,
    };

    private Rails? Tabulate(Condition condition, GroundPlace place, int most)
    {
        if (PlainFacts.Of(condition, place, _work) is not { } facts || facts.Rows > most)
        {
            return null;
        }

        // What lies beyond what can be represented is a fault of the scenario: nothing is said of it here.
        var found = facts.Tabulate(_circuit, _tables, 0, scope => TreeWalk.TruthOf(condition, scope)).ToDictionary();
        return new Rails(found.GetValueOrDefault(Truth.True, Edge.False), found.GetValueOrDefault(Truth.False, Edge.False));
    }

    // What goes over lists in a way of its own: each scenario is made and looked at, if there are few; else it is left open what it is.
    private Rails Look(Condition condition, GroundPlace place)
    {
        var reads = Read(condition, place);
        var rows = reads.Found.Aggregate(1L, (product, variable) => Math.Min(product * variable.CellCount, int.MaxValue));
        if (rows <= _limits.Scenarios)
        {
            return new ScenarioTable(_frame, _work, condition, place, reads.Found).Rails;
        }

        var open = new Opaque(condition, place, reads.Found, _circuit.NewVariable(3));
        _opaque.Add(open);
        return IsOneOf(open.Is);
    }
}

/// <summary>How much may be tried to make a circuit of one condition.</summary>
/// <param name="Rows">How many choices of cells, if it goes over no list.</param>
/// <param name="Scenarios">How many whole scenarios, if it does.</param>
internal sealed record GroundLimits(int Rows, int Scenarios)
{
    public static GroundLimits Default { get; } = new(20_000, 256);
}
