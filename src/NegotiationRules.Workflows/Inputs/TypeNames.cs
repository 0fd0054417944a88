using NegotiationRules.Workflows.Expressions;

namespace NegotiationRules.Workflows.Inputs;

/// <summary>Finds the names that are those of types of the user's own and not of inputs: of enumerations, and of classes whose methods are
/// called.</summary>
/// <remarks>
/// Nothing but the use of a name tells: <c>EventType.Donation</c> is only ever compared, <c>VipUtils.IsVip(x)</c> calls what no value has.
/// A name that is used in any other way is an input.
/// </remarks>
internal sealed class TypeNames(InputNames names, IReadOnlySet<string> given)
{
    private static readonly string[] StaticMembers = ["Now", "UtcNow", "Today", "MinValue", "MaxValue", "Empty", "Zero"];

    private readonly HashSet<string> _used = new(names.Comparer);
    private readonly HashSet<string> _inputs = new(names.Comparer);
    private readonly List<(Chain Word, Chain? Other)> _words = [];

    /// <summary>The names.</summary>
    /// <param name="expressions">All expressions, with the params that each can use.</param>
    /// <param name="names">The names of params.</param>
    /// <param name="given">The names of the inputs in samples.</param>
    public static HashSet<string> Of(
        IEnumerable<(ExpressionSyntax Expression, ScopedParam? Params)> expressions, InputNames names, IReadOnlySet<string> given)
    {
        var found = new TypeNames(names, given);
        foreach (var (expression, @params) in expressions)
        {
            found.Visit(expression, new Place(@params, []));
        }

        return found.Decide();
    }

    private HashSet<string> Decide()
    {
        // Of two that look alike, one at least is an input: an enumeration is called after what has a value of it.
        foreach (var (word, other) in _words)
        {
            if (other is { MayBeWord: true } && (!word.IsCalledAfter(other) || other.IsCalledAfter(word)))
            {
                _inputs.Add(word.First);
            }
        }

        _used.ExceptWith(_inputs);
        return _used;
    }

    private void Visit(ExpressionSyntax expression, Place place)
    {
        switch (expression)
        {
            case LambdaExpression lambda:
                Visit(lambda.Body, place.With(lambda.Parameters.Select(p => p.Text)));
                return;
            case HelperExpression helper:
                helper.Arguments.ToList().ForEach(a => Visit(a.Value, place));
                Visit(helper.Body, place.With(helper.Arguments.Select(a => a.Name.Text)));
                return;
            case BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison:
                Compare(comparison.Left, comparison.Right);
                Compare(comparison.Right, comparison.Left);
                return;
            case InExpression search:
                var values = search is { IsList: true, Values: [NewArrayExpression list] } ? list.Items : search.Values;
                Visit(search.Item, place);
                values.ToList().ForEach(value => Compare(value, search.Item));
                return;
            case CallExpression { Target: NewArrayExpression array, Arguments: [var sought] } call when Is(call, "Contains"):
                Visit(sought, place);
                array.Items.ToList().ForEach(item => Compare(item, sought));
                return;
            case CallExpression { Target: { } target, Arguments: [var other] } call when Is(call, "Contains") || Is(call, "Equals"):
                Visit(target, place);
                Compare(other, target);
                return;
            case CallExpression { Target: { } target } call
                when Chain.Of(target) is { } caller && MayBeClass(caller, call.Name.Text) && !IsKnown(caller, place):
                _used.Add(caller.First);
                call.Arguments.ToList().ForEach(a => Visit(a, place));
                return;
            case CallExpression { Target: { } whole } call when Methods.GoesThroughElements(call.Name.Text) && !names.IsOnType(call):
                Visit(whole, place);
                call.Arguments.ToList().ForEach(a => Visit(a, a is LambdaExpression ? place : place with { IsElement = true }));
                return;
            case NameExpression or MemberExpression when Chain.Of(expression) is { } chain:
                // Inside a list it may be a member of the elements.
                if (!place.IsElement)
                {
                    (chain.IsStaticMember ? _used : _inputs).Add(chain.First);
                }

                return;
            default:
                ExpressionParts.Of(expression).ToList().ForEach(part => Visit(part, place));
                return;
        }

        void Compare(ExpressionSyntax word, ExpressionSyntax other)
        {
            if (word is NameExpression { Name: var day } && other is MemberExpression { Name.Text: "DayOfWeek" }
                && Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out _))
            {
                // Without its type a day is nothing to RulesEngine either.
                _used.Add(day);
                return;
            }

            if (
                Chain.Of(word) is { MayBeWord: true } chain
                && !IsWrittenOut(other)
                && !IsKnown(chain, place)
                && Chain.Of(other) is var compared
                && compared?.Last != chain.Last
                && !KnownMembers.Has(chain.Last)
            )
            {
                _used.Add(chain.First);
                _words.Add((chain, compared is not null && IsKnown(compared, place) ? null : compared));
                return;
            }

            Visit(word, place);
        }
    }

    private bool IsKnown(Chain chain, Place place) =>
        place.Bound.Contains(chain.First)
        || given.Contains(chain.First)
        || names.FindParam(chain.First, place.Params) is not null
        || KnownTypes.Has(chain.First);

    private static bool MayBeClass(Chain caller, string method) =>
        Methods.Find(method) is null
        && !Dictionaries.HasMethod(method)
        && (caller.Length == 1 || char.IsUpper(caller.First[0])) && !InputNames.IsUsual(caller.First);

    private static bool Is(CallExpression call, string name) => call.Name.Text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsWrittenOut(ExpressionSyntax expression) =>
        expression is TextExpression or NumberExpression or BooleanExpression or NullExpression;

    /// <summary>Where an expression stands.</summary>
    private sealed record Place(ScopedParam? Params, IReadOnlyList<string> Bound, bool IsElement = false)
    {
        public Place With(IEnumerable<string> names) => this with { Bound = [.. Bound, .. names], IsElement = false };
    }

    /// <summary>Names with dots between: <c>a.b.c</c>.</summary>
    private sealed record Chain(string First, string Owner, string Last, int Length, bool IsCapital)
    {
        public static Chain? Of(ExpressionSyntax expression) => expression switch
        {
            NameExpression { Name: var name } => new Chain(name, name, name, 1, char.IsUpper(name[0])),
            MemberExpression { IsNullPropagating: false, Name.Text: var name } member when Of(member.Target) is { } inner =>
                new Chain(inner.First, inner.Last, name, inner.Length + 1, inner.IsCapital && char.IsUpper(name[0])),
            _ => null,
        };

        /// <summary>Whether it looks like a member of one of the usual types whose letter case is wrong: <c>datetime.Now</c>.</summary>
        public bool IsStaticMember => Length == 2 && KnownTypes.IsLike(First) && StaticMembers.Contains(Last);

        /// <summary>Whether it may be the word of an enumeration: a type and its member.</summary>
        public bool MayBeWord => Length > 1 && IsCapital;

        /// <summary>Whether the enumeration is called after what has a value of it: <c>input1.Type</c> and <c>EventType</c>.</summary>
        public bool IsCalledAfter(Chain value) =>
            Owner.EndsWith(value.Last, StringComparison.OrdinalIgnoreCase)
            || value.Last.EndsWith(Owner, StringComparison.OrdinalIgnoreCase);
    }
}
