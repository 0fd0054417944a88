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
    private readonly HashSet<Node> _seen = [];

    // What has a parameter somewhere in it.
    private readonly HashSet<Node> _varied = [];

    // What was found already of single values, their texts and what stands side by side says more.
    private readonly IReadOnlyList<Span> _found;

    private ConstantConditions(DiagnosticBag bag)
    {
        _diagnostics = new CheckDiagnostics(bag);
        _found = [.. bag.ToSorted().Where(d => d.Code is "NR2039" or "NR2060" or "NR2061").Select(d => d.Span)];
    }

    /// <summary>Reports it for all rules.</summary>
    public static void Report(CheckedRuleSet rules, DiagnosticBag bag)
    {
        var found = new ConstantConditions(bag);
        var nothing = Scope.OfNothing(Work);
        try
        {
            foreach (var condition in rules.Rules.SelectMany(rule => new[] { rule.When, rule.Require }).OfType<Condition>())
            {
                found.Look(condition, nothing);
            }
        }
        catch (Exception fault) when (fault is OverflowException or ScenarioException { IsOfWork: true })
        {
            // Numbers beyond all measure are for a scenario to have.
        }
    }

    // Whether something was found in it: then that is why.
    private bool Look(Node node, Scope scope)
    {
        if (!_seen.Add(node))
        {
            return false;
        }

        var isVaried = node.NamesParameter();
        var isFound = _found.Any(span => IsWithin(span, node.Span));
        foreach (var child in node is Between between ? between.Written : node.FixedChildren())
        {
            if ((child.IsInScenario ? scope.At(0) : child.List is null ? scope : ElementOf(child.List, scope)) is { } place)
            {
                isFound |= Look(child.Node, place);
            }

            isVaried |= _varied.Contains(child.Node);
        }

        if (!isFound && node is OnlyOperand only && Valueless.Find(only, scope) == only)
        {
            _diagnostics.NeverTheOnlyOne(only.Span, OnlyElement.Certain(only, scope).Count);
            isFound = true;
        }

        if (isVaried)
        {
            _varied.Add(node);
        }

        if (!isFound && node is Condition condition && IsOneTest(condition) && !isVaried
            && TruthOf(condition, scope) is not Truth.Unknown and var truth)
        {
            _diagnostics.ConditionIsConstant(PlaceOf(condition), truth == Truth.True, WhyOf(condition, scope));
            isFound = true;
        }

        return isFound;
    }

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
        ElementOf(extreme.List, scope) is { } element
            && TreeWalk.Evaluate(new RelationTest(test.Span, extreme.Item, test.Relation, test.Right), element) == Truth.False
            ? Truth.False : Truth.Unknown;

    private static Truth OfEach(IReadOnlyCollection<string> values, Func<string, Condition> test, Scope scope)
    {
        var truths = values.Select(text => TreeWalk.Evaluate(test(text), scope)).Distinct().ToList();
        return truths is [var only] ? only : Truth.Unknown;
    }

    private static Constant Written(FactOperand fact, string text) => new(fact.Span, fact.Measure, FactValue.Of(text), null);

    private static Scope? ElementOf(ListReference list, Scope scope) =>
        list.IsParameter ? null : Elements.Of(list, scope).Further is [var further, ..] ? further.Scope : null;

    private static Span PlaceOf(Condition condition) =>
        condition is RelationTest { Right: { Span.Source: not null } right } && IsWithin(right.Span, condition.Span)
            ? right.Span : condition.Span;

    private static bool IsWithin(Span inner, Span outer) =>
        inner.Source == outer.Source && inner.Start >= outer.Start && inner.End <= outer.End;

    private static string WhyOf(Condition condition, Scope scope)
    {
        switch (condition)
        {
            case TextTest { Left: FactOperand fact }:
                return $"`{fact.Fact.Path}` is one of the texts that the vocabulary lists";
            case PatternTest { Left: FactOperand fact }:
                return $"`{fact.Fact.Path}` is one of the texts that the vocabulary lists";
            case Membership { Meaning: Composition { Parts: [var first, ..] } }:
                return WhyOf(first, scope);
            case Between { Meaning: Composition { Parts: [var first, ..] } }:
                return WhyOf(first, scope);
            case RelationTest { Left: AggregateOperand { Kind: not QuantityKind.Sum, Item.Measure.IsNumber: true } extreme } test
                when ElementOf(extreme.List, scope) is { } element:
                return WhyOf(new RelationTest(test.Span, extreme.Item, test.Relation, test.Right), element);
            case RelationTest { Left: { Measure.IsNumber: true } left }:
                var bounds = Quantities.Real(left, scope);
                var kind = left.Measure is { Kind: MeasureKind.Exact, Scale: 0 } ? "a whole number" : "a number";
                var (low, high) = (bounds.Low is { } least ? FactText.Of(least) : null, bounds.High is { } most ? FactText.Of(most) : null);
                return $"by the vocabulary, {NameOf(left)} is {(low, high) switch
                {
                    ({ }, { }) => low == high ? low : $"{kind} from {low} to {high}",
                    ({ }, null) => $"{kind}, at least {low}",
                    (null, { }) => $"{kind}, at most {high}",
                    _ => kind,
                }}";
            default:
                return "the facts make no difference";
        }
    }

    private static string NameOf(Operand operand) => operand switch
    {
        FactOperand fact => $"`{fact.Fact.Path}`",
        CountOperand => "this count",
        AggregateOperand => "this sum",
        _ => "what is worked out here",
    };
}
