using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Explanation;

/// <summary>Conditions that look at facts and not into lists: one sentence says which elements meet them, without a line for
/// each.</summary>
internal static class PlainConditions
{
    /// <summary>Writes the element with the values for which it meets or fails the condition: "Sherman (diplomat, rank 5)". Unknown ones
    /// are left out.</summary>
    /// <param name="text">Where it is written.</param>
    /// <param name="element">The element.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="isOwn">Whether it is said already whose element it is.</param>
    /// <param name="scenario">The type of the scenario.</param>
    public static void Describe(
        ref DefaultInterpolatedStringHandler text, Scope element, Condition condition, bool isOwn, RecordType scenario)
    {
        var own = Labels.OwnOf(element);
        text.Add(own, isOwn ? string.Empty : Labels.OwnerOf(element));
        var (first, values) = ((string?)null, (List<string>?)null);
        foreach (var fact in condition.IsPlain() ? FactsThatDecide(condition, element) : [])
        {
            if (fact.Depth == element.Depth && fact.Slots.Length > 0 && !(fact.Type is BooleanType && IsSaid(condition, element))
                && ValueOf(fact, element, scenario) is { } value && !IsName(own, value)
                && first != value && values?.Contains(value) != true)
            {
                text.Add(first is null ? " (" : ", ", value);
                values = first is null ? null : [.. values ?? [first], value];
                first ??= value;
            }
        }

        text.AppendLiteral(first is null ? string.Empty : ")");
    }

    // That it is true what was to be true is said already, as is that it is not where nothing else was asked for.
    private static bool IsSaid(Condition condition, Scope element) =>
        condition is RelationTest { Left: FactOperand, Right: Constant { Value.Kind: FactKind.Boolean } }
        || TreeWalk.Evaluate(condition, element) == Truth.True;

    private static bool IsName(string own, string value) =>
        own == value || (value.StartsWith('“') && ValueWords.Quote(own) == value)
        || (own.StartsWith("the ", StringComparison.Ordinal) && own.AsSpan("the ".Length).SequenceEqual(value));

    private static ImmutableArray<FactReference> FactsThatDecide(Condition condition, Scope element)
    {
        if (condition is not (Composition or Negation or NamedCondition))
        {
            return condition.Facts;
        }

        var facts = new List<FactReference>();
        Collect(condition, element, facts, []);
        return [.. facts];
    }

    private static void Collect(Condition condition, Scope element, List<FactReference> facts, HashSet<Condition> seen)
    {
        if (!seen.Add(condition))
        {
            return;
        }

        switch (condition)
        {
            case Composition c:
                var truths = c.Parts.Select(part => TreeWalk.Evaluate(part, element)).ToList();
                var whole = c.Kind == CompositionKind.All ? truths.Min() : truths.Max();
                foreach (var part in c.Parts.Where((_, i) => truths[i] == whole))
                {
                    Collect(part, element, facts, seen);
                }

                break;
            case Negation n:
                Collect(n.Part, element, facts, seen);
                break;
            case NamedCondition n:
                Collect(n.Meaning, element, facts, seen);
                break;
            default:
                facts.AddRange(condition.Facts);
                break;
        }
    }

    // Text speaks for itself; a number or a date needs to be told what of.
    private static string? ValueOf(FactReference fact, Scope element, RecordType scenario)
    {
        var value = element.Read(fact);
        return value.Kind switch
        {
            FactKind.Unknown or FactKind.Record or FactKind.List => null,
            FactKind.Text => ValueWords.Of(value, fact.Type),
            _ => ConditionWording.Has(fact, value, Naming.At(element, scenario)) switch
            {
                ['i', 's', ' ', .. var what] => what,
                ['h', 'a', 's', ' ', .. var what] =>
                    what.Split(" as its ", 2) is [var number, var name] ? $"{name} {number}" : what,
                var does => does,
            },
        };
    }
}
