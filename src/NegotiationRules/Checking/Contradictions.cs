using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Finds what is asked of one fact that no value of it can meet, and choices that leave no value out.</summary>
/// <remarks>Only what is written out counts: a parameter is there to be varied. Few rules ask more than one thing of a fact, so what is
/// asked is worked out only where two things are.</remarks>
internal sealed class Contradictions(CheckDiagnostics diagnostics)
{
    // So many are held against each other as they come; of more it is remembered which there were.
    private const int Few = 8;

    // What goes by a name may be met by many ways, and operands in many tests. The rest is a tree.
    private readonly HashSet<Node> _seen = [];
    private readonly List<(FactReference Fact, Condition Test, bool Wanted)> _asked = [];

    public void Report(Condition? condition)
    {
        if (condition is not null)
        {
            Walk(condition, isPartOf: null, isNamed: false);
        }
    }

    // What is in small letters is never "ABC".
    private void LookAtLetters(RelationTest test)
    {
        if (test is not { Left: FunctionOperand { Function: var function } made, Right: Constant { Parameter: null } constant })
        {
            return;
        }

        string? written = function switch
        {
            OperandFunction.LowerCase => LetterCase.ToSmall(constant.Value.Text),
            OperandFunction.UpperCase => LetterCase.ToCapitals(constant.Value.Text),
            OperandFunction.Trimmed => constant.Value.Text.Trim(),
            _ => null,
        };
        if (written is not null && written != constant.Value.Text)
        {
            diagnostics.NeverSoWritten(constant.Span, test.Relation == Relation.NotEqual, made.Function, constant.Value.Text, written);
        }
    }

    // Of compositions in compositions of the same kind the outermost has all parts. What another rule asks stands by itself.
    private void Walk(Node node, CompositionKind? isPartOf, bool isNamed)
    {
        if (node.IsOfFacts() || ((isNamed || node is Operand) && !_seen.Add(node)))
        {
            return;
        }

        CompositionKind? kind = null;
        switch (node)
        {
            case Composition composition:
                kind = composition.Kind;
                if (kind != isPartOf)
                {
                    Look(composition);
                }

                break;
            case Defined and not RuleReference:
                kind = isPartOf;
                break;
            case RelationTest relation:
                LookAtLetters(relation);
                break;
            case ShareTest { Among: { } among } share:
                Look(new Composition(share.Span, CompositionKind.All, [among, share.Where]));
                break;
        }

        isNamed |= node is Defined { IsNamed: true };
        var children = node.FixedChildren();
        for (var i = 0; i < children.Count; i++)
        {
            Walk(children[i].Node, kind, isNamed);
        }
    }

    private void Look(Composition composition)
    {
        var isAny = composition.Kind == CompositionKind.Any;
        _asked.Clear();
        HashSet<Condition>? named = null;
        Collect(composition, !isAny, isNamed: false, ref named);
        if (_asked.TrueForAll(asked => Demand.LeavesOthers(asked.Fact, asked.Test, asked.Wanted)) || !AreTwoOfOneFact())
        {
            return;
        }

        foreach (var asked in _asked.GroupBy(asked => asked.Fact, SameFact.Comparer))
        {
            var demands = asked.Select(a => Demand.Of(a.Test, a.Wanted)).OfType<Demand>().ToList();
            LookAtUnknown(demands, isAny);
            demands.RemoveAll(demand => demand.Known is not null);
            if (demands.Count is > 1 and <= Demand.Most)
            {
                LookAtValues(demands, isAny);
            }
        }
    }

    private bool AreTwoOfOneFact()
    {
        if (_asked.Count > Few)
        {
            var facts = new HashSet<FactReference>(SameFact.Comparer);
            return !_asked.TrueForAll(asked => facts.Add(asked.Fact));
        }

        for (var i = 1; i < _asked.Count; i++)
        {
            for (var other = 0; other < i; other++)
            {
                if (SameFact.Are(_asked[i].Fact, _asked[other].Fact))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // That one of several always holds means that there is no value for which none of them does.
    private void LookAtValues(List<Demand> demands, bool isAny)
    {
        var values = ValueRanges.All(demands[0].Fact.Type);
        foreach (var demand in demands.OrderBy(d => d.Values is null))
        {
            var left = demand.In(values);
            if (!left.IsEmpty)
            {
                values = left;
                continue;
            }

            if (!isAny)
            {
                var other = demands.Where(d => d.Values is not null).TakeWhile(d => d != demand)
                    .FirstOrDefault(d => demand.In(d.Values!).IsEmpty);
                diagnostics.NoValueMeets(demand.Place, demand.Fact, other?.Place);
            }
            else if (demand.Fact.Type is not DurationType)
            {
                // A duration of months may be shorter and longer than one of days: neither holds then.
                diagnostics.OneAlwaysHolds(demand.Place, demand.Fact);
            }

            return;
        }
    }

    // Of what is unknown nothing else holds. That it is known or not always does; that it is unknown or has some value does not,
    // for a value that it has may be another.
    private void LookAtUnknown(List<Demand> demands, bool isAny)
    {
        if (demands.Exists(d => isAny ? d.Known == true : d.Known != false))
        {
            foreach (var unknown in demands.Where(demand => demand.Known == false))
            {
                diagnostics.KnownAndNot(unknown.Place, unknown.Fact, isAny);
            }
        }
    }

    // What goes by a name is collected once, however often it is met.
    private void Collect(Condition condition, bool wanted, bool isNamed, ref HashSet<Condition>? named)
    {
        switch (condition)
        {
            case RuleReference:
                break;
            case Defined defined when !isNamed || (named ??= []).Add(defined):
                Collect(defined.Meaning, wanted, isNamed || defined.IsNamed, ref named);
                break;
            case Negation negation:
                Collect(negation.Part, !wanted, isNamed, ref named);
                break;
            case Composition { Kind: var kind, Parts: var parts } composition
                when wanted == (kind != CompositionKind.Any) && (!isNamed || (named ??= []).Add(composition)):
                foreach (var part in parts)
                {
                    Collect(part, wanted && kind == CompositionKind.All, isNamed, ref named);
                }

                break;
            case Composition { Kind: CompositionKind.Any } any when wanted && Demand.FactOfAny(any) is { } fact:
                _asked.Add((fact, any, wanted));
                break;
            case { } test when Demand.FactOf(test) is { } fact:
                _asked.Add((fact, test, wanted));
                break;
        }
    }
}
