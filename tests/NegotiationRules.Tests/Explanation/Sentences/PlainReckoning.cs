using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Tests.Explanation.Sentences;

/// <summary>
/// Reckons again what sentences say: elements, counts, sums, shares, chains and what is composed of them, written as plainly as can be.
/// Only what a single fact comes to,
/// and functions of such facts, are taken from the evaluator.
/// </summary>
internal static class PlainReckoning
{
    public static Truth Of(Condition condition, Scope scope) => condition switch
    {
        Composition { Kind: CompositionKind.All } c => All(c.Parts.Select(p => Of(p, scope))),
        Composition { Kind: CompositionKind.Any } c => Any(c.Parts.Select(p => Of(p, scope))),
        Composition c => Opposite(Any(c.Parts.Select(p => Of(p, scope)))),
        ConditionChoice c => Of(c.If, scope) switch
        {
            Truth.True => Of(c.Then, scope),
            Truth.False => Of(c.Else, scope),
            _ => (Of(c.Then, scope), Of(c.Else, scope)) is var (a, b) && a == b ? a : Truth.Unknown,
        },
        Negation n => Opposite(Of(n.Part, scope)),
        AtLeastOf a => Between(a.Parts.Count(p => Of(p, scope) == Truth.True), a.Parts.Count(p => Of(p, scope) != Truth.False), a.Number),
        Quantified { Kind: QuantifierKind.Some } q => Exists(q, scope),
        Quantified q => Opposite(Exists(q, scope)),
        ShareTest s => Share(s, scope),
        ShareOfTwo s => Share(s, scope),
        InOrder o => Between(PlainOrder.Longest(o, scope, certain: true), PlainOrder.Longest(o, scope, certain: false), o.Number),
        Reachable r => Linked(r, scope),
        RuleReference r => Of(r.Meaning, scope.At(0)),
        Defined d => Of(d.Meaning, scope),
        RelationTest { Left: CountOperand count } r when Number(r.Right, scope) is { } right =>
            Compare(r.Relation, Count(count, scope), right),
        RelationTest { Left: AggregateOperand aggregate } r when aggregate.Measure.Kind == MeasureKind.Exact
            && Number(r.Right, scope) is { } right => Compare(r.Relation, Aggregate(aggregate, scope), right),
        RelationTest { Left: OnlyOperand only } r when Number(only, scope) is { } left && Number(r.Right, scope) is { } right =>
            Compare(r.Relation, left, right),
        SettledTest { Operand: FactOperand { Measure.Kind: MeasureKind.Exact or MeasureKind.Text } fact } =>
            ClaimCheck.Walk(fact.Fact, scope).IsKnown ? Truth.True : TreeWalk.Evaluate(condition, scope),
        _ => TreeWalk.Evaluate(condition, scope),
    };

    /// <summary>
    /// The elements of a list: those that are known, and suppositions of what may be beyond them, each with how many they may be.
    /// </summary>
    public static (List<Scope> Known, List<(Scope Scope, decimal? Most)> Further) Elements(ListReference list, Scope scope)
    {
        if (list.Selection is { } selection)
        {
            return Selected(selection, list, scope);
        }

        scope = list.Around is { } depth ? scope.At(depth) : scope;
        if (list.IsParameter)
        {
            return ([.. list.Values.Select((value, i) => scope.EnterValue(value, list, i))], []);
        }

        var (outer, further) = (new List<Scope> { scope }, new List<(Scope Scope, decimal? Most)>());
        foreach (var level in list.Levels)
        {
            decimal? most = ((ListType)level.Type).MaxItems;
            var next = further.Where(_ => most != 0).Select(f => (f.Scope.Suppose(), f.Most * most)).ToList();
            var inner = new List<Scope>();
            var own = new List<(Scope Scope, decimal? Most)>();
            foreach (var element in outer)
            {
                var value = element.Read(level);
                var items = value.IsKnown ? value.List.Elements.ToArray() : [];
                inner.AddRange(items.Select((item, i) => element.Enter(item, level, i)));
                if (!(value.IsKnown && value.List.IsComplete) && most != items.Length)
                {
                    own.Add((element.Suppose(), most - items.Length));
                }
            }

            (outer, further) = (inner, [.. own, .. next]);
        }

        return (outer, further);
    }

