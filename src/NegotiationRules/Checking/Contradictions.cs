using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Finds what is asked of one fact that no value of it can meet, and choices that leave no value out.</summary>
/// <remarks>Only what is written out counts: a parameter is there to be varied.</remarks>
internal sealed class Contradictions(CheckDiagnostics diagnostics)
{
    // People write a few. A list of thousands comes from a program, and holding each value against all others would take long.
    private const int Most = 1_000;

    private readonly HashSet<Node> _seen = [];

    public void Report(Condition condition) => Walk(condition, isPartOf: null);

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

    // Of compositions in compositions of the same kind the outermost has all parts.
    private void Walk(Node condition, CompositionKind? isPartOf)
    {
        if (!_seen.Add(condition))
        {
            return;
        }

        var kind = condition is Composition { Kind: var own } ? own : condition is Defined ? isPartOf : null;
        if (condition is Composition composition && kind != isPartOf)
        {
            Look(composition);
        }

        if (condition is RelationTest relation)
        {
            LookAtLetters(relation);
        }

        if (condition is ShareTest { Among: { } among } share)
        {
            Look(new Composition(share.Span, CompositionKind.All, [among, share.Where]));
        }

        foreach (var child in condition.FixedChildren())
        {
            Walk(child.Node, kind);
        }
    }

    // That one of several always holds means that there is no value for which none of them does.
    private void Look(Composition composition)
    {
        var isAny = composition.Kind == CompositionKind.Any;
        var demands = new List<Demand>();
        Collect(composition, !isAny, demands, []);
        LookAtUnknown(demands, isAny);
        demands.RemoveAll(demand => demand is { Values: null, Meets: null });
        foreach (var demanded in demands.GroupBy(d => d.Key).Where(g => g.Count() is > 1 and <= Most))
        {
            var values = ValueRanges.All(demanded.First().Fact.Type);
            foreach (var demand in demanded.OrderBy(d => d.Values is null))
            {
                var left = demand.In(values);
                if (!left.IsEmpty)
                {
                    values = left;
                    continue;
                }

                if (isAny)
                {
                    // A duration of months may be shorter and longer than one of days: neither holds then.
                    if (demand.Fact.Type is not DurationType)
                    {
                        diagnostics.OneAlwaysHolds(demand.Place, demand.Fact);
                    }
                }
                else
                {
                    var other = demanded.Where(d => d.Values is not null).TakeWhile(d => d != demand)
                        .FirstOrDefault(d => demand.In(d.Values!).IsEmpty);
                    diagnostics.NoValueMeets(demand.Place, demand.Fact, other?.Place);
                }

                break;
            }
        }
    }

    // Of what is unknown nothing else holds. That it is known or not always does; that it is unknown or has some value does not,
    // for a value that it has may be another.
    private void LookAtUnknown(List<Demand> demands, bool isAny)
    {
        foreach (var unknown in demands.Where(demand => demand.Known == false))
        {
            if (demands.Exists(d => d.Key == unknown.Key && (isAny ? d.Known == true : d.Known != false)))
            {
                diagnostics.KnownAndNot(unknown.Place, unknown.Fact, isAny);
            }
        }
    }

    private static void Collect(Condition condition, bool wanted, List<Demand> demands, HashSet<Condition> seen)
    {
        switch (condition)
        {
            case RelationTest { Left: FactOperand fact, Right: Constant { Parameter: null } constant } test
                when ValueRanges.Of(fact.Fact.Type, wanted ? test.Relation : test.Relation.Inverse(), constant) is { } values:
                demands.Add(new Demand(fact.Fact, constant.Span, values));
                break;
            case TextTest { Left: FactOperand fact, Right: Constant { Parameter: null } constant } test:
                demands.Add(new Demand(fact.Fact, constant.Span, null)
                { Meets = text => TextTest.Holds(test.At, text, constant.Value.Text) == wanted });
                break;
            case PatternTest { Left: FactOperand fact } pattern:
                demands.Add(new Demand(fact.Fact, pattern.Span, null) { Meets = text => pattern.Pattern.IsMatch(text) == wanted });
                break;
            case KnownTest known:
                demands.Add(new Demand(known.Fact, known.Span, null) { Known = known.Expected == wanted });
                break;
            case Negation negation:
                Collect(negation.Part, !wanted, demands, seen);
                break;
            case RuleReference:
                break;
            case Defined defined when seen.Add(defined):
                Collect(defined.Meaning, wanted, demands, seen);
                break;
            case Composition composition
                when (wanted ? composition.Kind != CompositionKind.Any : composition.Kind == CompositionKind.Any) && seen.Add(composition):
                foreach (var part in composition.Parts)
                {
                    Collect(part, wanted && composition.Kind == CompositionKind.All, demands, seen);
                }

                break;
            case Composition { Kind: CompositionKind.Any } among when wanted && AnyOf(among) is { } demand:
                demands.Add(demand);
                break;
        }
    }

    // One of several values of one fact, as `in` asks for.
    private static Demand? AnyOf(Composition any)
    {
        if (any.Parts.Length > Most)
        {
            return null;
        }

        Demand? whole = null;
        foreach (var part in any.Parts)
        {
            if (part is not RelationTest { Left: FactOperand fact, Right: Constant { Parameter: null } constant } test
                || ValueRanges.Of(fact.Fact.Type, test.Relation, constant) is not { } values)
            {
                return null;
            }

            var own = new Demand(fact.Fact, constant.Span, values);
            if (whole is not null && whole.Key != own.Key)
            {
                return null;
            }

            whole = whole is null ? own : whole with { Values = whole.Values!.Union(own.Values!) };
        }

        return whole;
    }

    /// <param name="Fact">Of what.</param>
    /// <param name="Place">Where it is written.</param>
    /// <param name="Values">The values that meet it; <see langword="null"/> if it asks whether there is one, or what a text is
    /// like.</param>
    private sealed record Demand(FactReference Fact, Span Place, ValueRanges? Values)
    {
        /// <summary>Whether a text meets it, if it asks what that is like.</summary>
        public Func<string, bool>? Meets { get; init; }

        /// <summary>Those of some values that meet it.</summary>
        public ValueRanges In(ValueRanges values) => Values is { } own ? values.Intersect(own) : values.WhereText(Meets!);

        /// <summary>Whether a value is to be known, if that is asked.</summary>
        public bool? Known { get; init; }

        public string Key { get; } = $"{Fact.Depth}:{string.Join('.', Fact.Slots)}";
    }
}
