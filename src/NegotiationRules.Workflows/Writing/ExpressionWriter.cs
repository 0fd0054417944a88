using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Writing;

/// <summary>Says checked conditions as expressions that are true where the condition is, and false where it is false.</summary>
/// <remarks>Where a condition is unknown, the expression says one or the other, or fails. What has no counterpart is an
/// <see cref="UnwritableException"/>.</remarks>
internal sealed partial class ExpressionWriter
{
    // The engine works on conditions by recursion, a dozen calls a level, on threads that may have a stack of 1 MB.
    private const int Deepest = 60;
    private const int Largest = 20_000;

    // Of a whole workflow: a small file may say a long list in each of many rules. Many rules are given room for as many.
    private const int LargestInAll = 100_000;
    private const int OfEachRule = 100;

    private readonly WritingDiagnostics _diagnostics;
    private readonly SharedConditions _shared;
    private readonly WritingState _state = new();
    private readonly FactWriter _facts;
    private readonly OperandWriter _operands;

    // A workflow has no names for quantities inside of elements: each is written where it is used.
    private readonly Rewriter _inPlace;
    private int _size;
    private readonly int _largestInAll;
    private int _sizeInAll;
    private int _depth;

    public ExpressionWriter(WritingDiagnostics diagnostics, SharedConditions shared, FactNames facts, bool factsAreInputs, int rules)
    {
        _largestInAll = LargestInAll + (OfEachRule * rules);
        (_diagnostics, _shared) = (diagnostics, shared);
        _facts = new FactWriter(diagnostics, facts, factsAreInputs, _state);
        _operands = new OperandWriter(diagnostics, _facts, _state, this);
        _inPlace = new Rewriter(operand => operand is NamedOperand named ? _inPlace!.Of(named.Meaning) : null, intoLists: true);
    }

    /// <summary>The condition in the scenario.</summary>
    public ExpressionSyntax Write(Condition condition, WritingPlace place)
    {
        _size++;
        if (++_depth > Deepest || _size > Largest)
        {
            throw new UnwritableException(condition.Span, "its condition is too large for one expression", "divide it among several rules");
        }

        if (++_sizeInAll > _largestInAll)
        {
            throw new UnwritableException(
                condition.Span, "the rules before it fill one workflow as far as is written", "divide the rules among several files");
        }

        var expression = WriteForm(condition, place);
        _depth--;
        return expression;
    }

    /// <summary>What a rule requires, or that it does not apply.</summary>
    public ExpressionSyntax WriteRule(Rule rule, WritingPlace scenario, FactReference? asOf)
    {
        (_size, _depth, _state.Guards) = (0, 0, []);
        if (rule.Each is not null && rule.Deadline is { } passed)
        {
            // Whoever misses it before the day of its own does not violate it.
            return Compose.Not(Write(_inPlace.Of(passed), scenario));
        }

        var isMet = _shared.IsReferredTo(rule.Id)
            ? WriteReference(rule.Id, scenario, place => WriteConditions(rule, place))
            : WriteConditions(rule, scenario);
        if (rule.By is null)
        {
            return isMet;
        }

        // Until the day has passed, the rule is not violated.
        var notPassed = new RelationTest(
            rule.By.Span, new FactOperand(rule.By.Span, rule.By.Measure, asOf!), Relation.LessOrEqual, _inPlace.Of(rule.By)
        );
        return Compose.Or(isMet, Write(notPassed, scenario));
    }

    private ExpressionSyntax WriteConditions(Rule rule, WritingPlace scenario)
    {
        var require = Write(InPlace(rule.Require), scenario);
        var met = rule.IsRisk ? Compose.Not(require) : require;
        return rule.When is null ? met : Compose.Or(Compose.Not(Write(InPlace(rule.When), scenario)), met);
    }

    // Looking through what is large takes as long as writing it does.
    private Condition InPlace(Condition condition) => _shared.HasQuantities ? _inPlace.Of(condition) : condition;

