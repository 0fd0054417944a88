using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Whether something is one of several, in a list or in a text that is split.</summary>
internal sealed class SoughtValues(
    TranslationContext context, Nulls nulls, TruthValues truths, ScalarValues scalars, Texts texts,
    Comparisons comparisons, ListConditions lists
)
{
    /// <summary>Whether something is one of several values.</summary>
    public Meaning Among(Span span, Meaning sought, IReadOnlyList<Meaning> values)
    {
        var parts = new List<TruthMeaning>(values.Count);
        foreach (var value in values)
        {
            if (
                truths.AsTruth(
                    comparisons.Compare(
                        span, value.Span, BinaryOperator.Equal, sought, value, readsTexts: sought is ValueMeaning { Type: EnumInput }
                    )
                )
                is not { } part
            )
            {
                return new BrokenMeaning(span);
            }

            parts.Add(part);
        }

        return new TruthMeaning(span, AsMembership(span, parts) ?? Logic.Any(span, [.. parts.Select(p => p.Condition)]))
        {
            Fault = nulls.Faults(span, [.. parts.Select(p => p.Fault)]),
        };
    }

    // Where every comparison is one of the same thing with a value.
    private static ConditionSyntax? AsMembership(Span span, List<TruthMeaning> parts)
    {
        if (parts.Count < 2 || Subject(parts[0].Condition) is not var (subject, guards, _))
        {
            return null;
        }

        var values = new List<OperandSyntax>(parts.Count);
        foreach (var part in parts)
        {
            if (
                Subject(part.Condition) is not var (other, otherGuards, value)
                || !SyntaxLikeness.Same(other, subject)
                || !SyntaxLikeness.Same(guards, otherGuards)
                || value is LiteralSyntax { Value: JsonBoolean }
            )
            {
                return null;
            }

            values.Add(value);
        }

        var test = Logic.Test(span, subject, ComparisonOperator.In, new OperandListSyntax(span, values), span);
        return guards is null ? test : Logic.All(span, guards, test);
    }

    private static (OperandSyntax Subject, ConditionSyntax? Guard, OperandSyntax Value)? Subject(ConditionSyntax condition) =>
        condition switch
        {
            FactTestSyntax { Comparisons: [{ Operator: ComparisonOperator.Is } only] } test => (
                new FactOperandSyntax(test.Path.Span, test.Path), null, only.Operand
            ),
            ValueTestSyntax { Comparison: { Operator: ComparisonOperator.Is } only } test => (test.Value, null, only.Operand),
            CompositionSyntax
            {
                Kind: CompositionKind.All,
                Conditions: [FactTestSyntax { Comparisons: [{ Operator: ComparisonOperator.Known }] } guard, var rest]
            } when Subject(rest) is var (subject, none, value) && none is null => (subject, guard, value),
            _ => null,
        };

    public Meaning ContainedIn(Span span, Meaning target, Meaning sought)
    {
        switch (target, sought)
        {
            case (BrokenMeaning, _) or (_, BrokenMeaning):
                return new BrokenMeaning(span);
            case (ArrayMeaning { When.Count: 0 } array, _):
                return AmongAlike(span, sought, array.Items);
            case (ArrayMeaning array, _):
                var found = array.Parts.Aggregate((Meaning)new TruthMeaning(span, Logic.False), (any, part) =>
                    truths.Join(
                        span, BinaryOperator.Or, any,
                        truths.Join(span, BinaryOperator.And, part.When!, AmongAlike(span, sought, [part.Item]))
                    ));
                return found with { Fault = nulls.Faults(span, sought.Fault, found.Fault) };
            case (ListMeaning list, EnumWordMeaning word) when list.Item is ValueMeaning { Type: EnumInput type }:
                return scalars.ResolveWord(word, type) is { } resolved ? ContainedIn(span, list, resolved) : new BrokenMeaning(span);
            case (ListMeaning list, TruthMeaning truth):
                return ContainedIn(span, list, TruthValues.TruthValue(truth));
            case (ListMeaning { Item: ValueMeaning item }, ValueMeaning value)
                when context.AreTypesGiven && AreUnlike(item, value) && !IsReadAsDecimal(item, value):
                return CannotContain(span, item, value);
            case (ListMeaning { Item: ValueMeaning item } list, ValueMeaning value):
                var fault = nulls.Faults(span, lists.FaultOfList(span, list, item.Fault), value.Fault);
                // An item that is null is unknown to `contains`; where null is a value it is one like any other.
                if (
                    list is { IsPlain: true, IsSelected: false, From: { Selection: null, IsParameter: false } }
                    && Logic.IsTrue(list.Where)
                    && item.Type is not EnumInput
                    && !(context.IsExact && item.Type.IsNullable)
                    && scalars.Promote(item, value, readsTexts: false) is var (_, promoted)
                    && promoted.Kind == item.Kind
                )
                {
                    var test = new FactTestSyntax(
                        span,
                        list.From.Name,
                        [new ComparisonSyntax(span, ComparisonOperator.Contains, promoted.Operand)],
                        false
                    );
                    return new TruthMeaning(
                        span,
                        Nulls.Close(
                            span,
                            Nulls.LiftsOf(list, value),
                            Logic.All(span, context.IsExact || value.HasOwnNull ? Logic.Not(span, value.Nothing) : Logic.True, test)
                        )
                    )
                    {
                        Fault = fault,
                    };
                }

                return truths.AsTruth(comparisons.Compare(span, span, BinaryOperator.Equal, item, value, readsTexts: false)) is { } equal
                    ? new TruthMeaning(span, ListConditions.SomeOf(span, ListConditions.Unordered(list), equal.Condition)) { Fault = fault }
                    : new BrokenMeaning(span);
            default:
                return context.Broken(
                    say => say.CannotContain(
                            span, MeaningWords.Of(target), MeaningWords.Of(sought),
                            target is ListMeaning { Item: ObjectMeaning or ShapeMeaning }
                        ),
                    span
                );
        }
    }

    // What is sought must be of the type of the items: nothing is widened, and null is not taken off.
    private bool AreUnlike(ValueMeaning item, ValueMeaning sought) =>
        item.Kind != sought.Kind
        || (context.IsExact && item.Type.IsNullable != sought.Type.IsNullable && !item.IsText)
        || item.Single is null != sought.Single is null;

    private BrokenMeaning CannotContain(Span span, Meaning item, Meaning sought) =>
        context.Broken(say => say.CannotMix(span, "Contains", MeaningWords.Beside(item, sought), MeaningWords.Beside(sought, item)), span);

    // Among decimals, a number with a point that is written out means what it says.
    private static bool IsReadAsDecimal(ValueMeaning item, ValueMeaning sought) =>
        item is { Kind: ScalarKind.Decimal, Type.IsNullable: false } && sought is { Kind: ScalarKind.Double, Digits: not null };

    private Meaning AmongAlike(Span span, Meaning sought, IReadOnlyList<Meaning> items)
    {
        if (items.Count == 0)
        {
            return new TruthMeaning(span, Logic.False) { Fault = sought.Fault };
        }

        if (
            context.AreTypesGiven
            && sought is ValueMeaning value
            && items.Any(i => i is ValueMeaning item && AreUnlike(item, value))
        )
        {
            return CannotContain(span, items[0], sought);
        }

        return Among(span, sought, items);
    }

    // Between two separators, with one put before the first part and one behind the last; what is sought holds none itself.
    public Meaning IsPart(Name name, Span span, PartsMeaning parts, Meaning sought)
    {
        if (sought is BrokenMeaning)
        {
            return sought;
        }

        if (sought is not ValueMeaning { IsText: true } text)
        {
            return context.Broken(
                say => say.CannotContain(span, MeaningWords.Of(parts), MeaningWords.Of(sought), isOfObjects: false), span
            );
        }

        var separator = ValueMeaning.Of(span, parts.Separator.ToString());
        if (
            texts.Concatenate(span, [separator, parts.Text, separator]) is not ValueMeaning whole
            || texts.Concatenate(span, [separator, text, separator]) is not ValueMeaning part
            || texts.Piece(span, name, text, [separator], ComparisonOperator.Contains) is not { } holdsSeveral
            || texts.Piece(span, name, whole, [part], ComparisonOperator.Contains) is not { } isThere
        )
        {
            return new BrokenMeaning(span);
        }

        // Null is split into nothing there, which is an exception, and is no part of any text.
        var isSought = context.IsExact ? Logic.Not(span, Nulls.NullOf(text)) : Logic.True;
        return new TruthMeaning(span, Logic.All(span, isSought, Logic.Not(span, holdsSeveral.Condition), isThere.Condition))
        {
            Fault = nulls.Faults(span, nulls.FaultOfUse(span, parts.Text), text.Fault),
        };
    }

    public TruthMeaning? CheckContains(Span span, Meaning[] arguments)
    {
        if (arguments is not [ValueMeaning { IsText: true } sought, ValueMeaning { Constant: string among }])
        {
            return null;
        }

        var words = among
            .Split(',')
            .Where(w => w.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(w => (Meaning)ValueMeaning.Of(arguments[1].Span, w))
            .ToList();
        return words.Count == 0 ? new TruthMeaning(span, Logic.False) { Fault = sought.Fault } : Among(span, sought, words) as TruthMeaning;
    }
}