    public static (decimal? Low, decimal? High) Count(CountOperand count, Scope scope)
    {
        var (known, further) = Elements(count.List, scope);
        var truths = known.Select(e => count.Where is null ? Truth.True : Of(count.Where, e)).ToList();
        decimal? high = truths.Count(t => t != Truth.False);
        foreach (var (beyond, most) in further.Where(f => count.Where is null || Of(count.Where, f.Scope) != Truth.False))
        {
            high += most;
        }

        return (truths.Count(t => t == Truth.True), high);
    }

    /// <summary>Groups of what is linked, put together as long as two have something in common.</summary>
    public static Truth Linked(Reachable condition, Scope scope)
    {
        var ends = new[] { condition.From, condition.To }.Select(end => End(condition, end, scope)).ToArray();
        var (known, further) = Elements(condition.List, scope);
        var links = known.Where(e => Meets(e) != Truth.False).Select(e => (Element: e, Inside: Elements(condition.Between, e))).ToList();
        var isOpen = further.Exists(f => Meets(f.Scope) != Truth.False)
            || links.Exists(l => l.Inside.Further.Count > 0 || l.Inside.Known.Exists(end => End(condition, condition.Item, end) is null));
        return ends.Contains(null) ? Truth.Unknown
            : ends[0]!.Equals(ends[1]) || Leads(Truth.True) ? Truth.True
            : isOpen || Leads(Truth.Unknown) ? Truth.Unknown
            : Truth.False;

        Truth Meets(Scope element) => condition.Where is null ? Truth.True : Of(condition.Where, element);

        bool Leads(Truth least) => Reached(condition, scope, least).Contains(ends[1]!);
    }

    /// <summary>What the one value leads to, itself among it, by elements that link certainly, or may.</summary>
    public static HashSet<object> Reached(Reachable condition, Scope scope, Truth least)
    {
        HashSet<object> reached = End(condition, condition.From, scope) is { } from ? [from] : [];
        var groups = Elements(condition.List, scope).Known
            .Where(e => condition.Where is null || Of(condition.Where, e) is var met && (met == Truth.True || met == least))
            .Select(e => Elements(condition.Between, e).Known.Select(end => End(condition, condition.Item, end)))
            .Select(ends => ends.OfType<object>().ToHashSet())
            .ToList();
        for (var size = -1; size != reached.Count;)
        {
            size = reached.Count;
            groups.Where(group => group.Overlaps(reached)).ToList().ForEach(reached.UnionWith);
        }

        return reached;
    }

    /// <summary>A value that is linked, if it is exactly known: numbers as such, whatever their decimals.</summary>
    public static object? End(Reachable condition, Operand end, Scope scope) =>
        end.Measure.Kind == MeasureKind.Text ? TreeWalk.ReadText(end, scope)
        : new[] { condition.Item, condition.From, condition.To }.Any(e => e.Measure.Kind == MeasureKind.Real)
            ? (Quantities.Real(end, scope) is { IsNothing: false, IsValue: true, Low: { } real } ? real : null)
        : Quantities.Exact(end, scope, end.Measure.Scale) is { IsNothing: false, IsValue: true, Low: { } steps }
            ? (decimal)steps / (decimal)Scales.Power(end.Measure.Scale)
        : null;

    /// <summary>The days, or moments, that an operand may be.</summary>
    public static (decimal? Low, decimal? High) Day(Operand operand, Scope scope) =>
        Quantities.Exact(operand, scope, 0) is var days ? ((decimal?)days.Low, (decimal?)days.High) : default;

    /// <summary>The bounds of a number that is exact, in whole; <see langword="null"/> if it is none, or is worked out of lists.</summary>
    public static (decimal? Low, decimal? High)? Number(Operand operand, Scope scope) => operand switch
    {
        { Measure.Kind: not MeasureKind.Exact } => null,
        NamedOperand named => Number(named.Meaning, scope),
        CountOperand count => Count(count, scope),
        AggregateOperand aggregate => Aggregate(aggregate, scope),
        OnlyOperand only => Only(only, scope),
        Constant or FactOperand => Exact(operand, scope),
        ChoiceOperand choice when Of(choice.If, scope) is not Truth.Unknown and var holds =>
            Number(holds == Truth.True ? choice.Then : choice.Else, scope),
        ArithmeticOperand { Kind: not ArithmeticKind.Times } sum when Number(sum.Left, scope) is { } left
            && Number(sum.Right, scope) is { } right => Together(left, right, sum.Kind == ArithmeticKind.Plus),
        ArithmeticOperand product when Number(product.Left, scope) is ({ } left, { } high) && left == high
            && Number(product.Right, scope) is ({ } right, { } most) && right == most => (left * right, left * right),
        _ => null,
    };

