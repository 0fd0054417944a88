using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Calls: of functions of the dialect, of methods of values, of static methods.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning Call(CallExpression call, TranslationScope scope)
    {
        if (call.IsNullPropagating)
        {
            return new BrokenMeaning(call.Span);
        }

        if (call.Target is null)
        {
            return Function(call, scope);
        }

        // A chain of words none of which is known: whatever type it names, none is reached through it.
        if (DottedName(call.Target) is { } dotted && FindName(dotted.First, scope) is null)
        {
            var type = dotted.Text[(dotted.Text.LastIndexOf('.') + 1)..];
            var isOfSystem = dotted.Text == type || dotted.Text == $"System.{type}" || dotted.Text == $"System.Linq.{type}";
            return isOfSystem && StaticTypes.Contains(type)
                ? CallStatic(call, new TypeMeaning(call.Target.Span, type), scope)
                : UnknownCall(
                    call,
                    () =>
                        _diagnostics.UnknownCall(
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
            && Is(call.Name.Text, "Any")
            && Is(common.Name.Text, "Intersect")
        )
        {
            return Call(call with { Target = common with { Target = other, Arguments = [one] } }, scope);
        }

        if (options.KeysAreMembers && Dictionaries.Asked(call) is var (dictionary, key, keys))
        {
            switch (Translate(dictionary, scope))
            {
                case ObjectMeaning o when keys is null || o.Record.Find(keys.Name.Text, options.IsCaseSensitive) is null:
                    return HasKey(o, key.Value, call.Span);
                case BrokenMeaning broken:
                    return broken with { Span = call.Span };
            }
        }

        var target = Translate(call.Target, scope);
        return target switch
        {
            BrokenMeaning => target with { Span = call.Span },
            TypeMeaning type => CallStatic(call, type, scope),
            _ => CallOn(call, target, scope),
        };
    }

    private IEnumerable<string> MeantBy(string type, TranslationScope? scope) =>
        TypeLike(type) is { } like ? [like]
        : scope is null ? []
        : NamesIn(scope);

    private Meaning Helped(HelperExpression helper, TranslationScope scope)
    {
        var inside = scope;
        foreach (var argument in helper.Arguments)
        {
            var value = Translate(argument.Value, scope);
            if (value is BrokenMeaning)
            {
                return value with { Span = helper.Span };
            }

            inside = inside.WithParameter(argument.Name.Text, value);
        }

        return Translate(helper.Body, inside);
    }

    private Meaning CallOn(CallExpression call, Meaning target, TranslationScope scope)
    {
        if (target is ListMeaning or ArrayMeaning)
        {
            return CallOnList(call, target, call.Arguments, scope);
        }

        if (target is GroupsMeaning groups)
        {
            return CallOnGroups(call, groups);
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
            ValueMeaning called => MethodsOf(called).Contains(call.Name.Text, StringComparer.OrdinalIgnoreCase),
            TruthMeaning => Is(call.Name.Text, "Equals"),
            _ => target is OpaqueMeaning,
        };
        if (!hasMethod)
        {
            return UnknownMethod(call, target);
        }

        var arguments = call.Arguments.Select(a => Translate(a, scope)).ToArray();
        if (Array.Exists(arguments, a => a is BrokenMeaning))
        {
            return new BrokenMeaning(call.Span);
        }

        var found = target switch
        {
            ValueMeaning { IsText: true } text when TextMethods.TryGetValue(call.Name.Text, out var method) => method(
                this, call.Span, call.Name, text, arguments
            ),
            ValueMeaning value => CallOnValue(call.Span, call.Name, value, arguments),
            TruthMeaning truth when Is(call.Name.Text, "Equals") && arguments is [var other] => Compare(
                call.Span, call.Name.Span, BinaryOperator.Equal, truth, other, readsTexts: false
            ),
            OpaqueMeaning opaque => Untranslatable(() => _diagnostics.OpaqueUsed(opaque.Span, opaque.Description), call.Span),
            _ => null,
        };
        return found
            ?? Untranslatable(
                () => _diagnostics.WrongArguments(call.Name, call.Name.Text, [.. arguments.Select(Describe)], on: Describe(target)),
                call.Span
            );
    }

    private BrokenMeaning UnknownMethod(CallExpression call, Meaning target) =>
        UnknownCall(
            call,
            options.KeysAreMembers && target is ObjectMeaning { Record: var record } && Dictionaries.HasMethod(call.Name.Text)
                ? () => _diagnostics.MethodOfDictionary(call.Name, record)
                : () => _diagnostics.UnknownMethod(call.Name, Describe(target), target is ValueMeaning value ? MethodsOf(value) : [])
        );

    // An argument that the parser could not read is reported, and may be just what such a method takes: `int.TryParse(x, out _)`.
    private static BrokenMeaning UnknownCall(CallExpression call, Action report) =>
        call.Arguments.Any(a => a is BrokenExpression) ? new BrokenMeaning(call.Span) : Untranslatable(report, call.Span);

    private static IEnumerable<string> MethodsOf(ValueMeaning value) => value.Kind switch
    {
        ScalarKind.Text => TextMethods.Keys,
        ScalarKind.DateTime or ScalarKind.DateTimeOffset => [.. Moves.Keys, "Add", "Subtract", .. OfAnyValue],
        ScalarKind.DateOnly => ["AddYears", "AddMonths", "AddDays", .. OfAnyValue],
        _ => OfAnyValue,
    };

    private static readonly string[] OfAnyValue = ["Equals", "CompareTo", "GetValueOrDefault", "ToString"];

    private Meaning? CallOnValue(Span span, Name name, ValueMeaning value, Meaning[] arguments)
    {
        if (Is(name.Text, "GetValueOrDefault") && value.Type.IsNullable)
        {
            var otherwise = arguments.Length == 1 ? arguments[0] : arguments.Length == 0 ? DefaultOf(span, value.Kind) : null;
            return otherwise is null ? null : Coalesce(span, value, otherwise);
        }

        var use = FaultOfUse(span, value);
        var sure = value with { Fault = use, Nothing = NothingUsed(value), Type = value.Type with { IsNullable = false } };
        return (name.Text.ToUpperInvariant(), arguments) switch
        {
            // What may be null has this method all the same.
            ("EQUALS", [ValueMeaning other]) when value.Type.IsNullable && value.Kind is not null && other.Kind == value.Kind => Compare(
                span, name.Span, BinaryOperator.Equal, value, other, readsTexts: false
            ),
            ("EQUALS", [ValueMeaning other]) when value.IsNumber && !other.Type.IsNullable && As(other, value.Kind!.Value) is { } like =>
                Compare(span, name.Span, BinaryOperator.Equal, sure, like, readsTexts: false),
            ("EQUALS", [ValueMeaning other]) when other.Type is EnumInput || other.Kind == value.Kind => Compare(
                span, name.Span, BinaryOperator.Equal, sure, other, readsTexts: false
            ),
            ("EQUALS", [TruthMeaning other]) when value.Kind == ScalarKind.Boolean => Compare(
                span, name.Span, BinaryOperator.Equal, sure, other, readsTexts: false
            ),
            ("EQUALS", [EnumWordMeaning other]) => Compare(span, name.Span, BinaryOperator.Equal, sure, other, readsTexts: false),
            ("COMPARETO", [ValueMeaning other])
                when !other.Type.IsNullable && Promote(value, other, readsTexts: false) is var (_, b) && b.Kind == value.Kind =>
                new OrderMeaning(span, sure, b, false, true),
            ("ADD", [ValueMeaning { Kind: ScalarKind.TimeSpan } other]) => Moved(span, BinaryOperator.Add, sure, other),
            ("SUBTRACT", [ValueMeaning { Kind: ScalarKind.TimeSpan or ScalarKind.DateTime } other]) => Moved(
                span, BinaryOperator.Subtract, sure, other
            ),
            ("TOSTRING", []) when value.Kind is ScalarKind.Character or ScalarKind.Guid => sure with
            {
                Span = span,
                Type = new ScalarInput(ScalarKind.Text, false),
            },
            ("TOSTRING", []) when value.Type is EnumInput type && type.Names.SequenceEqual(type.Texts) => sure with
            {
                Span = span,
                Type = new ScalarInput(ScalarKind.Text, false),
            },
            ("TOSTRING", []) when value.Constant is int or long => Constant(
                span,
                Convert.ToString(value.Constant, System.Globalization.CultureInfo.InvariantCulture)!
            ),
            ("TOSTRING", []) when value.Type is EnumInput => new WrittenMeaning(span, sure),
            ("TOSTRING", [])
                when value.Kind is ScalarKind.Int32 or ScalarKind.Int64
                    || (value is { Kind: ScalarKind.Double, IsRough: false } && !options.KeysAreMembers) => new WrittenMeaning(span, sure),
            _ when value.Kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly => Move(
                sure, name, span, arguments
            ),
            _ => null,
        };
    }

    private static ValueMeaning? DefaultOf(Span span, ScalarKind? kind) => kind switch
    {
        ScalarKind.Int32 => Constant(span, 0),
        ScalarKind.Int64 => Constant(span, 0L),
        ScalarKind.Double => Constant(span, 0d),
        ScalarKind.Decimal => Constant(span, 0m),
        ScalarKind.Boolean => Constant(span, false),
        ScalarKind.TimeSpan => Constant(span, TimeSpan.Zero),
        ScalarKind.Guid => Constant(span, Guid.Empty),
        ScalarKind.DateTime => Constant(span, default(DateTime)),
        _ => null,
    };

    private Meaning Function(CallExpression call, TranslationScope scope)
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
                return Untranslatable(() => _diagnostics.NotForNullPropagation(other.Span), call.Span);
            case ("NP", [NameExpression name, ..])
                when IsExact && (scope.Find(name.Name, options.IsCaseSensitive) is not null || name.Name is "it" or "parent" or "root"):
                return Untranslatable(() => _diagnostics.NotForNullPropagation(name.Span), call.Span);
            case ("NP", [var value]):
                return NullPropagated(call.Span, Translate(value, scope), null);
            case ("NP", [var value, var otherwise]):
                return NullPropagated(call.Span, Translate(value, scope), Translate(otherwise, scope));
            case ("IIF", [var test, var then, var otherwise]):
                return Choose(call.Span, test, then, otherwise, scope);
            case ("ISNULL", [var value, var otherwise]):
                return Coalesce(call.Span, Translate(value, scope), Translate(otherwise, scope));
            case ("IS" or "AS" or "CAST", _):
                return Untranslatable(() => _diagnostics.CastNotTranslated(call.Name), call.Span);
        }

        if (ScalarTypes.ContainsKey(ShortName(call.Name.Text)) && scope.Find(call.Name.Text, options.IsCaseSensitive) is null)
        {
            var arguments = call.Arguments.Select(a => Translate(a, scope)).ToArray();
            return Array.Exists(arguments, a => a is BrokenMeaning)
                ? new BrokenMeaning(call.Span)
                : Construct(call.Span, call.Name, arguments);
        }

        // A method of the element: list.Any(StartsWith("a")).
        return scope.It is { } it && Bound(it, call.Name.Span) is ValueMeaning or ListMeaning or OpaqueMeaning
            ? CallOn(call, Bound(it, call.Name.Span), scope)
            : UnknownCall(call, () => _diagnostics.UnknownCall(call.Span, call.Name.Text, call.Arguments.Count, ["np", "iif", "isnull"]));
    }

    private Meaning HasKey(ObjectMeaning dictionary, string key, Span span)
    {
        var value = MemberOf(dictionary, key, span, isSure: true, span)!;
        return value is BrokenMeaning ? value : NullTest(span, value, isNull: false);
    }

    // In C# it is an exception to ask for a key that is not there.
    private Meaning UnderKey(ObjectMeaning dictionary, string key, Span span)
    {
        var value = MemberOf(dictionary, key, span, isSure: true, span)!;
        return IsExact ? value with { Fault = FaultOfUse(span, value) } : value;
    }

    private Meaning Index(IndexExpression index, TranslationScope scope)
    {
        var target = Translate(index.Target, scope);
        var arguments = index.Arguments.Select(a => Translate(a, scope)).ToArray();
        if (target is BrokenMeaning || Array.Exists(arguments, a => a is BrokenMeaning))
        {
            return new BrokenMeaning(index.Span);
        }

        return (target, arguments) switch
        {
            (ListMeaning list, [ValueMeaning { Constant: int and >= 0 and var at }]) => ElementAt(index.Span, list, at, isOptional: false),
            (ArrayMeaning { When.Count: 0 } array, [ValueMeaning { Constant: int and >= 0 and var at }]) when at < array.Items.Count =>
                array.Items[at] with
                {
                    Span = index.Span,
                },
            (ValueMeaning { IsText: true } text, [ValueMeaning { Kind: ScalarKind.Int32, Type.IsNullable: false } at]) => Substring(
                index.Span,
                text,
                [at, Constant(index.Span, 1)]
            )! with
            {
                Type = new ScalarInput(ScalarKind.Character, false),
            },
            (ObjectMeaning o, [ValueMeaning { Constant: string key }]) when options.KeysAreMembers => UnderKey(o, key, index.Span),
            (ObjectMeaning o, [ValueMeaning key]) when options.KeysAreMembers => Untranslatable(
                () => _diagnostics.KeyNotWritten(key.Span, o.Record),
                index.Span
            ),
            (OpaqueMeaning opaque, _) => Untranslatable(() => _diagnostics.OpaqueUsed(opaque.Span, opaque.Description), index.Span),
            (ListMeaning or ArrayMeaning, [var at, ..]) => Untranslatable(() => _diagnostics.IndexNotConstant(at.Span), index.Span),
            _ => Untranslatable(() => _diagnostics.NoIndex(index.Span, Describe(target)), index.Span),
        };
    }
}
