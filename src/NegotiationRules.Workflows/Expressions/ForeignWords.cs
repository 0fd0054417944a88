using System.Collections.Frozen;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>Words of C#, SQL and other languages that people write between two values, and what the dialect has instead.</summary>
internal static class ForeignWords
{
    private static readonly FrozenDictionary<string, string> Cures = new Dictionary<string, string>
    {
        ["is"] = "compare with `==`, as in x == null; whether it is of a type is asked by is(x, \"Type\")",
        ["as"] = "`as` names the members of `new`: new (x.a as b); a conversion is written as(x, \"Type\")",
        ["switch"] = "write iif(condition, value, otherwise), one in the other if need be",
        ["with"] = "write the new object in full: new (x.a as a, 1 as b)",
        ["xor"] = "two conditions of which one holds differ: write (a) != (b)",
        ["^"] = "two conditions of which one holds differ: write (a) != (b)",
        ["like"] = "write x.Contains(\"…\"), x.StartsWith(\"…\") or x.EndsWith(\"…\")",
        ["contains"] = "write x.Contains(y)",
        ["startswith"] = "write x.StartsWith(y)",
        ["endswith"] = "write x.EndsWith(y)",
        ["between"] = "write x >= low && x <= high",
        ["equals"] = "write `==`, or x.Equals(y)",
        ["then"] = "write condition ? value : otherwise, or iif(condition, value, otherwise)",
        ["else"] = "write condition ? value : otherwise, or iif(condition, value, otherwise)",
        ["div"] = "write `/`",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What to write instead; <see langword="null"/> if the word is not known.</summary>
    public static string? CureOf(string word) => Cures.GetValueOrDefault(word);
}
