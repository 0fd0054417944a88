using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Lists whose items are written out.</summary>
[SuppressMessage(
    "Performance",
    "CA1859:Use concrete types when possible for improved performance",
    Justification = "Each part gives what an expression means, of whatever kind that is; that one gives a single kind so far is chance."
)]
internal sealed class WrittenLists(
    TranslationContext context, Nulls nulls, TruthValues truths, Arithmetic arithmetic, Mathematics mathematics,
    ListConditions lists, SoughtValues soughtValues, ListQuantities quantities
)
{
    private Meaning? CallOnItems(Method method, ListCall c, ArrayMeaning array) =>
        method switch
        {
            Method.Contains => c.Arguments is [var sought] ? soughtValues.ContainedIn(c.Span, array, c.Read(sought)) : null,
            Method.Any => OfParts(c, array, isAny: true),
            Method.All => c.Arguments.Count == 1 ? OfParts(c, array, isAny: false) : null,
            Method.Count => Counted(c, array, ScalarKind.Int32),
            Method.LongCount => Counted(c, array, ScalarKind.Int64),
            Method.Sum => Joined(c, array, (sum, next) => arithmetic.Calculate(c.Span, c.Name.Span, BinaryOperator.Add, sum, next)),
            Method.Min => Joined(c, array, (least, next) => mathematics.Extreme(c.Span, OperandFunction.Least, [least, next])),
            Method.Max => Joined(c, array, (most, next) => mathematics.Extreme(c.Span, OperandFunction.Greatest, [most, next])),
            Method.Where => c.Arguments is [var test] ? Where(c, array, test) : null,
            Method.Select => c.Arguments is [var made] ? Select(c, array, made) : null,
            Method.Distinct => c.Arguments.Count == 0 ? EachOnce(c, array) : null,
            Method.Intersect => Common(c, array, isCommon: true),
            Method.Except => Common(c, array, isCommon: false),
            Method.Concat => Followed(c, array),
            Method.Union => Followed(c, array) is { } both ? both is ArrayMeaning all ? EachOnce(c, all) : both : null,
            Method.First => Picked(c, array, isLast: false),
            Method.Last => Picked(c, array, isLast: true),
            Method.ToList or Method.ToArray or Method.AsEnumerable or Method.AsQueryable => c.Arguments.Count == 0 ? array : null,
            _ => throw new InvalidOperationException($"`{method}` is translated nowhere"),
        };

    public Meaning CallOnArray(ListCall call, ArrayMeaning array) =>
        Methods.On(Receiver.WrittenList, call.Name.Text) is not { } method
            ? context.Broken(
                say => say.UnknownMethod(call.Name, "a list that is written out", Methods.NamesOn(Receiver.WrittenList)),
                call.Span
            )
        : CallOnItems(method, call, array) is not { } found
            ? context.Broken(say => say.WrongNumberOfArguments(call.Name.Span, call.Name.Text, call.Arguments.Count), call.Span)
        : Logic.IsFalse(array.Fault) ? found
        : found with { Fault = nulls.Faults(call.Span, array.Fault, found.Fault) };

    // Item by item, as far as it takes to decide.
    private Meaning? OfParts(ListCall call, ArrayMeaning array, bool isAny)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        Meaning joined = new TruthMeaning(call.Span, Logic.Constant(!isAny));
        foreach (var (item, when) in array.Parts)
        {
            var test = call.Arguments is [var argument] ? lists.Body(call, item, argument, null) : new TruthMeaning(call.Span, Logic.True);
            var part = when is null ? test
                : isAny ? truths.Join(call.Span, BinaryOperator.And, when, test)
                : truths.Join(call.Span, BinaryOperator.Or, truths.Negate(call.Span, when), test);
            joined = truths.Join(call.Span, isAny ? BinaryOperator.Or : BinaryOperator.And, joined, part);
        }

        return joined;
    }

    private Meaning? Counted(ListCall call, ArrayMeaning array, ScalarKind kind) =>
        call.Arguments.Count > 1 ? null
        : (call.Arguments is [var test] ? Where(call, array, test) : array) is ArrayMeaning counted
            ? quantities.CountOf(call.Span, counted) with { Type = new ScalarInput(kind, false) }
        : new BrokenMeaning(call.Span);

    private Meaning? Joined(ListCall call, ArrayMeaning array, Func<Meaning, Meaning, Meaning?> join)
    {
        if (call.Arguments.Count > 1 || array.Items.Count == 0 || (Spelt.Same(call.Name.Text, "Sum") && quantities.NeedsArgument(call)))
        {
            return null;
        }

        if (array.When.Count > 0)
        {
            return context.Broken(say => say.ItemsVary(call.Name), call.Span);
        }

        return (call.Arguments is [var made] ? Select(call, array, made) : array) is not ArrayMeaning { Items: var items }
            ? new BrokenMeaning(call.Span)
            : items.Skip(1).Aggregate((Meaning?)items[0], (all, next) => all is null or BrokenMeaning ? all : join(all, next))
            ?? context.Broken(say => say.NotSummed(call.Name.Span, call.Name.Text, MeaningWords.Of(items[0])), call.Span);
    }

    private Meaning Where(ListCall call, ArrayMeaning array, ExpressionSyntax argument)
    {
        var parts = new List<(Meaning Item, TruthMeaning When)>(array.Items.Count);
        foreach (var (item, before) in array.Parts)
        {
            var test = lists.Body(call, item, argument, null);
            if (truths.AsTruth(before is null ? test : truths.Join(call.Span, BinaryOperator.And, before, test)) is not { } when)
            {
                return new BrokenMeaning(call.Span);
            }

            parts.Add((item, when));
        }

        return Remaining(call.Span, array, parts);
    }

    // What is in the list or not whatever the facts are is told apart here.
    private static ArrayMeaning Remaining(Span span, ArrayMeaning array, List<(Meaning Item, TruthMeaning When)> parts)
    {
        parts.RemoveAll(p => Logic.IsFalse(p.When.Condition) && Logic.IsFalse(p.When.Fault));
        var areSure = parts.TrueForAll(p => Logic.IsTrue(p.When.Condition) && Logic.IsFalse(p.When.Fault));
        return array with { Span = span, Items = [.. parts.Select(p => p.Item)], When = areSure ? [] : [.. parts.Select(p => p.When)] };
    }

    private Meaning Select(ListCall call, ArrayMeaning array, ExpressionSyntax argument)
    {
        var made = array.Items.Select(item => lists.Body(call, item, argument, null)).ToList();
        return made.Exists(m => m is BrokenMeaning) ? new BrokenMeaning(call.Span)
            : made.TrueForAll(m => Logic.IsFalse(m.Fault)) ? array with { Span = call.Span, Items = made }

            // Whether an item is ever made depends on what is done with the list.
            : context.Broken(say => say.ItemsVary(call.Name), call.Span);
    }

    // Only of values that are the same in every scenario can it be told which are alike.
    private Meaning EachOnce(ListCall call, ArrayMeaning array)
    {
        if (array.When.Count > 0 || ConstantsOf(array) is not { } values)
        {
            return context.Broken(say => say.ItemsVary(call.Name), call.Span);
        }

        return array with { Span = call.Span, Items = [.. array.Items.Where((_, i) => Array.IndexOf(values, values[i]) == i)] };
    }

    private static object[]? ConstantsOf(ArrayMeaning array)
    {
        var values = array.Items.Select(item => (item as ValueMeaning)?.Constant).ToArray();
        return Array.TrueForAll(values, v => v is not null) ? [.. values.OfType<object>()] : null;
    }

    private Meaning? Common(ListCall call, ArrayMeaning array, bool isCommon)
    {
        if (call.Arguments is not [var argument])
        {
            return null;
        }

        var other = call.Read(argument);
        if (other is not (ListMeaning or ArrayMeaning))
        {
            return other is BrokenMeaning ? other : null;
        }

        if (EachOnce(call, array) is not ArrayMeaning once)
        {
            return new BrokenMeaning(call.Span);
        }

        var parts = new List<(Meaning Item, TruthMeaning When)>(once.Items.Count);
        foreach (var item in once.Items)
        {
            if (
                truths.AsTruth(
                    IsAlike(other, item) ? soughtValues.ContainedIn(call.Span, other, item) : Mixed(call, other, item)
                ) is not { } found
            )
            {
                return new BrokenMeaning(call.Span);
            }

            parts.Add((item, isCommon ? found : found with { Condition = Logic.Not(call.Span, found.Condition) }));
        }

        return Remaining(call.Span, once with { Fault = nulls.Faults(call.Span, once.Fault, nulls.FaultOfUse(call.Span, other)) }, parts);
    }

    // Both lists must be of one type there: nothing is widened for the other.
    private bool IsAlike(Meaning list, Meaning item) =>
        !context.AreTypesGiven
        || list is not ListMeaning { Item: ValueMeaning other }
        || item is not ValueMeaning value
        || (other.Kind == value.Kind && (other.IsText || !context.IsExact || !other.Type.IsNullable));

    private BrokenMeaning Mixed(ListCall call, Meaning list, Meaning item) =>
        context.Broken(
            say => say.CannotMix(call.Span, call.Name.Text, MeaningWords.Of(((ListMeaning)list).Item), MeaningWords.Of(item)),
            call.Span
        );

    private Meaning? Followed(ListCall call, ArrayMeaning array) =>
        call.Arguments is not [var argument]
            ? null
            : call.Read(argument) switch
            {
                ArrayMeaning { When.Count: 0 } other when array.When.Count == 0 => array with
                {
                    Span = call.Span,
                    Items = [.. array.Items, .. other.Items],
                },
                BrokenMeaning broken => broken,
                _ => context.Broken(say => say.ItemsVary(call.Name), call.Span),
            };

    private Meaning? Picked(ListCall call, ArrayMeaning array, bool isLast)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        return (call.Arguments is [var test] ? Where(call, array, test) : array) switch
        {
            ArrayMeaning { Items.Count: 0 } => context.Broken(say => say.NoResult(call.Span), call.Span),
            ArrayMeaning { When.Count: 0 } sure => sure.Items[isLast ? ^1 : 0] with { Span = call.Span },
            ArrayMeaning => context.Broken(say => say.ItemsVary(call.Name), call.Span),
            var broken => broken,
        };
    }
}