    private static (decimal? Low, decimal? High) Together(
        (decimal? Low, decimal? High) left, (decimal? Low, decimal? High) right, bool isPlus) =>
        left == Nothing || right == Nothing ? Nothing
            : isPlus ? (left.Low + right.Low, left.High + right.High) : (left.Low - right.High, left.High - right.Low);

    public static (decimal? Low, decimal? High) Aggregate(AggregateOperand aggregate, Scope scope)
    {
        var (known, further) = Elements(aggregate.List, scope);
        var items = known.Select(e => (Scope: e, Counts: aggregate.Where is null ? Truth.True : Of(aggregate.Where, e), Most: (decimal?)1))
            .Concat(further.Select(f => (f.Scope, Counts: aggregate.Where is null ? Truth.Unknown
                : All([Truth.Unknown, Of(aggregate.Where, f.Scope)]), f.Most)))
            .Where(i => i.Counts != Truth.False)
            .Select(i => (i.Counts, i.Most, Value: Exact(aggregate.Item, i.Scope)))
            .ToList();
        if (items.Exists(i => i.Value == Nothing))
        {
            return Nothing;
        }

        if (aggregate.Kind == QuantityKind.Sum)
        {
            var low = items.Select(i => i.Counts == Truth.True ? i.Value.Low : i.Value.Low is { } l ? l >= 0 ? 0 : l * i.Most
                : null).Aggregate((decimal?)0, (sum, next) => sum + next);
            var high = items.Select(i => i.Counts == Truth.True ? i.Value.High : i.Value.High is { } h ? h <= 0 ? 0 : h * i.Most
                : null).Aggregate((decimal?)0, (sum, next) => sum + next);
            return (low, high);
        }

        var certain = items.Where(i => i.Counts == Truth.True).Select(i => i.Value).ToList();
        if (certain.Count == 0)
        {
            return Nothing;
        }

        return aggregate.Kind == QuantityKind.Min
            ? (items.Exists(i => i.Value.Low is null) ? null : items.Min(i => i.Value.Low), certain.Exists(v => v.High is not null)
                ? certain.Min(v => v.High) : null)
            : (certain.Exists(v => v.Low is not null) ? certain.Max(v => v.Low) : null, items.Exists(i => i.Value.High is null) ? null
                : items.Max(i => i.Value.High));
    }

    // What the one element has; nothing, unless no other may be meant.
    private static (decimal? Low, decimal? High)? Only(OnlyOperand only, Scope scope)
    {
        var (known, further) = Elements(only.List, scope);
        var meets = known.Select(e => only.Where is null ? Truth.True : Of(only.Where, e)).ToList();
        var others = further.Exists(f => only.Where is null || Of(only.Where, f.Scope) != Truth.False);
        return !others && !meets.Contains(Truth.Unknown) && meets.Count(truth => truth == Truth.True) == 1
            ? Number(only.Item, known[meets.IndexOf(Truth.True)])
            : Nothing;
    }

    /// <summary>A mark for what has no value: its least is above its greatest.</summary>
    public static (decimal? Low, decimal? High) Nothing => (1, 0);

    /// <summary>What one element has: a number, as far as it is known.</summary>
    public static (decimal? Low, decimal? High) Exact(Operand operand, Scope scope)
    {
        var value = Quantities.Exact(operand, scope, operand.Measure.Scale);
        var power = (decimal)Scales.Power(operand.Measure.Scale);
        return value.IsNothing ? Nothing : ((decimal?)value.Low / power, (decimal?)value.High / power);
    }

