using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <content>Names, and members of objects.</content>
internal sealed partial class ExpressionTranslator
{
    private Meaning Name(NameExpression name, TranslationScope scope) =>
        FindName(name, scope) ?? Untranslatable(() => _diagnostics.UnknownName(name.Span, name.Name, NamesIn(scope)), name.Span);

    // What the name means; nothing if it is unknown, and not reported yet.
    private Meaning? FindName(NameExpression name, TranslationScope scope)
    {
        switch (name.Name)
        {
            case "it" or "$":
                return ElementOf(scope.It, name);
            case "parent" or "^":
                return ElementOf(scope.Parent, name);
            case "root" or "~":
                return ElementOf(scope.Root, name);
        }

        if (scope.Find(name.Name, options.IsCaseSensitive) is { } bound)
        {
            return Bound(bound, name.Span);
        }

        return scope.It is { } it && MemberOfElement(Bound(it, name.Span), name) is { } member ? member
            : StaticTypes.Contains(name.Name) ? new TypeMeaning(name.Span, name.Name)
            : null;
    }

    private Meaning? MemberOfElement(Meaning element, NameExpression name) =>
        element switch
        {
            ObjectMeaning or ShapeMeaning => MemberOf(element, name.Name, name.Span, isSure: false),
            ValueMeaning value when MembersOf(value).Contains(name.Name, StringComparer.OrdinalIgnoreCase) => ValueMember(
                value, name.Name, name.Span, name.Span
            ),
            _ => null,
        };

    private Meaning ElementOf(object? bound, NameExpression name) =>
        bound is null ? Untranslatable(() => _diagnostics.NoElement(name.Span, name.Name), name.Span) : Bound(bound, name.Span);

    private Meaning Bound(object bound, Span span)
    {
        switch (bound)
        {
            case Meaning meaning:
                return meaning with { Span = span };
            case TranslationScope.InputBinding input:
                var fact = Fact(span, input.Fact, input.Type, Logic.False, []);
                return options.InputsArePresent ? fact with { Nothing = Logic.False } : fact;
            case TranslationScope.ConditionBinding condition:
                return new TruthMeaning(span, new ConditionReferenceSyntax(span, new Name(condition.Condition, span)))
                {
                    Fault = IsExact ? condition.Fault ?? Logic.False : Logic.False,
                };
            case TranslationScope.ExpressionBinding expression:
                // It only sees what stands before it, so that this comes to an end.
                return Translate(expression.Expression, expression.Scope) with { Span = span };
            default:
                throw new InvalidOperationException($"a name means {bound.GetType().Name}");
        }
    }

    private IEnumerable<string> NamesIn(TranslationScope scope) =>
        scope.It is { } it && Bound(it, default) is ObjectMeaning { Record: var record }
            ? [.. scope.Names, .. record.MemberNames]
            : scope.Names;

    /// <summary>What a fact means.</summary>
    private Meaning Fact(Span span, string path, InputType type, ConditionSyntax fault, IReadOnlyList<Lift> lifts)
    {
        // In C# what cannot be null never is; in a scenario anything may be missing.
        var nothing = type.IsNullable || !IsExact ? Logic.Known(span, path, isKnown: false) : Logic.False;
        return type switch
        {
            OpaqueInput { IsReported: true } => new BrokenMeaning(span),
            RecordInput record => new ObjectMeaning(span, path, record) { Fault = fault, Lifts = lifts, Nothing = nothing },
            ListInput list => ListOf(span, path, list.Element, null) with { Fault = fault, Lifts = lifts, Nothing = nothing },
            OpaqueInput opaque => new OpaqueMeaning(span, path, opaque.Description)
            {
                Fault = fault,
                Lifts = lifts,
                Nothing = nothing,
            },
            _ => new ValueMeaning(span, new FactOperandSyntax(span, new Name(path, span)), type)
            {
                Fault = fault,
                Lifts = lifts,
                Nothing = nothing,
            },
        };
    }

    private ListMeaning ListOf(Span span, string path, InputType elementType, OpenElement? through)
    {
        var element = new OpenElement(_elements.Count + 1, elementType, WishFor(path), through);
        _elements.Add(element.Mark, element);
        var item = Fact(span, element.Mark, elementType, Logic.False, []);
        if (elementType is RecordInput)
        {
            // An object stands in a list or does not; nothing stands there in its place.
            item = item with { Nothing = Logic.False };
        }

        return new ListMeaning(span, new ListSyntax(span, new Name(path, span), false), element, item);
    }

    // "orders" are gone over order by order.
    private static string WishFor(string path)
    {
        var last = path[(path.LastIndexOf('.') + 1)..];
        return last.Length > 2 && last[0] != OpenElement.MarkStart && last.EndsWith('s') && !last.EndsWith("ss", StringComparison.Ordinal)
            ? last.EndsWith("ies", StringComparison.Ordinal)
                ? last[..^3] + "y"
                : last[..^1]
            : "element";
    }

