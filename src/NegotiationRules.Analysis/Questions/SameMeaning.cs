using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Tells whether two conditions, or operands, over one vocabulary mean the same because they are made the same way: whatever the
/// facts are, and whatever is known of them.</summary>
/// <remarks>What names stand for is compared, not the names; constants are compared as they come out, not as they are written. A "no" only
/// means that it cannot be seen at a glance. Not safe to share between threads.</remarks>
internal sealed class SameMeaning
{
    private readonly Dictionary<(Node One, Node Other), bool> _known = [];

    /// <summary>Whether they do, both read in the same place.</summary>
    public bool Are(Node? one, Node? other)
    {
        if (one is null || other is null)
        {
            return one is null && other is null;
        }

        (one, other) = (Meant(one), Meant(other));
        if (ReferenceEquals(one, other))
        {
            return true;
        }

        if (!_known.TryGetValue((one, other), out var same))
        {
            _known[(one, other)] = same = AreOfOneForm(one, other) && HaveSameChildren(one, other);
        }

        return same;
    }

    /// <summary>What is evaluated in place of a node that goes by a name, or is defined by others.</summary>
    public static Node Meant(Node node)
    {
        while (true)
        {
            switch (node)
            {
                // What another rule asks is read in the scenario, wherever it is spoken of.
                case Defined defined when defined is not RuleReference:
                    node = defined.Meaning;
                    break;
                case NamedOperand named:
                    node = named.Meaning;
                    break;
                default:
                    return node;
            }
        }
    }

    public bool AreLists(ListReference? one, ListReference? other) => one is null || other is null ? one is null && other is null
        : one.Around == other.Around && one.Levels.SequenceEqual(other.Levels, SameFact.Comparer)
            && one.Values.Length == other.Values.Length
            && one.Values.Zip(other.Values).All(pair => AreValues(pair.First, pair.Second))
            && AreSelections(one.Selection, other.Selection);

    private bool HaveSameChildren(Node one, Node other)
    {
        var (children, others) = (one.Children, other.Children);
        if (children.Length != others.Length)
        {
            return false;
        }

        for (var i = 0; i < children.Length; i++)
        {
            if (children[i].IsInScenario != others[i].IsInScenario || children[i].IsOfSelection != others[i].IsOfSelection
                || !AreLists(children[i].List, others[i].List) || !Are(children[i].Node, others[i].Node))
            {
                return false;
            }
        }

        return true;
    }

    // The conditions and the keys of a selection are among the children of what goes over it: here is which of them is which.
    private bool AreSelections(Selection? one, Selection? other) => one is null || other is null ? one is null && other is null
        : AreLists(one.From, other.From) && Has(one.Where, other.Where) && Has(one.Skip, other.Skip) && Has(one.Take, other.Take)
            && one.IsReversed == other.IsReversed && one.HasTies == other.HasTies && one.Distinct.Length == other.Distinct.Length
            && one.OrderBy.Select(key => key.IsDescending).SequenceEqual(other.OrderBy.Select(key => key.IsDescending));

    private bool AreOfOneForm(Node one, Node other) =>
        AreLists(one.List, other.List) && SameFact.Comparer.Equals(one.Fact, other.Fact) && (one, other) switch
        {
            (Composition a, Composition b) => a.Kind == b.Kind,
            (Negation, Negation) or (SettledTest, SettledTest) or (ConditionChoice, ConditionChoice) or (RuleReference, RuleReference) =>
                true,
            (AtLeastOf a, AtLeastOf b) => a.Number == b.Number,
            (KnownTest a, KnownTest b) => a.Expected == b.Expected,
            (RelationTest a, RelationTest b) => a.Relation == b.Relation,
            (TextTest a, TextTest b) => a.Operator == b.Operator && a.At == b.At,
            (PatternTest a, PatternTest b) => a.Text == b.Text,
            (Quantified a, Quantified b) => a.Kind == b.Kind && Has(a.Where, b.Where) && Has(a.Satisfy, b.Satisfy),
            (ShareTest a, ShareTest b) =>
                a.Relation == b.Relation && Has(a.Weight, b.Weight) && Has(a.Among, b.Among) && Has(a.IfNone, b.IfNone),
            (ShareOfTwo a, ShareOfTwo b) => a.Relation == b.Relation && Has(a.IfNone, b.IfNone),
            (InOrder a, InOrder b) => a.Number == b.Number && a.Steps.Length == b.Steps.Length && Has(a.Within, b.Within),
            (Reachable a, Reachable b) => Has(a.Where, b.Where) && AreLists(a.Between, b.Between),
            (FractionOperand a, FractionOperand b) => a.Fraction == b.Fraction,
            (Operand a, Operand b) => a.Measure == b.Measure && AreOperands(a, b),
            _ => false,
        };

    private static bool AreOperands(Operand one, Operand other) => (one, other) switch
    {
        (Constant a, Constant b) => AreValues(a.Value, b.Value),
        (FactOperand, FactOperand) => true,
        (ArithmeticOperand a, ArithmeticOperand b) => a.Kind == b.Kind,
        (TableOperand a, TableOperand b) => a.Days.SequenceEqual(b.Days),
        (CountOperand a, CountOperand b) => Has(a.Where, b.Where),
        (AggregateOperand a, AggregateOperand b) => a.Kind == b.Kind && a.SupposesSome == b.SupposesSome && Has(a.Where, b.Where),
        (OnlyOperand a, OnlyOperand b) => Has(a.Where, b.Where),
        (MoveOperand a, MoveOperand b) => a.Move == b.Move,
        (FunctionOperand a, FunctionOperand b) => a.Function == b.Function,
        (ChoiceOperand a, ChoiceOperand b) => a.IsOfNone == b.IsOfNone,
        _ => false,
    };

    // Of what may be left out, that neither, or both, have it.
    private static bool Has(object? one, object? other) => one is null == other is null;

    private static bool AreValues(FactValue one, FactValue other) => (one.Kind, other.Kind) switch
    {
        (FactKind.Record, FactKind.Record) => AreRecords(one.Record, other.Record),
        (FactKind.List, FactKind.List) => one.List.IsComplete == other.List.IsComplete && one.List.Count == other.List.Count
            && one.List.Elements.ToArray().Zip(other.List.Elements.ToArray()).All(pair => AreValues(pair.First, pair.Second)),
        _ => one.IsSame(other),
    };

    private static bool AreRecords(FactRecord one, FactRecord other) =>
        one.Type.Properties.Select(property => property.Name).SequenceEqual(other.Type.Properties.Select(property => property.Name))
        && Enumerable.Range(0, one.Values.Length).All(slot => AreValues(one[slot], other[slot]));
}