    private ExpressionSyntax WriteForm(Condition condition, WritingPlace place) =>
        condition switch
        {
            Composition { Kind: CompositionKind.All } all => Compose.And(all.Parts.Select(p => Write(p, place))),
            Composition { Kind: CompositionKind.Any } any => Compose.Or(any.Parts.Select(p => Write(p, place))),
            Composition none => Compose.Not(Compose.Or(none.Parts.Select(p => Write(p, place)))),
            Negation not => Compose.Not(Write(not.Part, place)),
            ConditionChoice choice => Compose.Or(
                Compose.And(Write(choice.If, place), Write(choice.Then, place)),
                Compose.And(Compose.Not(Write(choice.If, place)), Write(choice.Else, place))),
            AtLeastOf some => WriteAtLeast(some, place),
            KnownTest known => WriteKnown(known, place),
            SettledTest { Operand: FactOperand { Measure.Kind: not MeasureKind.Day } fact } settled =>
                WriteKnown(new KnownTest(settled.Span, fact.Fact, expected: true), place),
            SettledTest { Operand: Constant } => Compose.Boolean(true),
            SettledTest settled => throw new UnwritableException(
                settled.Operand.Span, "whether a date or what is worked out is exactly known cannot be asked there", "state it as a fact"),
            RelationTest relation => WriteRelation(relation, place),
            TextTest text => Guarded(() => WriteText(text, place)),
            PatternTest pattern => throw new UnwritableException(
                pattern.Span,
                "`matches` has no counterpart: expressions know no regular expressions",
                "say it with `in`, `startsWith`, `endsWith` or `contains`, or look at the text before and state what is found as a fact"
            ),
            Quantified quantified => WriteQuantified(quantified, place),
            ShareTest share => WriteShare(share, place),
            ShareOfTwo share => WriteShare(share, place),
            InOrder order => WriteOrder(order, place),
            Reachable reachable => throw new UnwritableException(
                reachable.Span, "`reachable` has no counterpart: expressions follow no links from one to the next",
                "find out before what is linked, and state it as a fact"
            ),
            Membership membership => WriteMembership(membership, place),
            Containment containment => WriteContainment(containment, place),
            NamedCondition named => WriteNamed(named, place),
            RuleReference reference => WriteReference(reference.Id, place, scenario => Write(reference.Meaning, scenario)),
            Defined defined => Write(defined.Meaning, place),
            _ => throw new InvalidOperationException($"no expression for {condition.GetType().Name}"),
        };

    private ExpressionSyntax WriteAtLeast(AtLeastOf condition, WritingPlace place)
    {
        var parts = condition.Parts.Select(p => Write(p, place));
        if (condition.Number == 1)
        {
            return Compose.Or(parts);
        }

        return condition.Number == condition.Parts.Length
            ? Compose.And(parts)
            : Compose.Binary(
                BinaryOperator.GreaterOrEqual,
                Compose.Sum(parts.Select(p => Compose.Choice(p, Compose.Number(1), Compose.Number(0)))),
                Compose.Number(condition.Number)
            );
    }

    // A named condition that reads the scenario only is a param; one that reads the element around it is put in place.
    private ExpressionSyntax WriteNamed(NamedCondition named, WritingPlace place) =>
        _shared.Condition(named, () => WriteParam(() => Write(named.Meaning, place.Bare()))) ?? Write(named.Meaning, place);

    // A rule means the same wherever it is referred to. What is short is plainer in place than under a name.
    private ExpressionSyntax WriteReference(string rule, WritingPlace place, Func<WritingPlace, ExpressionSyntax> write)
    {
        const int Short = 40;
        return _shared.Rule(
                rule,
                () =>
                    WriteParam(() => write(place.Bare().At(0))) is { } param && ExpressionPrinter.Print(param).Length > Short ? param : null
            ) ?? write(place.Around(0));
    }

    // Nothing, if it cannot stand alone or may fail: where a param fails, the engine counts every rule as failed.
    private ExpressionSyntax? WriteParam(Func<ExpressionSyntax> write)
    {
        var (bareReads, mayFail, depth) = (_state.BareReads, _state.MayFail, _depth);
        _depth = 0;
        var expression = write();
        var standsAlone = _state.BareReads == bareReads && _state.MayFail == mayFail && expression is not (
            BooleanExpression or NameExpression
        );
        (_state.BareReads, _depth) = (bareReads, depth);
        return standsAlone ? expression : null;
    }

    // Only what may be absent can be asked about: `np` gives nothing where something on the way is absent.
    private ExpressionSyntax WriteKnown(KnownTest known, WritingPlace place)
    {
        var isValue = known.Fact.Type is not (TextType or RecordType or ListType);
        if (isValue)
        {
            _diagnostics.KnownOfAValue(known.Span, FactWriter.PathOf(known.Fact, place));
        }

        var fact = _facts.Write(known.Fact, place);
        if (known.Fact.Slots.IsEmpty && isValue)
        {
            return Compose.Boolean(known.Expected);
        }

        var asked = isValue || known.Fact.Slots.Length > 1 ? Compose.Call(null, "np", fact) : fact;
        return Compose.Binary(known.Expected ? BinaryOperator.NotEqual : BinaryOperator.Equal, asked, Compose.Null);
    }

    private ExpressionSyntax WriteText(TextTest test, WritingPlace place)
    {
        var (text, part) = (_operands.WriteOperand(test.Left, place), _operands.WriteOperand(test.Right, place));
        return test.At switch
        {
            TextPlace.Anywhere => Compose.Call(text, "Contains", part),
            TextPlace.Start => Compose.Call(text, "StartsWith", part, _operands.Ordinal()),
            TextPlace.End => Compose.Call(text, "EndsWith", part, _operands.Ordinal()),
        };
    }

}
