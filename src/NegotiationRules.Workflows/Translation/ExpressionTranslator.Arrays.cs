using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Lists whose items are written out.</content>
internal sealed partial class ExpressionTranslator
{
    private delegate Meaning? ArrayMethod(ExpressionTranslator translator, ListCall call, ArrayMeaning array);

    private static readonly Dictionary<string, ArrayMethod> ArrayMethods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Contains"] = (t, c, array) => c.Arguments is [var sought] ? t.ContainedIn(c.Span, array, t.Translate(sought, c.Scope)) : null,
        ["Any"] = (t, c, array) => t.OfParts(c, array, isAny: true),
        ["All"] = (t, c, array) => c.Arguments.Count == 1 ? t.OfParts(c, array, isAny: false) : null,
        ["Count"] = (t, c, array) => t.Counted(c, array, ScalarKind.Int32),
        ["LongCount"] = (t, c, array) => t.Counted(c, array, ScalarKind.Int64),
        ["Sum"] = (t, c, array) => t.Joined(c, array, (sum, next) => t.Calculate(c.Span, c.Name.Span, BinaryOperator.Add, sum, next)),
        ["Min"] = (t, c, array) => t.Joined(c, array, (least, next) => t.Extreme(c.Span, OperandFunction.Least, [least, next])),
        ["Max"] = (t, c, array) => t.Joined(c, array, (most, next) => t.Extreme(c.Span, OperandFunction.Greatest, [most, next])),
        ["Where"] = (t, c, array) => c.Arguments is [var test] ? t.Where(c, array, test) : null,
        ["Select"] = (t, c, array) => c.Arguments is [var made] ? t.Select(c, array, made) : null,
        ["Distinct"] = (t, c, array) => c.Arguments.Count == 0 ? t.EachOnce(c, array) : null,
        ["Intersect"] = (t, c, array) => t.Common(c, array, isCommon: true),
        ["Except"] = (t, c, array) => t.Common(c, array, isCommon: false),
        ["Concat"] = (t, c, array) => t.Followed(c, array),
        ["Union"] = (t, c, array) => t.Followed(c, array) is { } both ? both is ArrayMeaning all ? t.EachOnce(c, all) : both : null,
        ["First"] = (t, c, array) => t.Picked(c, array, isLast: false),
        ["Last"] = (t, c, array) => t.Picked(c, array, isLast: true),
        ["ToList"] = (_, c, array) => c.Arguments.Count == 0 ? array : null,
        ["ToArray"] = (_, c, array) => c.Arguments.Count == 0 ? array : null,
        ["AsEnumerable"] = (_, c, array) => c.Arguments.Count == 0 ? array : null,
        ["AsQueryable"] = (_, c, array) => c.Arguments.Count == 0 ? array : null,
    };

    private Meaning CallOnArray(ListCall call, ArrayMeaning array) =>
        !ArrayMethods.TryGetValue(call.Name.Text, out var method)
            ? Untranslatable(() => _diagnostics.UnknownMethod(call.Name, "a list that is written out", ArrayMethods.Keys), call.Span)
        : method(this, call, array) is not { } found
            ? Untranslatable(() => _diagnostics.WrongNumberOfArguments(call.Name.Span, call.Name.Text, call.Arguments.Count), call.Span)
        : Logic.IsFalse(array.Fault) ? found
        : found with { Fault = Faults(call.Span, array.Fault, found.Fault) };

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
            var test = call.Arguments is [var argument] ? Body(call, item, argument, null) : new TruthMeaning(call.Span, Logic.True);
            var part = when is null ? test
                : isAny ? Join(call.Span, BinaryOperator.And, when, test)
                : Join(call.Span, BinaryOperator.Or, Negate(call.Span, when), test);
            joined = Join(call.Span, isAny ? BinaryOperator.Or : BinaryOperator.And, joined, part);
        }

        return joined;
    }

    private Meaning? Counted(ListCall call, ArrayMeaning array, ScalarKind kind) =>
        call.Arguments.Count > 1 ? null
        : (call.Arguments is [var test] ? Where(call, array, test) : array) is ArrayMeaning counted
            ? CountOf(call.Span, counted) with
            {
                Type = new ScalarInput(kind, false),
            }
        : new BrokenMeaning(call.Span);

    private ValueMeaning CountOf(Span span, ArrayMeaning array)
    {
        var open = array.When.Where(when => !Logic.IsTrue(when.Condition)).ToList();
        var sure = Constant(span, array.Items.Count - open.Count);
        var (one, none) = (Literals.Write(span, 1)!, Literals.Write(span, 0)!);
        var terms = open.Select(when => (OperandSyntax)new ChoiceSyntax(span, when.Condition, one, none)).ToList();
        if (open.Count < array.Items.Count)
        {
            terms.Insert(0, sure.Operand);
        }

        var counted =
            open.Count == 0
                ? sure
                : new ValueMeaning(
                    span,
                    terms.Aggregate((all, next) => new ArithmeticSyntax(span, ArithmeticKind.Plus, all, next)),
                    sure.Type
                );
        return counted with { Fault = Faults(span, [array.Fault, .. array.When.Select(when => when.Fault)]) };
    }

    private Meaning? Joined(ListCall call, ArrayMeaning array, Func<Meaning, Meaning, Meaning?> join)
    {
        if (call.Arguments.Count > 1 || array.Items.Count == 0 || (Is(call.Name.Text, "Sum") && NeedsArgument(call)))
        {
            return null;
        }

        if (array.When.Count > 0)
        {
            return Untranslatable(() => _diagnostics.ItemsVary(call.Name), call.Span);
        }

        return (call.Arguments is [var made] ? Select(call, array, made) : array) is not ArrayMeaning { Items: var items }
            ? new BrokenMeaning(call.Span)
            : items.Skip(1).Aggregate((Meaning?)items[0], (all, next) => all is null or BrokenMeaning ? all : join(all, next))
            ?? Untranslatable(() => _diagnostics.NotSummed(call.Name.Span, call.Name.Text, Describe(items[0])), call.Span);
    }

    private Meaning Where(ListCall call, ArrayMeaning array, ExpressionSyntax argument)
    {
        var parts = new List<(Meaning Item, TruthMeaning When)>(array.Items.Count);
        foreach (var (item, before) in array.Parts)
        {
            var test = Body(call, item, argument, null);
            if (AsTruth(before is null ? test : Join(call.Span, BinaryOperator.And, before, test)) is not { } when)
            {
                return new BrokenMeaning(call.Span);
            }

            parts.Add((item, when));
        }

        return Of(call.Span, array, parts);
    }

    // What is in the list or not whatever the facts are is told apart here.
    private static ArrayMeaning Of(Span span, ArrayMeaning array, List<(Meaning Item, TruthMeaning When)> parts)
    {
        parts.RemoveAll(p => Logic.IsFalse(p.When.Condition) && Logic.IsFalse(p.When.Fault));
        var areSure = parts.TrueForAll(p => Logic.IsTrue(p.When.Condition) && Logic.IsFalse(p.When.Fault));
        return array with { Span = span, Items = [.. parts.Select(p => p.Item)], When = areSure ? [] : [.. parts.Select(p => p.When)] };
    }

    private Meaning Select(ListCall call, ArrayMeaning array, ExpressionSyntax argument)
    {
        var made = array.Items.Select(item => Body(call, item, argument, null)).ToList();
        return made.Exists(m => m is BrokenMeaning) ? new BrokenMeaning(call.Span)
            : made.TrueForAll(m => Logic.IsFalse(m.Fault)) ? array with { Span = call.Span, Items = made }

            // Whether an item is ever made depends on what is done with the list.
            : Untranslatable(() => _diagnostics.ItemsVary(call.Name), call.Span);
    }

    // Only of values that are the same in every scenario can it be told which are alike.
    private Meaning EachOnce(ListCall call, ArrayMeaning array)
    {
        if (array.When.Count > 0 || ConstantsOf(array) is not { } values)
        {
            return Untranslatable(() => _diagnostics.ItemsVary(call.Name), call.Span);
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

        var other = Translate(argument, call.Scope);
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
            if (AsTruth(IsAlike(other, item) ? ContainedIn(call.Span, other, item) : Mixed(call, other, item)) is not { } found)
            {
                return new BrokenMeaning(call.Span);
            }

            parts.Add((item, isCommon ? found : found with { Condition = Logic.Not(call.Span, found.Condition) }));
        }

        return Of(call.Span, once with { Fault = Faults(call.Span, once.Fault, FaultOfUse(call.Span, other)) }, parts);
    }

    // Both lists must be of one type there: nothing is widened for the other.
    private bool IsAlike(Meaning list, Meaning item) =>
        !AreTypesGiven
        || list is not ListMeaning { Item: ValueMeaning other }
        || item is not ValueMeaning value
        || (other.Kind == value.Kind && (other.IsText || !other.Type.IsNullable));

    private BrokenMeaning Mixed(ListCall call, Meaning list, Meaning item) =>
        Untranslatable(
            () => _diagnostics.CannotMix(call.Span, call.Name.Text, Describe(((ListMeaning)list).Item), Describe(item)),
            call.Span
        );

    private Meaning? Followed(ListCall call, ArrayMeaning array) =>
        call.Arguments is not [var argument]
            ? null
            : Translate(argument, call.Scope) switch
            {
                ArrayMeaning { When.Count: 0 } other when array.When.Count == 0 => array with
                {
                    Span = call.Span,
                    Items = [.. array.Items, .. other.Items],
                },
                BrokenMeaning broken => broken,
                _ => Untranslatable(() => _diagnostics.ItemsVary(call.Name), call.Span),
            };

    private Meaning? Picked(ListCall call, ArrayMeaning array, bool isLast)
    {
        if (call.Arguments.Count > 1)
        {
            return null;
        }

        return (call.Arguments is [var test] ? Where(call, array, test) : array) switch
        {
            ArrayMeaning { Items.Count: 0 } => Untranslatable(() => _diagnostics.NoResult(call.Span), call.Span),
            ArrayMeaning { When.Count: 0 } sure => sure.Items[isLast ? ^1 : 0] with { Span = call.Span },
            ArrayMeaning => Untranslatable(() => _diagnostics.ItemsVary(call.Name), call.Span),
            var broken => broken,
        };
    }
}