    public static Truth Compare(Relation relation, (decimal? Low, decimal? High) a, (decimal? Low, decimal? High) b)
    {
        if (a == Nothing || b == Nothing)
        {
            return Truth.Unknown;
        }

        var (less, greater) = (a.High < b.Low, a.Low > b.High);
        var (atMost, atLeast) = (a.High <= b.Low, a.Low >= b.High);
        return relation switch
        {
            Relation.Less => less ? Truth.True : atLeast ? Truth.False : Truth.Unknown,
            Relation.LessOrEqual => atMost ? Truth.True : greater ? Truth.False : Truth.Unknown,
            Relation.Greater => greater ? Truth.True : atMost ? Truth.False : Truth.Unknown,
            Relation.GreaterOrEqual => atLeast ? Truth.True : less ? Truth.False : Truth.Unknown,
            Relation.Equal => atMost && atLeast ? Truth.True : less || greater ? Truth.False : Truth.Unknown,
            _ => Opposite(Compare(Relation.Equal, a, b)),
        };
    }

    private static Truth Share(ShareTest share, Scope scope)
    {
        var (known, further) = Elements(share.List, scope);
        if (share.Weight?.Measure.Kind == MeasureKind.Real || further.Count > 0 || share.Fraction is not { } bound)
        {
            return TreeWalk.Evaluate(share, scope);
        }

        // Each element at its worst and at its best for the share, so much of it as there would be beyond the fraction.
        var (p, q) = ((decimal)bound.Numerator, (decimal)bound.Denominator);
        decimal? low = 0, high = 0;
        decimal certain = 0;
        foreach (var element in known)
        {
            var meant = share.Among is null ? Truth.True : Of(share.Among, element);
            var where = Of(share.Where, element);
            var weight = share.Weight is null ? (1, 1) : Exact(share.Weight, element);
            certain += meant == Truth.True ? weight.Low ?? 0 : 0;
            List<decimal?> ways = meant == Truth.True ? [] : [0];
            ways.AddRange(meant == Truth.False || where == Truth.False ? [] : [weight.Low * (q - p), q == p ? 0 : weight.High * (q - p)]);
            ways.AddRange(meant == Truth.False || where == Truth.True ? [] : [weight.Low * -p, p == 0 ? 0 : weight.High * -p]);
            low += ways.Contains(null) && (where == Truth.True ? meant == Truth.True && weight.Low is null : p != 0 && weight.High is null)
                ? null : ways.Min();
            high += ways.Contains(null) && where != Truth.False && q != p && weight.High is null ? null : ways.Max();
        }

        if (certain > 0 || share.IfNone is not FractionOperand { Fraction: var none })
        {
            return certain > 0 ? Compare(share.Relation, (low, high), (0, 0)) : Truth.Unknown;
        }

        // What may be there is all of it, or none, where nothing is certain to be there beside it.
        var possible = known.Where(e => (share.Among is null || Of(share.Among, e) != Truth.False)
            && (share.Weight is null || Exact(share.Weight, e).High is not 0)).ToList();
        List<decimal> shares = [(decimal)none.Numerator / none.Denominator];
        shares.AddRange(possible.Exists(e => Of(share.Where, e) != Truth.False) ? [1] : []);
        shares.AddRange(possible.Exists(e => Of(share.Where, e) != Truth.True) ? [0] : []);
        return Compare(share.Relation, (shares.Min(), shares.Max()), (p / q, p / q));
    }

    // What the part has beyond so much of the whole as is asked for.
    private static Truth Share(ShareOfTwo share, Scope scope)
    {
        if (share.Part.Measure.Kind != MeasureKind.Exact || share.Whole.Measure.Kind != MeasureKind.Exact
            || share.Bound is not FractionOperand { Fraction: var bound })
        {
            return TreeWalk.Evaluate(share, scope);
        }

        var part = Number(share.Part, scope) ?? Exact(share.Part, scope);
        var whole = Number(share.Whole, scope) ?? Exact(share.Whole, scope);
        if (part == Nothing || whole == Nothing)
        {
            return Truth.Unknown;
        }

        (part.Low, whole.Low) = (Math.Max(part.Low ?? 0, 0), Math.Max(whole.Low ?? 0, 0));
        var (p, q) = ((decimal)bound.Numerator, (decimal)bound.Denominator);
        var none = share.IfNone is FractionOperand { Fraction: var other }
            ? Compare(share.Relation, (other.Numerator * q, other.Numerator * q), (p * other.Denominator, p * other.Denominator))
            : Truth.Unknown;
        if (whole.High == 0)
        {
            return none;
        }

        var some = part.High == 0 && p > 0 ? Compare(share.Relation, (-1, -1), (0, 0))
            : Compare(share.Relation, (part.Low * q - (p == 0 ? 0 : p * whole.High), part.High * q - p * whole.Low), (0, 0));
        return whole.Low > 0 || some == none ? some : Truth.Unknown;
    }

