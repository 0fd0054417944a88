using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Calls: of functions of the dialect, of methods of values, of static methods.</summary>
internal sealed class Calls(
    TranslationContext context, Translate translate, Nulls nulls, Texts texts, Dates dates, Mathematics mathematics,
    Comparisons comparisons, Alternatives alternatives, Conversions conversions, SoughtValues soughtValues, ListQuantities quantities,
    SingleElements singleElements, UnknownCalls unknownCalls, ListCalls listCalls, Names names, ValueCalls valueCalls
)
{
    public Meaning OfCall(CallExpression call, TranslationScope scope)
    {
        if (call.IsNullPropagating)
        {
            return new BrokenMeaning(call.Span);
        }

        if (call.Target is null)
        {
            return CallFunction(call, scope);
        }

        // A chain of words none of which is known: whatever type it names, none is reached through it.
        if (Names.DottedName(call.Target) is { } dotted && names.FindName(dotted.First, scope) is null)
        {
            var type = dotted.Text[(dotted.Text.LastIndexOf('.') + 1)..];
            var isOfSystem = dotted.Text == type || dotted.Text == $"System.{type}" || dotted.Text == $"System.Linq.{type}";
            return isOfSystem && StaticTypes.Names.Contains(type)
                ? CallStatic(call, new TypeMeaning(call.Target.Span, type), scope)
                : UnknownCalls.UnknownCall(
                    call,
                    () =>
                        context.Diagnostics.UnknownCall(
                            call.Span, $"{dotted.Text}.{call.Name.Text}", call.Arguments.Count,
                            MeantBy(type, dotted.Text == type ? scope : null)
                        )
                );
        }

        // Whether two lists have something in common is the same from either side, and what is written out is no list of facts.
        if (
            call
                is
            {
                Arguments: [],
                Target: CallExpression { Target: NewArrayExpression one, Arguments: [not NewArrayExpression and var other] } common
            }
            && Spelt.Same(call.Name.Text, "Any")
            && Spelt.Same(common.Name.Text, "Intersect")
        )
        {
            return OfCall(call with { Target = common with { Target = other, Arguments = [one] } }, scope);
        }

        if (context.Options.KeysAreMembers && Dictionaries.Asked(call) is var (dictionary, key, keys))
        {
            switch (translate(dictionary, scope))
            {
                case ObjectMeaning o when keys is null || o.Record.Find(keys.Name.Text, context.Options.IsCaseSensitive) is null:
                    return HasKey(o, key.Value, call.Span);
                case BrokenMeaning broken:
                    return broken with { Span = call.Span };
            }
        }

        var target = translate(call.Target, scope);
        return target switch
        {
            BrokenMeaning => target with { Span = call.Span },
            TypeMeaning type => CallStatic(call, type, scope),
            _ => CallOn(call, target, scope),
        };
    }

    private IEnumerable<string> MeantBy(string type, TranslationScope? scope) =>
        StaticTypes.TypeLike(type) is { } like ? [like]
        : scope is null ? []
        : names.NamesIn(scope);

    private Meaning CallOn(CallExpression call, Meaning target, TranslationScope scope)
    {
        if (target is ListMeaning or ArrayMeaning)
        {
            return listCalls.CallOnList(call, target, call.Arguments, scope);
        }

        if (target is GroupsMeaning groups)
        {
            return quantities.CallOnGroups(call, groups);
        }

        if (target is PartsMeaning parts)
        {
            return CallOnParts(call, parts, scope);
        }

        if (target is WrittenMeaning written)
        {
            return CallOnWritten(call, written, scope);
        }

        var hasMethod = target switch
        {
            ValueMeaning called => Methods.On(UnknownCalls.ReceiverOf(called), call.Name.Text) is not null,
            TruthMeaning => Spelt.Same(call.Name.Text, "Equals"),
            _ => target is OpaqueMeaning,
        };
        if (!hasMethod)
        {
            return unknownCalls.UnknownMethod(call, target);
        }

        var arguments = call.Arguments.Select(a => translate(a, scope)).ToArray();
        if (Array.Exists(arguments, a => a is BrokenMeaning))
        {
            return new BrokenMeaning(call.Span);
        }

        var found = target switch
        {
            ValueMeaning value when Methods.Find(call.Name.Text) is { Method: var method } => value.IsText
                ? valueCalls.CallOnText(method, call.Span, call.Name, value, arguments)
                : valueCalls.CallOnValue(method, call.Span, call.Name, value, arguments),
            TruthMeaning truth when Spelt.Same(call.Name.Text, "Equals") && arguments is [var other] => comparisons.Compare(
                call.Span, call.Name.Span, BinaryOperator.Equal, truth, other, readsTexts: false
            ),
            OpaqueMeaning opaque => context.Broken(say => say.OpaqueUsed(opaque.Span, opaque.Description), call.Span),
            _ => null,
        };
        return found
            ?? context.Broken(
                say => say.WrongArguments(call.Name, call.Name.Text, [.. arguments.Select(MeaningWords.Of)], on: MeaningWords.Of(target)),
                call.Span
            );
    }

    private Meaning CallFunction(CallExpression call, TranslationScope scope)
    {
        switch (call.Name.Text.ToUpperInvariant(), call.Arguments)
        {
            case (
                "NP",
                [
                    (
                        BinaryExpression
                        or ConditionalExpression
                        or NumberExpression
                        or TextExpression
                        or BooleanExpression
                        or NullExpression
                        or NewArrayExpression
                        or InExpression
                    )
                    and var other,
                    ..,
                ]
            ):
                return context.Broken(say => say.NotForNullPropagation(other.Span), call.Span);
            case ("NP", [NameExpression name, ..])
                when context.IsExact
                    && (scope.Find(name.Name, context.Options.IsCaseSensitive) is not null || name.Name is "it" or "parent" or "root"):
                return context.Broken(say => say.NotForNullPropagation(name.Span), call.Span);
            case ("NP", [var value]):
                return alternatives.NullPropagated(call.Span, translate(value, scope), null);
            case ("NP", [var value, var otherwise]):
                return alternatives.NullPropagated(call.Span, translate(value, scope), translate(otherwise, scope));
            case ("IIF", [var test, var then, var otherwise]):
                return alternatives.Choose(call.Span, translate(test, scope), translate(then, scope), translate(otherwise, scope));
            case ("ISNULL", [var value, var otherwise]):
                return alternatives.Coalesce(call.Span, translate(value, scope), translate(otherwise, scope));
            case ("IS" or "AS" or "CAST", _):
                return context.Broken(say => say.CastNotTranslated(call.Name), call.Span);
        }

        if (
            StaticTypes.Scalars.ContainsKey(Conversions.ShortName(call.Name.Text))
            && scope.Find(call.Name.Text, context.Options.IsCaseSensitive) is null
        )
        {
            var arguments = call.Arguments.Select(a => translate(a, scope)).ToArray();
            return Array.Exists(arguments, a => a is BrokenMeaning)
                ? new BrokenMeaning(call.Span)
                : conversions.Construct(call.Span, call.Name, arguments);
        }

        // A method of the element: list.Any(StartsWith("a")).
        return scope.It is { } it && names.Bound(it, call.Name.Span) is ValueMeaning or ListMeaning or OpaqueMeaning
            ? CallOn(call, names.Bound(it, call.Name.Span), scope)
            : UnknownCalls.UnknownCall(
                call, () => context.Diagnostics.UnknownCall(call.Span, call.Name.Text, call.Arguments.Count, ["np", "iif", "isnull"])
            );
    }

    private Meaning HasKey(ObjectMeaning dictionary, string key, Span span)
    {
        var value = names.MemberOf(dictionary, key, span, isSure: true, span)!;
        return value is BrokenMeaning ? value : Nulls.NullTest(span, value, isNull: false);
    }

    // In C# it is an exception to ask for a key that is not there.
    private Meaning UnderKey(ObjectMeaning dictionary, string key, Span span)
    {
        var value = names.MemberOf(dictionary, key, span, isSure: true, span)!;
        return context.IsExact ? value with { Fault = nulls.FaultOfUse(span, value) } : value;
    }

    public Meaning OfIndex(IndexExpression index, TranslationScope scope)
    {
        var target = translate(index.Target, scope);
        var arguments = index.Arguments.Select(a => translate(a, scope)).ToArray();
        if (target is BrokenMeaning || Array.Exists(arguments, a => a is BrokenMeaning))
        {
            return new BrokenMeaning(index.Span);
        }

        return (target, arguments) switch
        {
            (ListMeaning list, [ValueMeaning { Constant: int and >= 0 and var at }]) => singleElements.ElementAt(
                index.Span, list, at, isOptional: false
            ),
            (ArrayMeaning { When.Count: 0 } array, [ValueMeaning { Constant: int and >= 0 and var at }]) when at < array.Items.Count =>
                array.Items[at] with { Span = index.Span },
            (ValueMeaning { IsText: true } text, [ValueMeaning { Kind: ScalarKind.Int32, Type.IsNullable: false } at]) => texts.Substring(
                index.Span,
                text,
                [at, ValueMeaning.Of(index.Span, 1)]
            )! with
            { Type = new ScalarInput(ScalarKind.Character, false) },
            (ObjectMeaning o, [ValueMeaning { Constant: string key }]) when context.Options.KeysAreMembers => UnderKey(o, key, index.Span),
            (ObjectMeaning o, [ValueMeaning key]) when context.Options.KeysAreMembers => context.Broken(
                say => say.KeyNotWritten(key.Span, o.Record),
                index.Span
            ),
            (OpaqueMeaning opaque, _) => context.Broken(say => say.OpaqueUsed(opaque.Span, opaque.Description), index.Span),
            (ListMeaning or ArrayMeaning, [var at, ..]) => context.Broken(say => say.IndexNotConstant(at.Span), index.Span),
            _ => context.Broken(say => say.NoIndex(index.Span, MeaningWords.Of(target)), index.Span),
        };
    }

    private Meaning CallOnParts(CallExpression call, PartsMeaning parts, TranslationScope scope)
    {
        switch (Methods.Find(call.Name.Text)?.Method, call.Arguments)
        {
            case (Method.ToList or Method.ToArray or Method.AsEnumerable or Method.AsQueryable, []):
                return parts with { Span = call.Span };
            case (Method.Contains, [var sought]):
                return soughtValues.IsPart(call.Name, call.Span, parts, translate(sought, scope));
            case (
                Method.Any, [LambdaExpression { Parameters: [var part], Body: BinaryExpression { Operator: BinaryOperator.Equal } test }]
            ):
                var other =
                    ListQuantities.IsName(test.Left, part.Text) ? test.Right
                    : ListQuantities.IsName(test.Right, part.Text) ? test.Left
                    : null;
                return other is null || Mentions(other, part.Text)
                    ? OnlySought(call)
                    : soughtValues.IsPart(call.Name, call.Span, parts, translate(other, scope));
            default:
                return OnlySought(call);
        }
    }

    private BrokenMeaning OnlySought(CallExpression call) => UnknownCalls.UnknownCall(
        call, () => context.Diagnostics.OnlySought(call.Name)
    );

    private static bool Mentions(ExpressionSyntax expression, string name) =>
        ListQuantities.IsName(expression, name) || ExpressionParts.Of(expression).Any(part => Mentions(part, name));

    private Meaning CallOnWritten(CallExpression call, WrittenMeaning written, TranslationScope scope) =>
        Spelt.Same(call.Name.Text, "Equals") && call.Arguments is [var other]
            ? comparisons.Compare(call.Span, call.Name.Span, BinaryOperator.Equal, written, translate(other, scope), readsTexts: false)
            : UnknownCalls.UnknownCall(call, () => context.Diagnostics.WrittenOnlyCompared(call.Name.Span));

    private Meaning? CallOfType(Method method, string type, Span span, Name name, Meaning[] a) =>
        method switch
        {
            Method.StringIsNullOrEmpty => a is [var text] ? Texts.IsEmpty(span, text, trims: false) : null,
            Method.StringIsNullOrWhiteSpace => a is [var text] ? Texts.IsEmpty(span, text, trims: true) : null,
            Method.StringEquals => comparisons.StaticEquals(span, name, a),
            Method.StringCompare =>
                a is [ValueMeaning { IsText: true } x, ValueMeaning { IsText: true } y, .. var rest]
                && Texts.LetterCase(rest) is var (ignoresCase, isOrdinal)
                    ? new OrderMeaning(span, x, y, ignoresCase, isOrdinal && rest.Length > 0)
                    : null,
            Method.StringCompareOrdinal =>
                a is [ValueMeaning { IsText: true } x, ValueMeaning { IsText: true } y] ? new OrderMeaning(span, x, y, false, true) : null,
            Method.StringConcat =>
                a.Length is >= 2 and <= 4 && a.All(
                    p => p is ValueMeaning { IsText: true } or NullMeaning
                ) ? texts.Concatenate(span, a) : null,
            Method.DateTimeDaysInMonth => dates.DaysInMonth(span, a),
            Method.Parse => conversions.Parse(span, a, StaticTypes.Scalars[type]),
            Method.DateOnlyFromDateTime => dates.DayOf(span, a),
            Method.TimeSpanFromDays or Method.TimeSpanFromHours or Method.TimeSpanFromMinutes or Method.TimeSpanFromSeconds =>
                dates.LengthOf(span, a, method),
            Method.ConvertToInt32 => conversions.ConvertTo(span, a, ScalarKind.Int32),
            Method.ConvertToInt64 => conversions.ConvertTo(span, a, ScalarKind.Int64),
            Method.ConvertToDouble => conversions.ConvertTo(span, a, ScalarKind.Double),
            Method.ConvertToDecimal => conversions.ConvertTo(span, a, ScalarKind.Decimal),
            Method.ConvertToBoolean => conversions.ConvertTo(span, a, ScalarKind.Boolean),
            Method.ConvertToDateTime =>
                conversions.ConvertTo(span, a, ScalarKind.DateTime) ?? conversions.Parse(span, a, ScalarKind.DateTime),
            Method.ConvertToString =>
                a is [ValueMeaning { IsText: true } text] ? text with { Span = span }
                : a is [ValueMeaning { Kind: ScalarKind.Int32 or ScalarKind.Int64, Type.IsNullable: false } number]
                    ? valueCalls.CallOnValue(Method.AsText, span, name, number, [])
                : null,
            Method.MathAbs => mathematics.OfNumber(span, OperandFunction.Absolute, a, null),
            Method.MathSign => mathematics.OfNumber(span, OperandFunction.Sign, a, ScalarKind.Int32),
            Method.MathFloor => mathematics.OfReal(span, OperandFunction.Floor, a),
            Method.MathCeiling => mathematics.OfReal(span, OperandFunction.Ceiling, a),
            Method.MathTruncate => mathematics.OfReal(span, OperandFunction.Truncated, a),
            Method.MathRound => mathematics.Round(span, a),
            Method.MathSqrt => mathematics.SquareRoot(span, a),
            Method.MathPow => mathematics.Power(span, a),
            Method.MathMin => mathematics.Extreme(span, OperandFunction.Least, a),
            Method.MathMax => mathematics.Extreme(span, OperandFunction.Greatest, a),
            Method.RegexIsMatch => texts.IsMatch(span, name, a),
            Method.ExpressionUtilsCheckContains => soughtValues.CheckContains(span, a),
            _ => throw new InvalidOperationException($"`{method}` is translated nowhere"),
        };

    private Meaning CallStatic(CallExpression call, TypeMeaning type, TranslationScope scope)
    {
        if (type.Name == "Enumerable" && call.Arguments.Count > 0)
        {
            var list = translate(call.Arguments[0], scope);
            return list is BrokenMeaning ? new BrokenMeaning(call.Span) : listCalls.CallOnList(
                call, list, [.. call.Arguments.Skip(1)], scope
            );
        }

        var typeName = KnownTypes.NameOf(type.Name);
        if (Methods.On(Receiver.Type, $"{typeName}.{call.Name.Text}") is not { } method)
        {
            return UnknownCalls.UnknownCall(
                call,
                () =>
                    context.Diagnostics.UnknownStatic(call.Name.Span, type.Name, call.Name.Text, StaticTypes.StaticNames(typeName))
            );
        }

        var arguments = call.Arguments.Select(a => translate(a, scope)).ToArray();
        return Array.Exists(arguments, a => a is BrokenMeaning)
            ? new BrokenMeaning(call.Span)
            : CallOfType(method, typeName, call.Span, call.Name, arguments)
                ?? context.Broken(
                    say => say.WrongArguments(
                            call.Name with { Text = $"{type.Name}.{call.Name.Text}" },
                            $"{typeName}.{call.Name.Text}",
                            [.. arguments.Select(MeaningWords.Of)]
                        ),
                    call.Span
                );
    }
}
