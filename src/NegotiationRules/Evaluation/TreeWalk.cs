using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Evaluates conditions by walking over them. It is written to be read: this is the definition of what rules mean.</summary>
/// <remarks>
/// Every faster evaluator must agree with it. Without state, so safe to use from any thread.
/// Arithmetic beyond what can be represented is an <see cref="OverflowException"/>, which the caller turns into a scenario's fault.
/// </remarks>
internal static partial class TreeWalk
{
    public static Truth Evaluate(Condition condition, Scope scope)
    {
        scope.Steps.Take();
        return condition.Reach.IsCostly
            && (scope.Trace is not null || condition.Reach.IsOutside(scope.Depth) || condition is Defined { IsNamed: true })
            ? Recall(condition, scope)
            : WorkOut(condition, scope);
    }

    /// <summary>The truth, for who asks for more than decided. What evaluation left out because it was decided without may lie beyond what
    /// can be represented: that is unknown, or as the one who asks says.</summary>
    public static Truth TruthOf(Condition condition, Scope scope, Truth beyond = Truth.Unknown) =>
        UnlessBeyond(Evaluate, condition, scope, beyond);

    /// <summary>Likewise whether an element is one that the quantifier looks for.</summary>
    public static Truth MeetsOf(Quantified condition, Scope element, Truth beyond = Truth.Unknown) =>
        UnlessBeyond(Meets, condition, element, beyond);

    private static Truth UnlessBeyond<T>(Func<T, Scope, Truth> truth, T condition, Scope scope, Truth beyond)
    {
        try
        {
            return truth(condition, scope);
        }
        catch (OverflowException)
        {
            return beyond;
        }
    }

    // What reads nothing of the innermost elements is the same for all of them, so it is remembered with the innermost that it reads. A
    // form and what it stands for are remembered as one.
    private static Truth Recall(Condition condition, Scope scope)
    {
        var (place, key) = (
            scope.At(condition.Reach.Innermost(scope.Depth)),
            condition is Defined defined and not RuleReference ? defined.Meaning : condition
        );
        if (place.Recall(key) is { } known)
        {
            return known;
        }

        var truth = WorkOut(condition, scope);
        place.Remember(key, truth);
        return truth;
    }

    private static Truth WorkOut(Condition condition, Scope scope) => condition switch
    {
        RelationTest r => Relate(r, scope),
        Composition c => Compose(c, scope),
        Negation n => Evaluate(n.Part, scope).Not(),
        AtLeastOf a => AtLeast(a, scope),
        KnownTest k => scope.At(k.Fact.Depth).IsSupposed ? Truth.Unknown : Truths.Of(scope.Read(k.Fact).IsKnown == k.Expected),
        SettledTest s => IsSettled(s, scope),
        TextTest t => TestText(t, scope),
        PatternTest p => TestPattern(p, scope),
        Quantified q => Quantify(q, scope),
        ShareTest s => Share(s, scope),
        ShareOfTwo s => Share(s, scope),
        InOrder o => Order(o, scope),
        Reachable r => Links.Of(r, scope).Truth,
        ConditionChoice c => Choose(c, scope),
        // A rule means the same wherever it is referred to: it is read in the scenario, not in an element.
        RuleReference r => Evaluate(r.Meaning, scope.At(0)),
        Defined d => Evaluate(d.Meaning, scope),
        _ => throw new InvalidOperationException($"no meaning for {condition.GetType().Name}"),
    };

    // Of what may exist beyond the known elements it is not even known what is known, and what stands for several days is known on each of
    // them.
    private static Truth IsSettled(SettledTest test, Scope scope) =>
        test.Operand is Constant or FractionOperand
        || (test.Operand is FactOperand period && Periods.MayBe(period) && scope.Read(period.Fact).IsKnown)
        || OperandValues.Of(test.Operand, scope).IsKnown ? Truth.True
        : scope.At(test.Operand.Reach.Innermost(scope.Depth)).IsWithinSupposed ? Truth.Unknown
        : scope.At(0).Days is { } days && days.AreReadBy(test.Operand) ? Truth.Unknown
        : Truth.False;

    private static Truth Compose(Composition composition, Scope scope)
    {
        // None is not any. All stops at the first that is false, any at the first that is true.
        var decisive = composition.Kind == CompositionKind.All ? Truth.False : Truth.True;
        var result = decisive.Not();
        foreach (var part in composition.Parts.AsSpan())
        {
            var truth = Evaluate(part, scope);
            if (truth == decisive)
            {
                result = decisive;
                break;
            }

            result = truth == Truth.Unknown ? truth : result;
        }

        return composition.Kind == CompositionKind.None ? result.Not() : result;
    }

    private static Truth Choose(ConditionChoice choice, Scope scope) => Evaluate(choice.If, scope) switch
    {
        Truth.True => Evaluate(choice.Then, scope),
        Truth.False => Evaluate(choice.Else, scope),

        // Unknown which: decided if both are decided alike.
        _ => Evaluate(choice.Then, scope) is not Truth.Unknown and var then && Evaluate(choice.Else, scope) == then ? then : Truth.Unknown,
    };

    private static Truth AtLeast(AtLeastOf condition, Scope scope)
    {
        int certain = 0, possible = 0;
        foreach (var part in condition.Parts)
        {
            var truth = Evaluate(part, scope);
            certain += truth == Truth.True ? 1 : 0;
            possible += truth != Truth.False ? 1 : 0;
        }

        return Truths.Of(certain >= condition.Number, possible >= condition.Number);
    }

    private static Truth Quantify(Quantified condition, Scope scope)
    {
        if (scope.Repeated is { } repeated && repeated.TryQuantify(condition, scope, out var told))
        {
            return told;
        }

        // Every element satisfies: there is none for which `where` holds and `satisfy` does not. Where nothing is costly that is asked of
        // the elements, nothing is kept of them.
        var found = Truth.False;
        var isTraced = scope.Trace is not null && (Reach.Of(condition.Where) | Reach.Of(condition.Satisfy)).IsCostly;
        var elements = new ElementWalk(condition.List, scope, isTraced);
        while (found != Truth.True && elements.MoveNext())
        {
            if (!elements.IsFurther)
            {
                found = found.Or(Meets(condition, elements.Current));
            }
            else if (found == Truth.False)
            {
                // Whether there are further elements is unknown, but what is around them may already rule out that one of them counts.
                found = Meets(condition, elements.Current).And(Truth.Unknown);
            }
            else
            {
                break;
            }
        }

        return condition.Kind == QuantifierKind.Some ? found : found.Not();
    }

    /// <summary>Whether an element is one that the quantifier looks for: for <c>every</c>, one that breaks it.</summary>
    public static Truth Meets(Quantified condition, Scope element)
    {
        var where = condition.Where is null ? Truth.True : Evaluate(condition.Where, element);
        return condition.Kind != QuantifierKind.Every || where == Truth.False
            ? where
            : where.And(Evaluate(condition.Satisfy!, element).Not());
    }
}