    private Meaning Member(MemberExpression member, TranslationScope scope)
    {
        if (DottedName(member) is { } dotted && FindName(dotted.First, scope) is null)
        {
            return options.TextEnums?.Contains(dotted.First.Name) == true && TypeLike(dotted.First.Name) is null
                ? Constant(member.Span, member.Name.Text)
                : WordOfType(member, dotted.Text, scope);
        }

        if (WordOfMembersType(member, scope) is { } word)
        {
            return word;
        }

        var target = Translate(member.Target, scope);

        // The parser has reported what it does not read.
        return member.IsNullPropagating ? new BrokenMeaning(member.Span)
            : target is BrokenMeaning ? new BrokenMeaning(member.Span)
            : target is TypeMeaning type ? StaticMember(type, member.Name, member.Span)
            : MemberOf(target, member.Name.Text, member.Span, isSure: true, member.Name.Span)!;
    }

    // `A.B.Colour.Red`: only the last two words matter, for types are known by their short names.
    private Meaning WordOfType(MemberExpression member, string dotted, TranslationScope scope)
    {
        var typeName = member.Target switch
        {
            NameExpression name => new Name(name.Name, name.Span),
            MemberExpression inner => inner.Name,
            _ => throw new InvalidOperationException("a name of dots has a name before the last dot"),
        };
        if (options.Enums.FirstOrDefault(e => string.Equals(e.Name, typeName.Text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return EnumConstant(member.Span, known, member.Name.Text, member.Name.Span);
        }

        return
            StaticTypes.Contains(typeName.Text)
            && dotted.StartsWith("System.", StringComparison.Ordinal)
            && dotted.Count(c => c == '.') == 2
            ? StaticMember(new TypeMeaning(member.Target.Span, typeName.Text), member.Name, member.Span)
            : new EnumWordMeaning(member.Span, typeName, member.Name) { Names = scope.Names };
    }

    // In `bids.Any(b => b.Colour == Colour.Red)` the bid has a member `Colour` too; types come before the members of an element.
    private Meaning? WordOfMembersType(MemberExpression member, TranslationScope scope) =>
        member.Target is NameExpression name
        && scope.Find(name.Name, options.IsCaseSensitive) is null
        && FindName(name, scope) is ValueMeaning { Type: EnumInput type }
        && string.Equals(type.Name, name.Name, StringComparison.OrdinalIgnoreCase)
        && type.Names.Contains(member.Name.Text, StringComparer.OrdinalIgnoreCase)
            ? EnumConstant(member.Span, type, member.Name.Text, member.Name.Span)
            : null;

    private static (NameExpression First, string Text)? DottedName(ExpressionSyntax expression) =>
        expression switch
        {
            NameExpression name => (name, name.Name),
            MemberExpression { IsNullPropagating: false } member when DottedName(member.Target) is var (first, text) => (
                first,
                $"{text}.{member.Name.Text}"
            ),
            _ => null,
        };

    // Unless it is sure that a member is meant, an unknown one is not reported: the name may be that of something else.
    private Meaning? MemberOf(Meaning target, string name, Span span, bool isSure, Span nameSpan = default)
    {
        switch (target)
        {
            case ObjectMeaning o when o.Record.Find(name, options.IsCaseSensitive) is { } member:
                return Fact(span, $"{o.Path}.{member.Fact}", member.Type, FaultOfUse(span, o), o.Lifts) with { HardFault = o.HardFault };
            case ShapeMeaning shape
                when shape.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))
                    is { Name: not null } found:
                return found.Value with { Span = span };
            case ObjectMeaning or ShapeMeaning when !isSure:
                return null;
            case ObjectMeaning o when options.KeysAreMembers && Dictionaries.Has(name):
                return Untranslatable(() => _diagnostics.OfDictionary(nameSpan, name, o.Record), span);
            case ObjectMeaning o:
                return Untranslatable(() => _diagnostics.UnknownMember(nameSpan, name, o.Record, options.IsCaseSensitive), span);
            case ListMeaning
            or ArrayMeaning
                when name is "Count" or "Length" || (!options.IsCaseSensitive && name.ToUpperInvariant() is "COUNT" or "LENGTH"):
                return CountOf(span, target);
            case ValueMeaning value:
                return ValueMember(value, name, span, nameSpan);
            case OpaqueMeaning opaque:
                return Untranslatable(() => _diagnostics.OpaqueUsed(opaque.Span, opaque.Description), span);
            case EnumWordMeaning word:
                return Untranslatable(() => _diagnostics.UnknownType(word), span);
            case PartsMeaning:
                return Untranslatable(() => _diagnostics.OnlySought(new Name(name, nameSpan)), span);
            default:
                return Untranslatable(() => _diagnostics.UnknownMemberOfValue(nameSpan, name, Describe(target), []), span);
        }
    }

    private Meaning New(NewObjectExpression created, TranslationScope scope)
    {
        if (created.Type is { } type)
        {
            return Construct(created.Span, type, [.. created.Members.Select(m => Translate(m.Value, scope))]);
        }

        if (IsExact && _isCondition)
        {
            return Untranslatable(() => _diagnostics.NewInCondition(created.Span), created.Span);
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
}
