using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Several values that a rule compares with, in words. Of what is written in the rule they are worked out once, and kept as long
/// as the rule is.</summary>
/// <param name="Any">"military or legal"</param>
/// <param name="All">"military and legal"</param>
/// <param name="None">"neither military nor legal"</param>
internal sealed record SeveralWords(string Any, string All, string None)
{
    // How many values of a list a sentence can bear.
    private const int MostValues = 8;

    private static readonly ConditionalWeakTable<Values, SeveralWords> Known = [];

    /// <summary>The words for values; kept, if they hang on no facts.</summary>
    public static SeveralWords Of(Values values, Naming at)
    {
        if (!Known.TryGetValue(values, out var words))
        {
            words = Make(values, at);
            if (values.Items.All(value => value is Constant))
            {
                Known.TryAdd(values, words);
            }
        }

        return words;
    }

    // A list that is a parameter is named once, behind its values.
    private static SeveralWords Make(Values values, Naming at)
    {
        var parameter = values.Items is [Constant { Parameter: { } name }, _, ..]
            && values.Items.All(value => value is Constant constant && constant.Parameter == name) ? name : null;
        List<string> items = parameter is null
            ? [.. values.Items.Select(value => OperandWording.Of(value, at))]
            : [.. values.Items.Select(value => ValueWords.Of((Constant)value))];
        var setBy = parameter is null ? string.Empty : $" (set by {parameter})";
        return new SeveralWords(
            Series.Or(items, MostValues) + setBy,
            Series.And(items, MostValues) + setBy,
            (items.Count == 1 ? $"not {items[0]}" : Series.Neither(items, MostValues)) + setBy);
    }
}
