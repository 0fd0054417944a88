using NegotiationRules.Checking;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Finds what holds, or fails, whatever the facts are.</summary>
/// <remarks>
/// The conditions are evaluated on a scenario, and on elements, of which nothing is known but what the vocabulary says. What is decided
/// there stays decided whatever is learnt. Parameters are left alone: they are there to be varied.
/// </remarks>
internal sealed class ConstantConditions
{
    // Enough for thousands of rules; of what takes longer nothing is said.
    private static readonly WorkLimits Work = new() { Steps = 1_000_000 };

    private readonly CheckDiagnostics _diagnostics;

    // What goes by a name may be met by many ways, and operands in many tests. The rest is a tree.
    private readonly Dictionary<Node, NodeTraits> _named = [];

    // Another rule that is referred to is looked at by itself: nothing is told of it here.
    private readonly Dictionary<Node, NodeTraits> _ofOthers = [];

    // What was found already of single values, their texts and what stands side by side says more.
    private readonly SpanSet _found;

    private ConstantConditions(DiagnosticBag bag)
    {
        _diagnostics = new CheckDiagnostics(bag);
        _found = new SpanSet(bag.All.Where(d => d.Code is "NR2039" or "NR2060" or "NR2061").Select(d => d.Span));
    }

    /// <summary>What there is in a node.</summary>
    [Flags]
    private enum NodeTraits
    {
        Nothing = 0,

        /// <summary>Something was found in it: then that is why.</summary>
        Found = 1,

        /// <summary>There is a parameter somewhere in it.</summary>
        Varied = 2,

        /// <summary>It may hold and fail, by what it is made of: there is no need to evaluate it.</summary>
        Open = 4,
    }

    /// <summary>Reports it for all rules.</summary>
    public static void Report(CheckedRuleSet rules, DiagnosticBag bag)
    {
        var found = new ConstantConditions(bag);
        var nothing = SupposedPlace.OfScenario(Work);
        try
        {
            foreach (var rule in rules.Rules)
            {
                if (rule.When is not null)
                {
                    found.Look(rule.When, nothing, memory: null);
                }

                found.Look(rule.Require, nothing, memory: null);
            }
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException { IsOfWork: true })
        {
            // Numbers beyond all measure are for a scenario to have.
        }
    }

    // What is met again by a name, or is of another rule, is remembered by what it goes by.
    private NodeTraits Look(Node node, SupposedPlace place, Dictionary<Node, NodeTraits>? memory)
    {
        if (node is RelationTest { Left: FactOperand, Right: Constant constant } test)
        {
            return LookAtFact(test, constant, place, memory);
        }

        if (node.IsOfFacts() || (memory ?? (node is Operand ? _named : null)) is not { } remembered)
        {
            return LookInside(node, place, memory);
        }

        // What was found in it is told once, and where it is met again something else may be.
        if (remembered.TryGetValue(node, out var met))
        {
            return met & ~NodeTraits.Found;
        }

        met = LookInside(node, place, memory);
        remembered.Add(node, met);
        return met;
    }

    // Most conditions are of this form. All that is known of the fact are the bounds of its type; it is remembered only where something
    // was found.
    private NodeTraits LookAtFact(RelationTest test, Constant constant, SupposedPlace place, Dictionary<Node, NodeTraits>? memory)
    {
        var met = (IsFoundIn(test) || IsFoundIn(test.Left) || IsFoundIn(constant) ? NodeTraits.Found : NodeTraits.Nothing)
            | (constant.Parameter is not null ? NodeTraits.Varied : NodeTraits.Nothing);
        if (ComparisonChecker.Decided(test, constant) is Truth.Unknown)
        {
            met |= NodeTraits.Open;
        }
        else if (met == NodeTraits.Nothing && memory != _ofOthers)
        {
            met = Tell(test, ComparisonChecker.Decided(test, constant), place);
        }

        return (met & NodeTraits.Found) != 0 && memory?.TryAdd(test, met) == false ? met & ~NodeTraits.Found : met;
    }

