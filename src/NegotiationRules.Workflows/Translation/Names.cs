using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Expressions;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Names, and members of objects.</summary>
internal sealed class Names(
    TranslationContext context, Translate translate, Nulls nulls, ScalarValues scalars, FactMeanings factMeanings,
    ValueMembers valueMembers, ListQuantities quantities, StaticTypes staticTypes
)
{
    public Meaning OfName(NameExpression name, TranslationScope scope) =>
        FindName(name, scope) ?? context.Broken(say => say.UnknownName(name.Span, name.Name, NamesIn(scope)), name.Span);

    // What the name means; nothing if it is unknown, and not reported yet.
    public Meaning? FindName(NameExpression name, TranslationScope scope)
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

        if (scope.Find(name.Name, context.Options.IsCaseSensitive) is { } bound)
        {
            return Bound(bound, name.Span);
        }

        return scope.It is { } it && MemberOfElement(Bound(it, name.Span), name) is { } member ? member
            : StaticTypes.Names.Contains(name.Name) ? new TypeMeaning(name.Span, name.Name)
            : null;
    }

    private Meaning? MemberOfElement(Meaning element, NameExpression name) =>
        element switch
        {
            ObjectMeaning or ShapeMeaning => MemberOf(element, name.Name, name.Span, isSure: false),
            ValueMeaning value when ValueMembers.MembersOf(value).Contains(
                name.Name, StringComparer.OrdinalIgnoreCase
            ) => valueMembers.ValueMember(
                value, name.Name, name.Span, name.Span
            ),
            _ => null,
        };

    private Meaning ElementOf(object? bound, NameExpression name) =>
        bound is null ? context.Broken(say => say.NoElement(name.Span, name.Name), name.Span) : Bound(bound, name.Span);

    public Meaning Bound(object bound, Span span)
    {
        switch (bound)
        {
            case Meaning meaning:
                return meaning with { Span = span };
            case TranslationScope.InputBinding input:
                var fact = factMeanings.Fact(span, input.Fact, input.Type, Logic.False, []);
                return context.Options.InputsArePresent ? fact with { Nothing = Logic.False } : fact;
            case TranslationScope.ConditionBinding condition:
                return new TruthMeaning(span, new ConditionReferenceSyntax(span, new Name(condition.Condition, span)))
                {
                    Fault = context.IsExact ? condition.Fault ?? Logic.False : Logic.False,
                };
            case TranslationScope.ExpressionBinding expression:
                // It only sees what stands before it, so that this comes to an end.
                return translate(expression.Expression, expression.Scope) with { Span = span };
            default:
                throw new InvalidOperationException($"a name means {bound.GetType().Name}");
        }
    }

    public IEnumerable<string> NamesIn(TranslationScope scope) =>
        scope.It is { } it && Bound(it, default) is ObjectMeaning { Record: var record }
            ? [.. scope.Names, .. record.MemberNames]
            : scope.Names;

    public Meaning OfMember(MemberExpression member, TranslationScope scope)
    {
        if (DottedName(member) is { } dotted && FindName(dotted.First, scope) is null)
        {
            return context.Options.TextEnums?.Contains(dotted.First.Name) == true && StaticTypes.TypeLike(dotted.First.Name) is null
                ? ValueMeaning.Of(member.Span, member.Name.Text)
                : WordOfType(member, dotted.Text, scope);
        }

        if (WordOfMembersType(member, scope) is { } word)
        {
            return word;
        }

        var target = translate(member.Target, scope);

        // The parser has reported what it does not read.
        return member.IsNullPropagating ? new BrokenMeaning(member.Span)
            : target is BrokenMeaning ? new BrokenMeaning(member.Span)
            : target is TypeMeaning type ? staticTypes.StaticMember(type, member.Name, member.Span)
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
        if (
            context.Options.Enums.FirstOrDefault(e => string.Equals(e.Name, typeName.Text, StringComparison.OrdinalIgnoreCase)) is { } known
        )
        {
            return scalars.EnumConstant(member.Span, known, member.Name.Text, member.Name.Span);
        }

        return
            StaticTypes.Names.Contains(typeName.Text)
            && dotted.StartsWith("System.", StringComparison.Ordinal)
            && dotted.Count(c => c == '.') == 2
            ? staticTypes.StaticMember(new TypeMeaning(member.Target.Span, typeName.Text), member.Name, member.Span)
            : new EnumWordMeaning(member.Span, typeName, member.Name) { Names = scope.Names };
    }

    // In `bids.Any(b => b.Colour == Colour.Red)` the bid has a member `Colour` too; types come before the members of an element.
    private Meaning? WordOfMembersType(MemberExpression member, TranslationScope scope) =>
        member.Target is NameExpression name
        && scope.Find(name.Name, context.Options.IsCaseSensitive) is null
        && FindName(name, scope) is ValueMeaning { Type: EnumInput type }
        && string.Equals(type.Name, name.Name, StringComparison.OrdinalIgnoreCase)
        && type.Names.Contains(member.Name.Text, StringComparer.OrdinalIgnoreCase)
            ? scalars.EnumConstant(member.Span, type, member.Name.Text, member.Name.Span)
            : null;

    public static (NameExpression First, string Text)? DottedName(ExpressionSyntax expression) =>
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
    public Meaning? MemberOf(Meaning target, string name, Span span, bool isSure, Span nameSpan = default)
    {
        switch (target)
        {
            case ObjectMeaning o when o.Record.Find(name, context.Options.IsCaseSensitive) is { } member:
                return factMeanings.Fact(span, $"{o.Path}.{member.Fact}", member.Type, nulls.FaultOfUse(span, o), o.Lifts) with
                {
                    HardFault = o.HardFault,
                };
            case ShapeMeaning shape
                when shape.Members.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))
                    is { Name: not null } found:
                return found.Value with { Span = span };
            case ObjectMeaning or ShapeMeaning when !isSure:
                return null;
            case ObjectMeaning o when context.Options.KeysAreMembers && Dictionaries.Has(name):
                return context.Broken(say => say.OfDictionary(nameSpan, name, o.Record), span);
            case ObjectMeaning o:
                return context.Broken(say => say.UnknownMember(nameSpan, name, o.Record, context.Options.IsCaseSensitive), span);
            case ListMeaning
            or ArrayMeaning
                when name is "Count" or "Length" || (!context.Options.IsCaseSensitive && name.ToUpperInvariant() is "COUNT" or "LENGTH"):
                var names = target is ListMeaning list ? list.CountedBy : CountNames.Length;
                return names.HasFlag(Enum.Parse<CountNames>(name, ignoreCase: true)) ? quantities.CountOf(span, target)
                    : context.Broken(say => say.NotCountedBy(nameSpan, name, names), span);
            case ValueMeaning value:
                return valueMembers.ValueMember(value, name, span, nameSpan);
            case OpaqueMeaning opaque:
                return context.Broken(say => say.OpaqueUsed(opaque.Span, opaque.Description), span);
            case EnumWordMeaning word:
                return context.Broken(say => say.UnknownType(word), span);
            case PartsMeaning:
                return context.Broken(say => say.OnlySought(new Name(name, nameSpan)), span);
            default:
                return context.Broken(say => say.UnknownMemberOfValue(nameSpan, name, MeaningWords.Of(target), []), span);
        }
    }
}