    private static Truth Exists(Quantified quantified, Scope scope)
    {
        var (known, further) = Elements(quantified.List, scope);
        return Any(known.Select(Meets).Concat(further.Select(f => All([Truth.Unknown, Meets(f.Scope)]))));

        Truth Meets(Scope element)
        {
            var where = quantified.Where is null ? Truth.True : Of(quantified.Where, element);
            return quantified.Kind == QuantifierKind.Every ? All([where, Opposite(Of(quantified.Satisfy!, element))]) : where;
        }
    }

    // Where all is known, what is selected can be written out; otherwise it is the evaluator's to say.
    private static (List<Scope> Known, List<(Scope Scope, decimal? Most)> Further) Selected(Selection selection, ListReference list,
        Scope scope)
    {
        var (from, further) = Elements(selection.From, scope);
        var meets = from.ConvertAll(e => selection.Where is null ? Truth.True : Of(selection.Where, e));
        var keys = from.SelectMany(e => selection.Keys.Select(k => SelectionKey.Of(k, e)));
        var numbers = selection.Numbers.Select(number => Number(number, scope) ?? Exact(number, scope));
        if (further.Count > 0 || meets.Contains(Truth.Unknown) || keys.Any(k => k is null)
            || numbers.Any(n => n.Low is null || n.Low != n.High))
        {
            var open = NegotiationRules.Evaluation.Elements.Of(list, scope);
            return ([.. open.Known], [.. open.Further.Select(f => (f.Scope, (decimal?)f.Most))]);
        }

        var elements = from.Where((_, i) => meets[i] == Truth.True).ToList();
        if (!selection.Distinct.IsEmpty)
        {
            elements = elements.Where((e, i) => !elements.Take(i).Any(earlier => selection.Distinct.All(key =>
                SelectionKey.Of(key, earlier) == SelectionKey.Of(key, e)))).ToList();
        }

        elements.Sort(Stable);
        if (selection.IsReversed)
        {
            elements.Reverse();
        }

        var left = elements.Skip(NumberOf(selection.Skip, 0)).ToList();
        var taken = left.Take(NumberOf(selection.Take, int.MaxValue)).ToList();
        return ([.. taken, .. left.Skip(taken.Count).Where(e => selection.HasTies && taken.Count > 0 && ByKeys(e, taken[^1]) == 0)], []);

        int NumberOf(Operand? number, int otherwise) => number is null ? otherwise
            : (int)Math.Clamp((Number(number, scope) ?? Exact(number, scope)).Low!.Value, 0, int.MaxValue);

        int Stable(Scope a, Scope b) => ByKeys(a, b) is not 0 and var order ? order : from.IndexOf(a).CompareTo(from.IndexOf(b));

        int ByKeys(Scope a, Scope b)
        {
            foreach (var (key, isDescending) in selection.OrderBy)
            {
                var order = SelectionKey.Order.Compare(SelectionKey.Of(key, a)!.Value, SelectionKey.Of(key, b)!.Value);
                if (order != 0)
                {
                    return isDescending ? -order : order;
                }
            }

            return 0;
        }
    }

    private static Truth All(IEnumerable<Truth> truths)
    {
        var all = truths.ToList();
        return all.Contains(Truth.False) ? Truth.False : all.Contains(Truth.Unknown) ? Truth.Unknown : Truth.True;
    }

    private static Truth Any(IEnumerable<Truth> truths) => Opposite(All(truths.Select(Opposite)));

    private static Truth Opposite(Truth truth) => truth switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Unknown };

    private static Truth Between(int certain, int possible, int number) => certain >= number ? Truth.True : possible >= number
        ? Truth.Unknown : Truth.False;
}
