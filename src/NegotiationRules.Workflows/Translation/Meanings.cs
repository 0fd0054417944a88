using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>What the parts of one expression mean, whatever they are. Made anew for each
/// expression.</summary>
internal sealed class Meanings
{
    // Parameters are put in place where they are used: one of them used twice in the next, and that twice in the next, grows beyond
    // measure.
    internal const int MostParts = 20_000;

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

    /// <summary><c>a and b and c</c>: the links of a chain are put together at once.</summary>
    private Meaning Chain(BinaryExpression chain, TranslationScope scope)
    {
        var links = new List<ExpressionSyntax>();
        ExpressionSyntax first = chain;
        while (first is BinaryExpression link && link.Operator == chain.Operator)
        {
            links.Add(link.Right);
            first = link.Left;
        }

        links.Add(first);
        links.Reverse();
        var truths = links.ConvertAll(link => _truths.AsTruth(Translate(link, scope)));
        if (truths.Contains(null))
        {
            return new BrokenMeaning(chain.Span);
        }

        // What comes later is only worked out where nothing before it decides.
        var isAll = chain.Operator == BinaryOperator.And;
        var fault = truths[^1]!.Fault;
        for (var i = truths.Count - 2; i >= 0; i--)
        {
            var goesOn = isAll ? truths[i]!.Condition : Logic.Not(chain.Span, truths[i]!.Condition);
            fault = Logic.Any(chain.Span, truths[i]!.Fault, Logic.All(chain.Span, goesOn, fault));
        }

        ConditionSyntax[] conditions = [.. truths.Select(t => t!.Condition)];
        return new TruthMeaning(chain.Span, isAll ? Logic.All(chain.Span, conditions) : Logic.Any(chain.Span, conditions))
        {
            Fault = _nulls.Faults(chain.Span, fault),
        };
    }