    private NodeTraits LookInside(Node node, SupposedPlace place, Dictionary<Node, NodeTraits>? memory)
    {
        var isFound = IsFoundIn(node);
        var isVaried = node.NamesParameter();
        var isOpen = IsOpenIfAllParts(node);
        var children = node is Between between ? new FixedChildren(between.Written) : node.FixedChildren();
        var inner = memory == _ofOthers || node is RuleReference ? _ofOthers : node is Defined { IsNamed: true } ? _named : memory;
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if ((child.IsInScenario ? place.Scenario : child.List is null ? place : place.ElementOf(child.List)) is { } at)
            {
                var met = Look(child.Node, at, inner);
                isFound |= node is not RuleReference && (met & NodeTraits.Found) != 0;
                isVaried |= (met & NodeTraits.Varied) != 0;
                isOpen &= (met & NodeTraits.Open) != 0;
            }
        }

        var isToldHere = memory != _ofOthers;
        if (!isFound && isToldHere && node is OnlyOperand only && Valueless.Find(only, place.Scope) == only)
        {
            _diagnostics.NeverTheOnlyOne(only.Span, OnlyElement.Certain(only, place.Scope).Count);
            isFound = true;
        }

        return !isFound && !isVaried && !isOpen && isToldHere && node is Condition condition && IsOneTest(condition)
            && TruthOf(condition, place.Scope) is not Truth.Unknown and var truth
            ? Tell(condition, truth, place)
            : (isFound ? NodeTraits.Found : NodeTraits.Nothing)
                | (isVaried ? NodeTraits.Varied : NodeTraits.Nothing)
                | (isOpen ? NodeTraits.Open : NodeTraits.Nothing);
    }

    private NodeTraits Tell(Condition condition, Truth truth, SupposedPlace place)
    {
        var why = ConstantReasons.Of(condition, place.Scope);
        _diagnostics.ConditionIsConstant(ConstantReasons.PlaceOf(condition), truth == Truth.True, why);
        return NodeTraits.Found;
    }

    private bool IsFoundIn(Node node) => _found.HasOneIn(node.Span);

    // Of an element that may exist, what may hold and fail decides nothing.
    private static bool IsOpenIfAllParts(Node node) => node switch
    {
        Composition { Parts.IsEmpty: false } or Negation or KnownTest or Defined and not Between => true,
        Quantified { List: { IsParameter: false, Selection: null } list } => list.Levels.All(level => ((ListType)level.Type).MaxItems != 0),
        _ => false,
    };

    // What is put together of others is decided by them, which are looked at themselves; shares have been.
    private static bool IsOneTest(Condition condition) =>
        condition is not (Composition or ConditionChoice or Negation or AtLeastOf or Defined { IsNamed: true } or KnownTest or SettledTest
            or ShareTest or ShareOfTwo);

    private static Truth TruthOf(Condition condition, Scope scope) =>
        condition switch
        {
            TextTest { Left: FactOperand { Fact.Type: TextType { Values: { } values } } fact, Right: Constant piece } test => OfEach(
                values,
                text => new TextTest(test.Span, Written(fact, text), test.Operator, test.At, piece),
                scope
            ),
            PatternTest { Left: FactOperand { Fact.Type: TextType { Values: { } values } } fact } test => OfEach(
                values,
                text => new PatternTest(test.Span, Written(fact, text), test.Text, test.Pattern),
                scope
            ),
            // What is a part of `between` is no matter of its own.
            Between { Meaning: Composition { Kind: CompositionKind.All, Parts: var parts } } => parts
                .Select(part => TruthOf(part, scope))
                .Aggregate((a, b) => a.And(b)),
            RelationTest { Right: Constant constant } test
                when ComparisonChecker.Decided(test, constant) is not Truth.Unknown and var decided => decided,
            RelationTest { Left: AggregateOperand { Kind: not QuantityKind.Sum } extreme } test => OfExtreme(extreme, test, scope),
            _ => TreeWalk.Evaluate(condition, scope),
        };

    // What no element meets the greatest of them does not meet; but what all meet is unknown of none.
    private static Truth OfExtreme(AggregateOperand extreme, RelationTest test, Scope scope) =>
        SupposedPlace.ElementOf(extreme.List, scope) is { } element
            && TreeWalk.Evaluate(new RelationTest(test.Span, extreme.Item, test.Relation, test.Right), element) == Truth.False
            ? Truth.False : Truth.Unknown;

    private static Truth OfEach(IReadOnlyCollection<string> values, Func<string, Condition> test, Scope scope)
    {
        var truths = values.Select(text => TreeWalk.Evaluate(test(text), scope)).Distinct().ToList();
        return truths is [var only] ? only : Truth.Unknown;
    }

    private static Constant Written(FactOperand fact, string text) => new(fact.Span, fact.Measure, FactValue.Of(text), null);
}
