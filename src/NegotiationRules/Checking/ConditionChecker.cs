using System.Collections.Immutable;
using System.Runtime.InteropServices;
using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Turns a condition as written into a checked one.</summary>
/// <remarks>Every method gives <see langword="null"/> for what is wrong, once it is reported, and goes on with the rest.</remarks>
internal sealed class ConditionChecker(
    Declarations declared, CheckDiagnostics diagnostics, ExpandedSize size, PathResolver paths, ListChecker lists, OperandChecker operands,
    ComparisonChecker comparisons, ShareChecker shares, DeclaredRules rules)
{
    private readonly Dictionary<(string Name, ElementScope Scope), (Condition? Meaning, ExpandedSize.Extent Extent)> _named = [];
    private readonly List<string> _open = [];

    public Condition? Check(ConditionSyntax syntax, ElementScope scope)
    {
        var condition = size.Enter(syntax.Span) ? CheckForm(syntax, scope) : null;
        size.Leave();
        return condition;
    }

    private Condition? CheckForm(ConditionSyntax syntax, ElementScope scope) => syntax switch
    {
        BrokenConditionSyntax => null,
        FactTestsSyntax tests => Compose(tests.Span, CompositionKind.All, tests.Tests, scope),
        FactTestSyntax test => CheckFactTest(test, scope),
        CompositionSyntax composition => Compose(composition.Span, composition.Kind, composition.Conditions, scope),
        NotSyntax not => Check(not.Condition, scope) is { } part ? new Negation(not.Span, part) : null,
        AtLeastOfSyntax atLeast => CheckAtLeastOf(atLeast, scope),
        QuantifierSyntax quantifier => CheckQuantifier(quantifier, scope),
        ValueTestSyntax value => comparisons.CheckValue(value, scope),
        ShareSyntax share => CheckShare(share, scope),
        ShareOfTwoSyntax share => shares.Check(share, scope),
        InOrderSyntax inOrder => CheckInOrder(inOrder, scope),
        ReachableSyntax reachable => CheckReachable(reachable, scope),
        ConditionChoiceSyntax choice => CheckAll([choice.If, choice.Then, choice.Else], scope) is [var condition, var then, var otherwise]
            ? new ConditionChoice(choice.Span, condition, then, otherwise) : null,
        ConditionReferenceSyntax reference => CheckReference(reference, scope),
        RuleReferenceSyntax reference => rules.CheckReference(reference),
        _ => throw new InvalidOperationException($"no check for {syntax.GetType().Name}"),
    };

    private Composition? Compose(Span span, CompositionKind kind, IReadOnlyList<ConditionSyntax> conditions, ElementScope scope)
    {
        return CheckAll(conditions, scope) is { } parts ? new Composition(span, kind, parts) : null;
    }

    private ImmutableArray<Condition>? CheckAll(IReadOnlyList<ConditionSyntax> conditions, ElementScope scope)
    {
        var parts = new Condition?[conditions.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Check(conditions[i], scope);
        }

        return Whole(parts);
    }

    // Nothing, if a part is missing because something was wrong with it.
    private static ImmutableArray<Condition>? Whole(Condition?[] parts) =>
        Array.IndexOf(parts, null) < 0 ? ImmutableCollectionsMarshal.AsImmutableArray<Condition>(parts!) : null;

    private Condition? CheckFactTest(FactTestSyntax test, ElementScope scope)
    {
        if (test.Comparisons.Count == 0)
        {
            // What it is compared with is reported; the fact may be wrong as well.
            paths.Resolve(test.Path, scope);
            return null;
        }

        if (test.Comparisons is [var only])
        {
            return comparisons.CheckFact(test, only, scope);
        }

        var parts = new Condition?[test.Comparisons.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = comparisons.CheckFact(test, test.Comparisons[i], scope);
        }

        return Whole(parts) is { } all ? new Composition(test.Span, CompositionKind.All, all) : null;
    }

    private AtLeastOf? CheckAtLeastOf(AtLeastOfSyntax syntax, ElementScope scope)
    {
        var number = operands.CheckCount(syntax.Number, syntax.Conditions.Count);
        return CheckAll(syntax.Conditions, scope) is { } parts && number is { } n ? new AtLeastOf(syntax.Span, n, parts) : null;
    }

    private Quantified? CheckQuantifier(QuantifierSyntax syntax, ElementScope scope)
    {
        if (lists.Check(syntax.List, syntax.As, scope) is not { } opened)
        {
            return null;
        }

        var where = syntax.Where is null ? null : Check(syntax.Where, opened.Scope);
        var satisfy = syntax.Satisfy is null ? null : Check(syntax.Satisfy, opened.Scope);
        return (syntax.Where is null || where is not null) && (syntax.Satisfy is null || satisfy is not null)
            ? new Quantified(syntax.Span, syntax.Kind, opened.List, where, satisfy)
            : null;
    }

    private Condition? CheckShare(ShareSyntax syntax, ElementScope scope)
    {
        if (lists.Check(syntax.List, syntax.As, scope) is not { } opened)
        {
            return null;
        }

        var weight = syntax.Weight is null ? null : shares.CheckAmount(syntax.Weight, opened.Scope);
        var among = syntax.Among is null ? null : Check(syntax.Among, opened.Scope);
        var where = Check(syntax.Where, opened.Scope);
        var ifNone = syntax.IfNone is null ? null : shares.Check(syntax.IfNone, scope);
        var bounds = shares.CheckBounds(syntax.Comparison, scope);
        return where is null || bounds is null
            || (syntax.Weight is not null && weight is null)
            || (syntax.Among is not null && among is null)
            || (syntax.IfNone is not null && ifNone is null)
            ? null
            : ShareChecker.Tested(syntax.Span, bounds, (relation, bound) => new ShareTest(
                syntax.Span, opened.List, weight, among, where, relation, bound, ifNone));
    }

    private InOrder? CheckInOrder(InOrderSyntax syntax, ElementScope scope)
    {
        if (lists.Check(syntax.List, syntax.As, scope) is not { } opened)
        {
            return null;
        }

        var by = operands.Check(new FactOperandSyntax(syntax.By.Span, syntax.By), opened.Scope, null);
        if (by is { Measure.Kind: not (MeasureKind.Day or MeasureKind.Instant) })
        {
            diagnostics.WrongMeasure(syntax.By.Span, "`by` needs a date of the elements", by.Measure);
            by = null;
        }
        else if (by is not null && Periods.MayBe(by))
        {
            diagnostics.PeriodMovedByFact(syntax.By.Span);
            by = null;
        }

        var checkedSteps = CheckAll(syntax.Steps, opened.Scope);
        var number = syntax.AtLeast is null ? syntax.Steps.Count : operands.CheckCount(syntax.AtLeast, syntax.Steps.Count, areSteps: true);
        var within = syntax.Within is null ? null : CheckWithin(syntax.Within, by, scope);
        return by is not null && checkedSteps is { } steps && number is { } n && (syntax.Within is null || within is not null)
            ? new InOrder(syntax.Span, opened.List, by, steps, n, within)
            : null;
    }

    private Operand? CheckWithin(OperandSyntax syntax, Operand? by, ElementScope scope)
    {
        var within = operands.Check(syntax, scope, new Measure(MeasureKind.Duration));
        if (within is { Measure.Kind: not MeasureKind.Duration })
        {
            diagnostics.WrongMeasure(syntax.Span, "`within` needs a duration", within.Measure,
                within.Measure is { Kind: MeasureKind.Exact or MeasureKind.Real } ? "make one of the number: { \"days\": … }"
                    : "write one, such as \"P30D\", or name a fact that is one");
            return null;
        }

        if (within is Constant { Value.Duration: var back } && back.Range.High < 0)
        {
            diagnostics.WithinBack(within.Span, back);
            return null;
        }

        return within is null || (by is { Measure.Kind: MeasureKind.Day } && !operands.IsOfWholeDays(within)) ? null : within;
    }

    private Reachable? CheckReachable(ReachableSyntax syntax, ElementScope scope)
    {
        if (lists.Check(syntax.List, syntax.As, scope) is not { } opened)
        {
            comparisons.CheckEnds([syntax.From, syntax.To], null, scope);
            return null;
        }

        var where = syntax.Where is null ? null : Check(syntax.Where, opened.Scope);
        if (paths.ResolveListItem(syntax.Between, opened.Scope) is not var (levels, item))
        {
            comparisons.CheckEnds([syntax.From, syntax.To], null, scope);
            return null;
        }

        if (levels[0].Depth <= scope.Depth)
        {
            diagnostics.NoListOfTheElements(syntax.Between);
            return null;
        }

        var (between, _) = ListChecker.OpenLevels(levels, levels[^1].Path, opened.Scope);
        if (Measure.Of(item.Type) is not { } measure)
        {
            diagnostics.NotAValue(syntax.Between, item.Type);
            return null;
        }

        if (measure.Kind == MeasureKind.Duration)
        {
            diagnostics.WrongMeasure(syntax.Between.Span, "`between` needs names, numbers or dates", measure,
                "name a list of these");
            return null;
        }

        var ends = comparisons.CheckEnds([syntax.From, syntax.To], item.Type, scope);
        return ends is [{ } from, { } to] && (syntax.Where is null || where is not null)
            ? new Reachable(
                syntax.Span, opened.List, where, between, new FactOperand(syntax.Between.Span, measure, item), from, to)
            : null;
    }

    // A named condition is read in the place where it is used, so it is checked once for each scope; the same scope shares one object.
    private NamedCondition? CheckReference(ConditionReferenceSyntax reference, ElementScope scope)
    {
        var name = reference.Name.Text;
        if (!declared.NamedConditions.TryGetValue(name, out var definition))
        {
            diagnostics.UnknownCondition(reference.Name, declared.NamedConditions.Keys, rules.Has(name));
            declared.MarkMeant("condition", reference.Name, declared.NamedConditions.Keys);
            return null;
        }

        declared.Used.Add(("condition", name));
        if (_named.TryGetValue((name, scope), out var known))
        {
            return known.Meaning is not null && size.UseAgain(known.Extent, reference.Span)
                ? new NamedCondition(reference.Span, known.Meaning, name)
                : null;
        }

        if (_open.Contains(name))
        {
            diagnostics.ConditionCycle(reference.Name, _open.SkipWhile(n => n != name));
            return null;
        }

        _open.Add(name);
        var mark = size.Start();
        size.EnterNamed();
        diagnostics.EnterNamed("condition", reference.Name);
        var meaning = Check(definition.Condition, scope);
        diagnostics.LeaveNamed();
        size.LeaveNamed();
        _named[(name, scope)] = (meaning, size.Stop(mark));
        _open.RemoveAt(_open.Count - 1);
        return meaning is null ? null : new NamedCondition(reference.Span, meaning, name);
    }
}
