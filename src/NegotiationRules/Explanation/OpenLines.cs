using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Lines about what is open inside of quantities and lists.</summary>
internal sealed class OpenLines(ConditionExplainer conditions, FactLines lines, ScopeNames names, ExplanationOptions options)
{
    /// <summary>What is unknown inside of a quantity: lists and the facts of their elements. Nothing, if the quantity is known all the
    /// same.</summary>
    public IEnumerable<ExplanationNode> In(Operand operand, Scope scope) => IsKnown(operand, scope) ? [] : operand switch
    {
        CountOperand count => OpenElements(count.List, count.Where, null, scope),
        AggregateOperand aggregate => OpenElements(aggregate.List, aggregate.Where, aggregate.Item, scope),
        OnlyOperand only => OnlyElement.Certain(only, scope) is { Count: > 1 } several
            ? [Several(only, several, scope)]
            : OpenElements(only.List, only.Where, only.Item, scope),
        // What there is of a list tells whether there are any elements, too.
        ChoiceOperand { IsOfFirstKnown: true } first => In([first.Then, first.Else], scope),
        ChoiceOperand choice => TreeWalk.TruthOf(choice.If, scope) switch
        {
            Truth.True => In(choice.Then, scope),
            Truth.False => In(choice.Else, scope),
            _ when choice.IsOfNone => In([choice.Then, choice.Else], scope),
            _ => [conditions.Explain(choice.If, scope, Stance.Circumstance), .. In(choice.Then, scope), .. In(choice.Else, scope)],
        },
        _ => In(operand.Operands, scope),
    };

    /// <summary>The same of several.</summary>
    public IEnumerable<ExplanationNode> In(IEnumerable<Operand> operands, Scope scope) =>
        operands.SelectMany(operand => In(operand, scope));

