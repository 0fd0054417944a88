using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Whether the keys of a selection stand in another order than they are applied in, and it makes a difference.</summary>
internal static class SelectionOrder
{
    /// <summary>The first two keys that are applied the other way round, if it makes a difference; otherwise
    /// <see langword="null"/>.</summary>
    public static (JsonMember First, JsonMember Second)? TurnedRound(JsonObject selection)
    {
        var keys = Keys(selection);
        for (var i = 0; i < keys.Count; i++)
        {
            for (var j = i + 1; j < keys.Count; j++)
            {
                // The order of those that are left is the same whether it is made before or after some are left out by themselves.
                if (Rank(keys[i]) > Rank(keys[j]) && (keys[j].Name, keys[i].Name) is not ("where", "orderBy" or "reversed"))
                {
                    return (keys[i], keys[j]);
                }
            }
        }

        return null;
    }

    /// <summary>A selection that does what the order in the file says: one inside the other where a key would be applied too
    /// early.</summary>
    public static string AsInTheFile(JsonObject selection, Excerpt excerpt)
    {
        var name = selection.Members.FirstOrDefault(member => member.Name == "as");
        var list = excerpt.Quote(selection.Find("list")!.Value);
        var step = new List<JsonMember>();
        foreach (var key in Keys(selection))
        {
            if (step.Count > 0 && Rank(step[^1]) > Rank(key))
            {
                list = Write(list, step);
                step = [];
            }

            step.Add(key);
            if (key.Name == "take" && selection.Find(SelectionForm.Ties) is { } ties)
            {
                step.Add(ties);
            }
        }

        return Write(list, step);

        string Write(string from, IEnumerable<JsonMember> members) =>
            $"{{ \"list\": {from}, {excerpt.Quote(name is null ? members : members.Prepend(name))} }}";
    }

    /// <summary>The same selection with its keys in the order in which they are applied.</summary>
    public static string AsApplied(JsonObject selection, Excerpt excerpt) =>
        $"{{ {excerpt.Quote([.. selection.Members.Where(member => Rank(member) < 0), .. Keys(selection).OrderBy(Rank)])} }}";

    private static List<JsonMember> Keys(JsonObject selection) => [.. selection.Members.Where(member => Rank(member) >= 0)];

    private static int Rank(JsonMember member) => Array.IndexOf(SelectionForm.Applied, member.Name);
}