    /// <summary><c>&amp;</c> and <c>|</c>: of truths, both of which are worked out; and <c>&amp;</c> joins _texts.</summary>
    private Meaning Bits(BinaryExpression binary, Meaning left, Meaning right)
    {
        if (binary.Operator == BinaryOperator.BitAnd && (left is ValueMeaning { IsText: true } || right is ValueMeaning { IsText: true }))
        {
            return _texts.Concatenate(binary.Span, [left, right]);
        }

        if (
            left is not (TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
            || right is not (TruthMeaning or ValueMeaning { Kind: ScalarKind.Boolean })
        )
        {
            return _context.Broken(say => say.BitsNotTranslated(binary.OperatorSpan), binary.Span);
        }

        return _truths.AsTruth(left) is not { } a || _truths.AsTruth(right) is not { } b
            ? new BrokenMeaning(binary.Span)
            : new TruthMeaning(
                binary.Span,
                binary.Operator == BinaryOperator.BitAnd
                    ? Logic.All(binary.Span, a.Condition, b.Condition)
                    : Logic.Any(binary.Span, a.Condition, b.Condition)
            )
            {
                Fault = _nulls.Faults(binary.Span, a.Fault, b.Fault),
            };
    }

    private Meaning In(InExpression item, TranslationScope scope)
    {
        var sought = Translate(item.Item, scope);
        var values = item.Values.Select(v => Translate(v, scope)).ToList();
        if (
            _context.IsExact
            && (
                item.IsNegated
                || sought
                    is TruthMeaning
                        or ValueMeaning { Kind: ScalarKind.Boolean }
                        or ValueMeaning { Type: EnumInput { IsNullable: true } }
            )
        )
        {
            return _context.Broken(say => say.InNotTranslated(item.Span, item.IsNegated), item.Span);
        }

        var found = sought is BrokenMeaning || values.Exists(v => v is BrokenMeaning) ? new BrokenMeaning(item.Span)
            : item.IsList ? _soughtValues.ContainedIn(item.Span, values[0], sought)
            : _soughtValues.Among(item.Span, sought, [.. AfterDoubles(values)]);
        return item.IsNegated ? _truths.Negate(item.Span, found) : found;
    }

    // Once what is looked for was compared with a double, it stays one.
    private static IEnumerable<Meaning> AfterDoubles(IReadOnlyList<Meaning> values)
    {
        var isDouble = false;
        foreach (var value in values)
        {
            isDouble |= value is ValueMeaning { Kind: ScalarKind.Double };
            yield return isDouble && value is ValueMeaning { Constant: int or long } whole ? ValueMeaning.As(
                whole, ScalarKind.Double
            ) ?? whole : value;
        }
    }

    private Meaning New(NewObjectExpression created, TranslationScope scope)
    {
        if (created.Type is { } type)
        {
            return _conversions.Construct(created.Span, type, [.. created.Members.Select(m => Translate(m.Value, scope))]);
        }

        if (_context.IsExact && _isCondition)
        {
            return _context.Broken(say => say.NewInCondition(created.Span), created.Span);
        }

        var members = created.Members.Select(m => (Name: m.Name?.Text ?? (m.Value switch
        {
            MemberExpression named => named.Name.Text,
            NameExpression named => named.Name,
            _ => string.Empty,
        }), Value: Translate(m.Value, scope))).ToList();
        return members.Exists(m => m.Value is BrokenMeaning || m.Name.Length == 0) ? new BrokenMeaning(created.Span)
            : new ShapeMeaning(created.Span, members);
    }

    private readonly TranslationContext _context;
    private readonly TranslationState _state;
    private readonly bool _isCondition;
    private readonly Nulls _nulls;
    private readonly TruthValues _truths;
    private readonly ScalarValues _scalars;
    private readonly Texts _texts;
    private readonly Arithmetic _arithmetic;
    private readonly Comparisons _comparisons;
    private readonly Alternatives _alternatives;
    private readonly Conversions _conversions;
    private readonly SoughtValues _soughtValues;
    private readonly Names _names;
    private readonly Calls _calls;

    public Meanings(TranslationContext context, TranslationState state, bool isCondition)
    {
        (_context, _state, _isCondition) = (context, state, isCondition);
        _nulls = new Nulls(context);
        _truths = new TruthValues(context, _nulls);
        _scalars = new ScalarValues(context);
        _texts = new Texts(context, _nulls);
        var dates = new Dates(context, state, _nulls, _scalars);
        _arithmetic = new Arithmetic(context, _nulls, _scalars, _texts, dates);
        var mathematics = new Mathematics(context, _nulls, _scalars);
        _comparisons = new Comparisons(context, _nulls, _truths, _scalars, _texts);
        _alternatives = new Alternatives(context, _nulls, _truths, _scalars);
        _conversions = new Conversions(context, _nulls, _truths, _scalars, dates, _comparisons, _alternatives);
        var valueMembers = new ValueMembers(context, _nulls, _texts, dates);
        var factMeanings = new FactMeanings(context, state);
        var lists = new ListConditions(context, _nulls, _truths);
        _soughtValues = new SoughtValues(context, _nulls, _truths, _scalars, _texts, _comparisons, lists);
        var selections = new ListSelections(context, _nulls, _truths, factMeanings, lists, _soughtValues);
        var quantities = new ListQuantities(context, _nulls, _comparisons, lists, selections);
        var singleElements = new SingleElements(context, _nulls, _alternatives, selections, quantities);
        var writtenLists = new WrittenLists(context, _nulls, _truths, _arithmetic, mathematics, lists, _soughtValues, quantities);
        var unknownCalls = new UnknownCalls(context);
        var listCalls = new ListCalls(
            context, Translate, lists, _soughtValues, selections, quantities, singleElements, writtenLists, unknownCalls
        );
        var staticTypes = new StaticTypes(context, _scalars, dates);
        _names = new Names(context, Translate, _nulls, _scalars, factMeanings, valueMembers, quantities, staticTypes);
        var valueCalls = new ValueCalls(context, _nulls, _scalars, _texts, dates, _comparisons, _alternatives);
        _calls = new Calls(
            context, Translate, _nulls, _texts, dates, mathematics, _comparisons, _alternatives, _conversions, _soughtValues,
            quantities, singleElements, unknownCalls, listCalls, _names, valueCalls
        );
    }

    public Meaning Translate(ExpressionSyntax expression, TranslationScope scope)
    {
        if (++_state.Parts > MostParts)
        {
            if (_state.Parts == MostParts + 1)
            {
                _context.Diagnostics.TooLarge(expression.Span, MostParts);
            }

            return new BrokenMeaning(expression.Span);
        }

        return expression switch
        {
            // The parser has reported these: a type with a question mark stands nowhere by itself.
            BrokenExpression or TypeExpression => new BrokenMeaning(expression.Span),
            NumberExpression number => _scalars.Number(number.Span, number.Digits, number.Suffix),
            TextExpression text => text.IsCharacter && text.Value.Length == 1
                ? ValueMeaning.Of(text.Span, text.Value[0])
                : ValueMeaning.Of(text.Span, text.Value),
            BooleanExpression truth => new TruthMeaning(truth.Span, Logic.Constant(truth.Value)),
            NullExpression => new NullMeaning(expression.Span),
            NameExpression name => _names.OfName(name, scope),
            MemberExpression member => _names.OfMember(member, scope),
            CallExpression call => _calls.OfCall(call, scope),
            IndexExpression index => _calls.OfIndex(index, scope),
            UnaryExpression unary => Unary(unary, scope),
            BinaryExpression binary => Binary(binary, scope),
            InExpression item => In(item, scope),
            ConditionalExpression choice => _alternatives.Choose(
                choice.Span, Translate(choice.If, scope), Translate(choice.Then, scope), Translate(choice.Else, scope)
            ),
            LambdaExpression lambda => _context.Broken(say => say.LambdaOutOfPlace(lambda.Span), lambda.Span),
            NewArrayExpression array => new ArrayMeaning(array.Span, [.. array.Items.Select(i => Translate(i, scope))]),
            NewObjectExpression created => New(created, scope),
            HelperExpression helper => Helped(helper, scope),
            _ => throw new InvalidOperationException($"no translation of {expression.GetType().Name}"),
        };
    }

    private Meaning Unary(UnaryExpression unary, TranslationScope scope)
    {
        // The sign belongs to the number: there is no 2147483648 of 32 bits, but there is -2147483648.
        if (unary is { Operator: UnaryOperator.Minus, Operand: NumberExpression number })
        {
            return _scalars.Number(unary.Span, "-" + number.Digits, number.Suffix);
        }

        var operand = Translate(unary.Operand, scope);
        return unary.Operator == UnaryOperator.Not ? _truths.Negate(unary.Span, operand) : _arithmetic.Minus(unary.Span, operand);
    }

    private Meaning Binary(BinaryExpression binary, TranslationScope scope)
    {
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            return Chain(binary, scope);
        }

        var left = Translate(binary.Left, scope);
        var right = Translate(binary.Right, scope);
        if (left is BrokenMeaning || right is BrokenMeaning)
        {
            return new BrokenMeaning(binary.Span);
        }

        return binary.Operator switch
        {
            BinaryOperator.Equal
            or BinaryOperator.NotEqual
            or BinaryOperator.Less
            or BinaryOperator.LessOrEqual
            or BinaryOperator.Greater
            or BinaryOperator.GreaterOrEqual => _comparisons.Compare(
                binary.Span, binary.OperatorSpan, binary.Operator, left, right, readsTexts: true
            ),
            BinaryOperator.BitAnd or BinaryOperator.BitOr => Bits(binary, left, right),
            BinaryOperator.Coalesce => _alternatives.Coalesce(binary.Span, left, right),
            BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight => _context.Broken(
                say => say.BitsNotTranslated(binary.OperatorSpan),
                binary.Span
            ),
            _ => _arithmetic.Calculate(binary.Span, binary.OperatorSpan, binary.Operator, left, right),
        };
    }
}