    private static bool IsKnown(Operand operand, Scope scope)
    {
        try
        {
            return OperandValues.Of(operand, scope).IsKnown;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private IEnumerable<ExplanationNode> OpenElements(ListReference list, Condition? where, Operand? item, Scope scope)
    {
        var elements = Elements.Of(list, scope);
        var counted = elements
            .Known.Select(e => (Element: e, Meets: where is null ? Truth.True : TreeWalk.TruthOf(where, e)))
            .Where(e => e.Meets != Truth.False)
            .ToList();
        if (elements.IsComplete && counted.Count == 0)
        {
            return [lines.OfList(ListStatements.None(list, where, names.At(scope)), list, scope, ExplanationMark.Unknown,
                [new CountClaim(scope, list, where, null, default(Heads) with { IsComplete = true })])];
        }

        var undecided = counted.Where(e => e.Meets == Truth.Unknown).Select(e => (e.Element, Facts: ImmutableArray<FactReference>.Empty));
        var unread = counted.Select(e => (e.Element, Facts: item is null ? [] : item.Facts.RemoveAll(f => e.Element.Read(f).IsKnown)))
            .Where(e => !e.Facts.IsEmpty);
        var inside = item is null or FactOperand ? [] : counted.SelectMany(e => In(item, e.Element)).ToList();
        return
        [
            .. lines.Few([.. undecided, .. unread], e => e.Facts.IsEmpty
                ? conditions.Explain(where!, e.Element, Stance.Circumstance) : lines.Unknown(e.Facts, e.Element)!),
            .. lines.Few(inside, node => node),
            .. Lists(list, scope),
        ];
    }

    // Of several that are certain, none is the only one, whatever else becomes known.
    private ExplanationNode Several(OnlyOperand only, IReadOnlyList<Scope> several, Scope scope) =>
        new(ListStatements.Several(only, several, names.At(scope)), ExplanationMark.Unknown, only.List.IsParameter ? []
            : [new ExplanationNode(Series.And(several, Labels.Of, options.MostElements), ExplanationMark.Note)
                { Claims = [new ElementsClaim(scope, only.List, only.Where, null, Truth.True, several)] }]);

    /// <summary>A line for each level of a list of which not all is known.</summary>
    public List<ExplanationNode> Lists(ListReference list, Scope scope)
    {
        if (list.Selection is { } selection)
        {
            return OpenSelection(selection, scope);
        }

        var nodes = new List<ExplanationNode>();
        IReadOnlyList<Scope> outer = [Elements.Around(list, scope)];
        foreach (var level in list.Levels)
        {
            var one = new ListReference { Path = string.Empty, Levels = [level], Element = ((ListType)level.Type).Element };
            var open = outer.Where(element => !Elements.Of(one, element).IsComplete).ToList();
            nodes.AddRange(lines.Few(open, element => OpenList(one, level, element.Read(level), element)));
            outer = [.. outer.SelectMany(element => Elements.Of(one, element).Known)];
        }

        return nodes;
    }

    // Why it is not known which elements are selected: elements of which it is open whether they are meant, and keys that are not known.
    private List<ExplanationNode> OpenSelection(Selection selection, Scope scope)
    {
        var elements = Elements
            .Of(selection.From, scope)
            .Known.Select(e => (Element: e, Meets: selection.Where is null ? Truth.True : TreeWalk.TruthOf(selection.Where, e)))
            .ToList();
        var open = elements.FindAll(e => e.Meets == Truth.Unknown);
        List<ExplanationNode> nodes = [.. lines.Few(open, e => conditions.Explain(selection.Where!, e.Element, Stance.Circumstance),
            told => new MoreClaim(scope, selection.From, null, selection.Where, [Truth.Unknown], told))];
        var keys = elements.Where(e => e.Meets != Truth.False)
            .SelectMany(e => selection.Keys, (e, key) => (e.Element, Key: key))
            .Where(pair => IsOpen(pair.Key, pair.Element))
            .ToList();
        nodes.AddRange(lines.Few(keys, pair => Value(pair.Key, pair.Element)));
        nodes.AddRange(
            selection.Numbers.Where(number => !OperandValues.Of(number, scope).IsKnown).Select(number => Value(number, scope)));
        nodes.AddRange(Lists(selection.From, scope));
        return nodes;
    }

    // What is too large was not asked for, or there would be no verdict to explain: something else is open.
    private static bool IsOpen(Operand key, Scope element)
    {
        try
        {
            return SelectionKey.Of(key, element) is null;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>A value of which not all is known: the facts of it, and what is unknown inside of it.</summary>
    public ExplanationNode Value(Operand key, Scope element)
    {
        var facts = key.Facts;
        return lines.Unknown(facts, element) is { } unknown ? FactLines.Beside(unknown, [.. In(key, element)])
            : lines.Of(WithoutValue.In(key, element) is { } nothing ? Statements.NoValue(nothing, element, names.At(element))
                    : $"{OperandWording.Of(key, names.At(element))} is not exactly known",
                ExplanationMark.Unknown, facts, element, [], [.. In(key, element)]);
    }

    /// <summary>"the list of delegates of US", <c>agreement.breachedBy</c></summary>
    public static string NameOf(FactReference list, Naming at) => NameOf(
        new ListReference { Path = at.PathOf(list), Levels = [list], Element = ((ListType)list.Type).Element }, list, at);

    private static string NameOf(ListReference list, FactReference level, Naming at)
    {
        var words = ListWords.Of(list with { Path = at.PathOf(level) }, at);
        return words.IsTold ? $"the list of {words.Plural}{words.Owner}" : at.NameOf(level);
    }

    private ExplanationNode OpenList(ListReference list, FactReference level, FactValue value, Scope scope)
    {
        var at = names.At(scope);
        var name = NameOf(list, level, at);
        if (!value.IsKnown)
        {
            return lines.Of($"{name} is not known", ExplanationMark.Unknown, [level], scope, [new UnknownClaim(scope, level)]);
        }

        var known = Elements.Of(list, scope).Known;
        var text = known.Count == 0 ? $"{name} is not complete; none is known so far"
            : $"{name} is not complete; so far it has {Series.And(known, Labels.OwnOf, options.MostElements)}";
        return lines.Of(text, ExplanationMark.Unknown, [level], scope, [FactLines.Named(list, scope, known)]);
    }
}
