using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>How many elements a list has, and which.</summary>
internal static class ListStatements
{
    /// <summary>"there are 3 parties:", before which they are.</summary>
    public static string ThereAre(ListReference list, Scope scope, Naming at)
    {
        var words = ListWords.Of(list, at);
        var count = Elements.Of(list, scope).Known.Count;
        var noun = count == 1 ? words.Singular : words.Plural;
        var number = count.ToString(CultureInfo.InvariantCulture);
        return !words.IsTold ? $"{at.NameOf(list.Levels[0])} has"
            : words.IsOwn ? $"{at.Name} has {number} {noun}{words.InnerOwner}:"
            : $"there {(count == 1 ? "is" : "are")} {number} {noun}{words.Owner}:";
    }

    /// <summary>"there are no parties", or none such as are looked for.</summary>
    public static string None(ListReference list, Condition? where, Naming at)
    {
        list = ToSelectFrom(list);
        var words = ListWords.Of(list, at);
        var relative = OperandWording.RelativeOf(where, at.Enter(list), many: true);
        return !words.IsTold && where is null && !list.IsParameter ? $"{at.NameOf(list.Levels[0])} is empty"
            : words.IsOwn ? $"{at.Name} has no {words.Plural}{words.InnerOwner}{relative}"
            : $"there are no {words.Plural}{words.Owner}{relative}";
    }

    /// <summary>"there are 2 powers with name Austria, and only one can be meant"</summary>
    public static string Several(OnlyOperand only, IReadOnlyList<Scope> several, Naming at)
    {
        var words = ListWords.Of(only.List, at);
        var those = $"{Numbers.Of(several.Count)} {words.Plural}";
        var relative = OperandWording.RelativeOf(only.Where, at.Enter(only.List), many: true);
        return (words.IsOwn ? $"{at.Name} has {those}{words.InnerOwner}" : $"there are {those}{words.Owner}")
            + $"{relative}, and only one can be meant";
    }

    // Where none is selected although some could be, there is none to select from: places in an order have no part in it.
    private static ListReference ToSelectFrom(ListReference list) =>
        list.Selection is not { Skip: null, Take: null or Constant { Value.Steps: > 0 } } selection ? list
        : selection.Where is null ? ToSelectFrom(selection.From) with { Names = list.Names.IsEmpty ? selection.From.Names : list.Names }
        : list with
        {
            Selection = selection with
            {
                From = ToSelectFrom(selection.From),
                Distinct = [],
                OrderBy = [],
                IsReversed = false,
                Take = null,
                HasTies = false,
            },
        };

    /// <summary>"9 of the 15 members have vote yes and 2 more may"</summary>
    public static string SomeOfAll(Heads heads, string known, ListWords words, string owner, Func<bool, Phrase> where)
    {
        var (met, all, maybe) = (heads.Meeting, heads.All, heads.Maybe);
        if (all == 1)
        {
            var one = $"the only {known}{words.Singular}{owner}";
            return maybe == 1 ? $"it is open whether {where(true).OfOne(one)}" : where(met == 1).OfOne(one);
        }

        var subject = met == 0 ? $"none of the {Numbers.Of(all)} {known}{words.Plural}{owner}"
            : met == all ? Numbers.All(all, $"{known}{words.Plural}{owner}")
            : $"{Numbers.Of(met)} of the {Numbers.Of(all)} {known}{words.Plural}{owner}";
        var sentence = met <= 1 ? where(true).OfOne(subject) : where(true).OfMany(subject);
        return maybe == 0 ? sentence : $"{sentence} and {Numbers.Of(maybe)} {(met > 0 ? "more " : string.Empty)}may";
    }

    /// <summary>" (SOL and KHA)", ", which is empty"</summary>
    public static string InBrackets(ListReference list, Scope scope, Naming at, int most)
    {
        var elements = Elements.Of(list, scope);
        var none = ConditionWording.NameOfList(list, at).StartsWith("those ", StringComparison.Ordinal) ? " (nobody)"
            : ", which is empty";
        return elements.IsComplete
            ? elements.Known.Count == 0 ? none : $" ({Series.And(elements.Known, Labels.OwnOf, most)})"
            : elements.Known.Count == 0 ? " (none known)" : $" ({string.Join(", ", elements.Known.Take(most).Select(Labels.OwnOf))} …)";
    }
}
